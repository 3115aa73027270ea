"""
Measures what each setting of training costs beside the default: seconds a batch and memory, in one go.

Each round trains the default and then each setting, every one in a program of its own: the paper's network (P2, fp32) at 112 pixels on sixty generated people.
A setting's time is divided by the default's of the same round; the table has the median, the lowest and the highest of the rounds.
"""

import argparse
import csv
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
PEOPLE = 60  # of whom Facet trains on 48: six batches of eight triplets, or four of twelve people
EPOCHS = 3
TIMED = 2  # of them; the first has to compile
# A learning rate and a margin with which each batch has a loss to the end: one without is spared its backward pass.
COMMON = "--size 112 --precision fp32 --lr 1e-6"
MARGIN = "--margin 1000"
WITHOUT_MARGIN = "soft margin"  # has a loss for each triplet by itself
SETTINGS = {
    "default": "",
    "random triplets": "--mining random",
    "semihard": "--mining semihard",
    "batch hard": "--mining batchhard",
    "soft margin": "--loss soft",
    "squared distance": "--distance squared",
    "unit length": "--normalize true",
    "mirrored": "--flip true",
    "random crop": "--crop true",
    "cosine schedule": f"--schedule cosine --over {EPOCHS}",
    "step schedule": f"--schedule step --over {EPOCHS}",
    "weight decay": "--decay 0.0001",
    "clipped gradients": "--clip 1",
    "batches of 32": "--accumulate 4",
}


def main():
    parser = argparse.ArgumentParser(prog="environment/facet benchmark --settings", description="What each setting of training costs beside the default.")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is trained (default: 3)")
    rounds = parser.parse_args().rounds
    if rounds < 1:
        parser.error("the number of rounds has to be at least 1")
    measured = {name: [] for name in SETTINGS}
    with tempfile.TemporaryDirectory() as folder:
        people = copy_people(Path(folder, "people"))
        started = time.monotonic()
        for turn in range(rounds):
            for place, (name, options) in enumerate(SETTINGS.items()):
                print(f"round {turn + 1}/{rounds}, {name}{time_left(started, turn * len(SETTINGS) + place, rounds * len(SETTINGS))}", file=sys.stderr, flush=True)
                margin = "" if name == WITHOUT_MARGIN else MARGIN
                measured[name].append(train(people, Path(folder, f"runs-{turn}", name.replace(" ", "-")), f"{margin} {options}"))
    print(table(measured))


def time_left(started, done, of):
    if not done:
        return ""
    return f", about {max(1, round((time.monotonic() - started) / done * (of - done) / 60))} min left"


def copy_people(folder):
    images = HOME / "data/generated-faces/images"
    several = [person for person in sorted(images.iterdir()) if len(list(person.iterdir())) > 1]
    for person in several[:PEOPLE]:
        shutil.copytree(person, folder / person.name)
    return folder


def train(people, runs, options):
    """Seconds a batch, and the most memory in bytes."""
    command = [HOME / "environment/facet", "train", "--data", people, "--epochs", str(EPOCHS), "--runs", runs, *COMMON.split(), *options.split()]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "FACET_FEATURES": str(runs.parent / "features")})
    if answer.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{answer.stdout}{answer.stderr}")
    return cost(next(runs.glob("*/log.csv")).parent)


def cost(run):
    epochs, steps = rows(run / "log.csv"), rows(run / "steps.csv")
    timed = [row for row in epochs if int(row["epoch"]) > EPOCHS - TIMED]
    batches = [row for row in steps if int(row["epoch"]) > EPOCHS - TIMED]
    return sum(float(row["seconds"]) for row in timed) / len(batches), int(epochs[-1]["bytes"])


def rows(file):
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def table(measured):
    """In Markdown: of each setting the times as multiples of the default's in the same round, and the memory."""
    lines = ["| setting | seconds a batch | times the default | memory, GB |", "|---|---|---|---|"]
    for name, costs in measured.items():
        ratios = [seconds / default for (seconds, _), (default, _) in zip(costs, measured["default"], strict=True)]
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})" if name != "default" else "1"
        lines.append(f"| {name} | {statistics.median(cost[0] for cost in costs):.2f} | {spread} | {statistics.median(cost[1] for cost in costs) / 1e9:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
