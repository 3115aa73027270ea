"""Writes scores-*.csv (synthetic distances) and scikit.json: what scikit-learn's roc_curve and roc_auc_score make of them.

Made with scikit-learn 1.9.1 and numpy 2.4.6.

usage: python scikit.py
"""

import csv
import json
from pathlib import Path

import numpy
from sklearn.metrics import roc_auc_score, roc_curve

random = numpy.random.default_rng(21)


def write(name, rows):
    with Path(f"scores-{name}.csv").open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["same", "distance", "fold", "person_a", "person_b"])
        out.writerows(rows)
    same = [row[0] for row in rows]
    scores = [-row[1] for row in rows]
    far, tar, thresholds = roc_curve(same, scores, drop_intermediate=False)
    # JSON has no infinity: the first threshold, which accepts nothing, is left out.
    return {"far": far.tolist(), "tar": tar.tolist(), "thresholds": thresholds[1:].tolist(), "auc": roc_auc_score(same, scores)}


def people(pairs, folds):
    """In each fold half of the pairs are of one person; folds share nobody. A person's own shift makes the pairs of one person depend on each other."""
    rows = []
    for fold in range(1, folds + 1):
        shift = random.normal(0, 0.15, 8)
        for i in range(pairs // folds):
            same = i % 2
            a, b = (random.integers(8),) * 2 if same else random.choice(8, 2, replace=False)
            distance = abs(float(random.normal(0.7 if same else 1.2, 0.25) + shift[a] + shift[b]))
            rows.append([same, distance, fold, f"p{fold}-{a}", f"p{fold}-{b}"])
    return rows


def plain(distances, same):
    return [[int(one), float(distance), "", "", ""] for one, distance in zip(same, distances, strict=True)]


half = numpy.arange(240) % 2
values = {
    "people": write("people", people(400, 10)),
    "ties": write("ties", plain(numpy.round(random.normal(1.1 - 0.3 * half, 0.3), 1), half)),
    "equal": write("equal", plain(numpy.full(6, 0.5), [0, 1, 1, 0, 1, 0])),
    "parted": write("parted", plain([0.1, 0.2, 0.3, 0.4, 0.5], [1, 1, 1, 0, 0])),
    "reversed": write("reversed", plain([0.1, 0.2, 0.3], [0, 0, 1])),
    "negative": write("negative", plain(-random.uniform(-1, 1, 30), random.integers(0, 2, 30))),
}
with Path("scikit.json").open("w") as file:
    json.dump(values, file)
    file.write("\n")
