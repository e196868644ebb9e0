"""
scikit-learn's side of bench/speed/chain.ts: a file of papers to themes with their top terms, and an index of neighbours.

With "phrases" as the fourth argument the themes are named by phrases of up to three words, as BERTopic names them: counted
in the texts of each theme together, weighed by class-based TF-IDF.
"""

import sys
import time

clock = [time.perf_counter(), time.process_time()]
stages = []


def mark(stage):
    now = [time.perf_counter(), time.process_time()]
    stages.append({"stage": stage, "wall": now[0] - clock[0], "cpu": now[1] - clock[1]})
    clock[:] = now


import gzip
import json
import resource

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import normalize

mark("start")
file, themes, dimensions, naming = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
opened = gzip.open if file.endswith(".gz") else open
with opened(file, "rt", encoding="utf-8") as lines:
    papers = [json.loads(line) for line in lines if line.strip()]
texts = [f"{paper['title']}\n{paper['abstract']}" for paper in papers]
mark("read")
vectorizer = TfidfVectorizer(stop_words="english", min_df=2, sublinear_tf=True)
vectors = vectorizer.fit_transform(texts)
mark("text to TF-IDF")
svd = TruncatedSVD(dimensions, random_state=0)
rows = normalize(svd.fit_transform(vectors))
mark("SVD")
kmeans = KMeans(themes, n_init=10, random_state=0).fit(rows)
mark("k-means, ten starts")
sizes = np.bincount(kmeans.labels_, minlength=themes)
if naming == "phrases":
    namer = CountVectorizer(stop_words="english", ngram_range=(1, 3), min_df=2)
    counts = namer.fit_transform(texts)
    sums = np.vstack([counts[kmeans.labels_ == theme].sum(axis=0).A1 for theme in range(themes)]).astype(float)
    total = sums.sum(axis=0)
    weights = sums / sums.sum(axis=1, keepdims=True) * np.log(1 + sums.sum() / themes / total)
else:
    namer = vectorizer
    weights = np.vstack([vectors[kmeans.labels_ == theme].mean(axis=0).A1 for theme in range(themes)])
terms = namer.get_feature_names_out()
labels = [", ".join(terms[i] for i in row.argsort()[::-1][:5]) for row in weights]
labels = [{"papers": int(size), "label": label} for size, label in zip(sizes, labels)]
mark("top terms")
NearestNeighbors(n_neighbors=10, metric="cosine").fit(vectors)
mark("index")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"stages": stages, "peak": peak, "papers": len(papers), "themes": labels}))
