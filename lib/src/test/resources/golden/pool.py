"""Adds eval_embedding_POOL to resnet50-fpn-SIZE-vSTRIDES.npz: the means over places of torchvision's output "pool", which stands behind P5.

Says how far the same network's P5 is from the file's. The formulas are README.md's.

usage: python pool.py ../../../../../data/weights/resnet50-imagenet-v1-int8.safetensors [SIZE STRIDES], by default 112 1
"""

import sys

import numpy
import torch
from gradients import images, network


def main():
    file, size, strides = sys.argv[1], *(sys.argv[2:4] or ("112", "1"))
    name = f"resnet50-fpn-{size}-v{strides}.npz"
    values = dict(numpy.load(name))
    with torch.no_grad():
        maps = network(file, strides).eval().float()(images(int(size)).float())
    p5, pool = (maps[level].mean(dim=(2, 3)).numpy() for level in ("3", "pool"))
    error = numpy.linalg.norm(p5 - values["eval_embedding_P5"]) / numpy.linalg.norm(p5)
    print(f"P5 differs by {error:.1e}; pool has the places {tuple(maps['pool'].shape[2:])} of {tuple(maps['3'].shape[2:])}")
    values["eval_embedding_POOL"] = pool
    numpy.savez(name, **values)


if __name__ == "__main__":
    main()
