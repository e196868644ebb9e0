"""Tags written into RIS and BibTeX files, read back by rispy and bibtexparser 1.4, which know nothing of themata.

Arguments: the program (dist/cli.js), a saved tagger, then the files. Each paper gets its likeliest theme; says how many of
the tags the other library finds among the keywords, and whether all other fields are as they were.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import bibtexparser
import rispy


def entries(path):
    with open(path, encoding="utf-8-sig") as file:
        if path.endswith(".ris"):
            return rispy.load(file)
        parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
        return bibtexparser.load(file, parser).entries


def keywords(entry):
    own = entry.get("keywords", [])
    return [word.strip() for word in (re.split("[;,]", own) if isinstance(own, str) else own)]


def without(entry):
    return {name: value for name, value in entry.items() if name != "keywords"}


program, model, *files = sys.argv[1:]
for file in files:
    words = ["node", program, "tag", file, "-m", model, "--all", "--limit", "1"]
    answers = subprocess.run([*words, "--json"], capture_output=True, text=True, check=True).stdout.splitlines()
    names = [tag["name"] for answer in map(json.loads, answers) for tag in answer.get("tags", [])]
    output = os.path.join(tempfile.mkdtemp(), "tagged" + os.path.splitext(file)[1])
    subprocess.run([*words, "-o", output], check=True)
    before, after = entries(file), entries(output)
    count = lambda own: sum(word in set(names) for entry in own for word in keywords(entry))
    same = [without(entry) for entry in before] == [without(entry) for entry in after]
    print(f"{os.path.basename(file)}: {len(after)} records, {len(names)} tags, {count(after) - count(before)} read back, "
          f"other fields {'the same' if same else 'changed'}")
