"""Counts and tags a collection under Apache Spark and checks that one process gives the same.

Run: npm run build && python examples/spark/run.py [papers.jsonl] [parts]
Needs: pyspark (pip install pyspark), Java 17, Node 20. Without arguments: the demonstration corpus in four parts.
"""

import pathlib
import subprocess
import sys
import tempfile

from pyspark import SparkConf, SparkContext

here = pathlib.Path(__file__).parent.resolve()
demonstration = here.parent.parent / "fixtures" / "abstracts.jsonl"
papers = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else demonstration
parts = int(sys.argv[2]) if len(sys.argv) > 2 else 4


def node(script, *arguments, lines=None):
    """Runs a script in this process's place; its lines of output."""
    text = None if lines is None else "".join(f"{line}\n" for line in lines)
    command = ["node", str(here / script), *map(str, arguments)]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.splitlines()


tagger = pathlib.Path(tempfile.mkdtemp()) / "tagger.themata"
node("fit-tagger.js", demonstration, tagger)

context = SparkContext(conf=SparkConf().setMaster("local[2]").setAppName("themata"))
context.setLogLevel("ERROR")
collection = context.textFile(papers.as_uri(), minPartitions=parts)
# checkCode: a script that fails must fail the job, not shorten its answer.
counted = collection.pipe(f"node {here}/count.js", checkCode=True).collect()
tagged = collection.pipe(f"node {here}/tag.js {tagger}", checkCode=True).collect()
context.stop()

lines = papers.read_text(encoding="utf-8").splitlines()
same_counts = node("merge.js", lines=counted) == node("count.js", lines=lines)
same_tags = tagged == node("tag.js", tagger, lines=lines)
print(f"{len(lines)} papers in {len(counted)} parts")
print(f"document frequencies equal to those of one process: {same_counts}")
print(f"tags equal to those of one process: {same_tags}")
sys.exit(0 if same_counts and same_tags else 1)
