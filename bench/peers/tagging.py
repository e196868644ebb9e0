"""The peer of bench/quality/tagging.ts: scikit-learn's TF-IDF and LinearSVC on the splits that it writes to standard input.

Each task: {"texts": [...], "train": [rows], "test": [rows], "labels": [[...] for each train row], "multi": bool}.
TF-IDF is fitted on the rows of "fit". Answers one line a task: the labels given to each test row.
"""

import json
import sys
import warnings

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold
from sklearn.svm import LinearSVC

warnings.filterwarnings("ignore")


def decisions(x, rows, signs, test):
    if len(set(signs)) < 2:
        return numpy.full(len(test), -1.0)
    return LinearSVC(class_weight="balanced").fit(x[rows], signs).decision_function(x[test])


def table(x, rows, labels, names, test):
    columns = [decisions(x, rows, [name in own for own in labels], test) for name in names]
    return numpy.array(columns).T


def tuned(x, rows, labels, names):
    """The threshold of best micro-F1 in a fourfold cross-validation within the training rows."""
    gold = numpy.array([[name in own for name in names] for own in labels])
    scores = numpy.zeros(gold.shape)
    for inner, held in KFold(4, shuffle=True, random_state=0).split(rows):
        scores[held] = table(x, [rows[i] for i in inner], [labels[i] for i in inner], names, [rows[i] for i in held])
    best = (0, 0.0)
    for threshold in numpy.unique(scores):
        given = scores >= threshold
        best = max(best, (2 * (given & gold).sum() / (given.sum() + gold.sum()), threshold))
    return best[1]


for line in sys.stdin:
    task = json.loads(line)
    vectorizer = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, stop_words="english")
    vectorizer.fit([task["texts"][row] for row in task["fit"]])
    x = vectorizer.transform(task["texts"])
    names = sorted({name for own in task["labels"] for name in own})
    if task["multi"]:
        threshold = tuned(x, task["train"], task["labels"], names)
        scores = table(x, task["train"], task["labels"], names, task["test"])
        answer = [
            [names[j] for j in range(len(names)) if row[j] >= threshold] or [names[int(row.argmax())]] for row in scores
        ]
    else:
        first = [own[0] for own in task["labels"]]
        machine = LinearSVC(class_weight="balanced").fit(x[task["train"]], first)
        answer = [[name] for name in machine.predict(x[task["test"]])]
    print(json.dumps(answer), flush=True)
