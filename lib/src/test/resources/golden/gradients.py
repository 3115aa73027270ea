"""Writes resnet50-fpn-112-v1-float64.npz: torchvision's gradients of a first training step, in double precision.

In float32 a rounding moves a few of a ReLU's inputs across 0, and the gradient of the first layers with them: between two processors,
layouts or libraries by 3e-4 to 2e-2. In float64 nothing crosses, so these hold on every machine. The formulas are README.md's.

usage: python gradients.py ../../../../../data/weights/resnet50-imagenet-v1-int8.safetensors
"""

import math
import sys

import numpy
import safetensors.torch
import torch
from torch import nn
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone


def weights(file):
    stored = safetensors.torch.load_file(file)
    state = {}
    for name, value in stored.items():
        if not name.endswith(".scale"):
            scale = stored.get(name + ".scale")
            state[name] = value.float() if scale is None else value.float() * scale.reshape(-1, 1, 1, 1)
    return state


def network(file):
    net = resnet_fpn_backbone(backbone_name="resnet50", weights=None, norm_layer=nn.BatchNorm2d, trainable_layers=5)
    for stage in (net.body.layer2, net.body.layer3, net.body.layer4):
        stage[0].conv1.stride, stage[0].conv2.stride = (2, 2), (1, 1)
    net.body.load_state_dict(weights(file), strict=False)  # without num_batches_tracked
    parameters = [p for blocks in (net.fpn.inner_blocks, net.fpn.layer_blocks) for block in blocks for p in (block[0].weight, block[0].bias)]
    for k, p in enumerate(parameters):
        i = numpy.arange(p.numel())
        values = 0.01 * numpy.cos(i + k) if p.dim() == 1 else numpy.sin(0.37 * i + k) / math.sqrt(p[0].numel())
        p.data = torch.tensor(values.reshape(p.shape), dtype=torch.float32)
    return net.train().double()


def images(size=112):
    n, c, i, j = numpy.ogrid[:6, :3, :size, :size]
    return torch.tensor(1.5 * numpy.sin(0.07 * i + 0.11 * j * (c + 1) + 0.9 * n) + 0.5 * numpy.cos(0.013 * i * j + n)).float().double()


def distance(a, b):
    return ((a - b).square().sum(dim=1) + 1e-12).sqrt()


def main():
    values = {}
    for level in ("none", "P2"):
        net = network(sys.argv[1])
        maps = net(images())["0"] if level == "P2" else net.body(images())["3"]
        anchor, positive, negative = maps.mean(dim=(2, 3)).chunk(3)
        loss = (distance(anchor, positive) - distance(anchor, negative) + 1).clamp(min=0).mean()
        loss.backward()
        values[f"{level}_loss"] = loss.detach().reshape(1)
        values[f"{level}_conv1"] = net.body.conv1.weight.grad[:4]
        values[f"{level}_bn1"] = net.body.bn1.weight.grad
        values[f"{level}_layer4.2.conv3"] = net.body.layer4[2].conv3.weight.grad[:4, :16]
        if level == "P2":
            values["P2_inner0"] = net.fpn.inner_blocks[0][0].weight.grad[:4]
    numpy.savez("resnet50-fpn-112-v1-float64.npz", **{name: value.numpy() for name, value in values.items()})


main()
