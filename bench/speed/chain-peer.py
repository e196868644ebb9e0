"""scikit-learn's side of bench/speed/chain.ts: a file of papers to themes with their top terms, and an index of neighbours."""

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

from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import NearestNeighbors
from sklearn.preprocessing import normalize

mark("start")
file, themes, dimensions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
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
terms = vectorizer.get_feature_names_out()
labels = []
for theme in range(themes):
    members = vectors[kmeans.labels_ == theme]
    heart = members.mean(axis=0).A1
    labels.append({"papers": members.shape[0], "label": ", ".join(terms[i] for i in heart.argsort()[::-1][:5])})
mark("top terms")
NearestNeighbors(n_neighbors=10, metric="cosine").fit(vectors)
mark("index")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"stages": stages, "peak": peak, "papers": len(papers), "themes": labels}))
