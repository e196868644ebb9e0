"""The peer of bench/speed/tagging.ts: scikit-learn's TF-IDF and LinearSVC as a pipeline, CPU seconds of predict.

Arguments: a file of labelled papers and a file of papers to tag, both JSON Lines with title, abstract and label.
"""

import json
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC


def read(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


examples, papers = (read(path) for path in sys.argv[1:3])
texts = [[f"{paper['title']}\n{paper['abstract']}" for paper in own] for own in (examples, papers)]
vectorizer = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, stop_words="english")
pipeline = make_pipeline(vectorizer, LinearSVC(class_weight="balanced"))
pipeline.fit(texts[0], [paper["label"] for paper in examples])
start = time.process_time()
pipeline.predict(texts[1])
print(time.process_time() - start)
