"""
The PyTorch side of the benchmark: a script as one writes it, or with --tuned what PyTorch offers to make it faster on a CPU (channels
last, bfloat16 by autocast where that is named, only the level that is used; the driver loads Facet's allocator). It takes a task in a line of JSON and answers in one.
"""

import argparse
import contextlib
import json
import os
import platform
import sys
import time
from pathlib import Path

import torch
import torchvision

import faces
from network import Embedder, TunedEmbedder, triplet_loss

MATMUL = 2048  # rows and columns


class Peer:
    def __init__(self, tuned):
        self.tuned = tuned

    def layout(self, images):
        return images.contiguous(memory_format=torch.channels_last) if self.tuned else images

    def precision(self):
        return torch.autocast("cpu", torch.bfloat16) if self.tuned == "bf16" else contextlib.nullcontext()

    def network(self, weights):
        if not self.tuned:
            return Embedder(weights)
        return TunedEmbedder(weights).to(memory_format=torch.channels_last)

    def train(self, model, sgd, images, margin):
        with self.precision():
            embeddings = model(images)
        loss = triplet_loss(embeddings.float(), margin)
        sgd.zero_grad()
        loss.backward()
        sgd.step()
        return loss.item()

    # --- the tasks; **_ stands for settings that only Facet's side needs ---

    def about(self):
        return {"library": "torchvision " + torchvision.__version__, "torch": torch.__version__, "threads": torch.get_num_threads(),
                "language": "Python " + platform.python_version(), "allocator": allocator()}

    def open(self, weights, learningRate, momentum, margin, **_):
        self.margin = margin
        self.model = self.network(weights)
        self.sgd = torch.optim.SGD(self.model.parameters(), lr=learningRate, momentum=momentum)
        return {}

    def step(self, pictures, size, batch, steps, **_):
        one = 3 * batch
        ready = [self.layout(faces.from_bytes(pictures, size, i * one, one)) for i in range(steps)]
        self.model.train()
        start = time.perf_counter()
        for images in ready:
            self.train(self.model, self.sgd, images, self.margin)
        return {"value": (time.perf_counter() - start) / steps}

    def embed(self, pictures, size, files, batch):
        ready = [self.layout(faces.from_bytes(pictures, size, first, min(batch, len(files) - first))) for first in range(0, len(files), batch)]
        self.model.eval()
        start = time.perf_counter()
        with torch.inference_mode(), self.precision():
            for images in ready:
                self.model(images).float().numpy()
        return {"value": len(files) / (time.perf_counter() - start)}

    def epoch(self, groups, size, batch):
        self.model.train()
        start = time.perf_counter()
        for images in faces.batches(groups, size, batch):
            self.train(self.model, self.sgd, self.layout(images), self.margin)
        return {"value": time.perf_counter() - start}

    def losses(self, weights, pictures, size, batch, steps, learningRate, momentum, margin, **_):
        model = self.network(weights).train()
        sgd = torch.optim.SGD(model.parameters(), lr=learningRate, momentum=momentum)
        one = 3 * batch
        return {"losses": [self.train(model, sgd, self.layout(faces.from_bytes(pictures, size, i * one, one)), margin) for i in range(steps)]}

    def matmul(self):
        kinds = {"fp32": torch.float32, "bf16": torch.bfloat16}
        return {name: gflops(kinds[name]) for name in {"fp32", self.tuned}}

    def memory(self):
        status = Path("/proc/self/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return {"bytes": next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), None)}


def gflops(kind):
    """The best of ten products of two square matrices, in GFLOP/s."""
    a, b, c = (torch.rand(MATMUL, MATMUL).to(kind) for _ in range(3))
    best = float("inf")
    for _ in range(10):
        start = time.perf_counter()
        torch.mm(a, b, out=c)
        best = min(best, time.perf_counter() - start)
    return 2 * MATMUL**3 / best / 1e9


def allocator():
    maps = Path("/proc/self/maps")
    loaded = maps.read_text() if maps.exists() else ""
    return next((name for name in ("jemalloc", "mimalloc") if f"lib{name}" in loaded), "system")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tuned", metavar="PRECISION", choices=["fp32", "bf16"])
    peer = Peer(arguments.parse_args().tuned)
    # Whatever a library prints must not stand between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        task = json.loads(line)
        name = task.pop("task")
        print(json.dumps(getattr(peer, name)(**task)), file=answers, flush=True)


if __name__ == "__main__":
    main()
