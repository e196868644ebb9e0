"""scikit-learn's side of bench/speed/compare.ts and related.ts: reads a step a line, prints its CPU seconds and a figure to compare."""

import gzip
import json
import os
import sys
import time

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

opened = gzip.open if sys.argv[1].endswith(".gz") else open
with opened(sys.argv[1], "rt", encoding="utf-8") as lines:
    papers = [json.loads(line) for line in lines if line.strip()]
texts = [f"{paper['title']}\n{paper['abstract']}" for paper in papers]
state = {}


def tfidf():
    state["vectors"] = TfidfVectorizer(stop_words="english", min_df=2, sublinear_tf=True).fit_transform(texts)
    return state["vectors"].shape[1]


def given(name):
    """The same matrix that the other side works on, written by it as raw arrays."""
    from scipy.sparse import csr_matrix

    indptr = numpy.fromfile(f"{name}.indptr", dtype=numpy.uint32).astype(numpy.int32)
    indices = numpy.fromfile(f"{name}.indices", dtype=numpy.uint32).astype(numpy.int32)
    matrix = csr_matrix((numpy.fromfile(f"{name}.data", dtype=numpy.float64), indices, indptr))
    state["float64"] = matrix
    state["float32"] = matrix.astype(numpy.float32)
    return matrix.nnz


def svd(precision):
    fitted = TruncatedSVD(100, random_state=0).fit(state[precision])
    return float((fitted.singular_values_.astype(numpy.float64) ** 2).sum())


def kmeans(precision, iterations):
    """Seconds of `iterations` more iterations: a long run less a short one from the same start."""
    times = []
    for limit in (2, 2 + int(iterations)):
        start = time.process_time()
        KMeans(100, n_init=1, max_iter=limit, init="random", random_state=0, algorithm="lloyd", tol=0).fit(state[precision])
        times.append(time.process_time() - start)
    state["override"] = (times[1] - times[0]) / int(iterations)
    return 0


def related(way, row, limit):
    """The rows nearest to one row, by brute force."""
    from sklearn.metrics.pairwise import linear_kernel
    from sklearn.neighbors import NearestNeighbors

    matrix = state["float64"]
    if way == "neighbours":
        if "neighbours" not in state:
            state["neighbours"] = NearestNeighbors(n_neighbors=limit + 1, metric="cosine", algorithm="brute").fit(matrix)
        start = time.process_time()
        state["neighbours"].kneighbors(matrix[row])
    else:
        start = time.process_time()
        if way == "product":
            scores = (matrix @ matrix[row].T).toarray().ravel()
        else:
            scores = linear_kernel(matrix[row], matrix).ravel()
        best = numpy.argpartition(-scores, limit + 1)[: limit + 1]
        best[numpy.argsort(-scores[best])]
    state["override"] = time.process_time() - start
    return 0


STEPS = {"tfidf": tfidf, "given": given, "svd": svd, "kmeans": kmeans, "related": related}
print(json.dumps({"ready": len(papers)}), flush=True)
for line in sys.stdin:
    name, *arguments = json.loads(line)
    state.pop("override", None)
    start = time.process_time()
    figure = STEPS[name](*arguments)
    seconds = state.get("override", time.process_time() - start)
    print(json.dumps({"seconds": seconds, "figure": figure}), flush=True)
