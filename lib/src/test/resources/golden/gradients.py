"""Writes resnet50-fpn-SIZE-vSTRIDES-float64.npz: torchvision's gradients of a first training step, and the losses of five, in double precision.

In float32 a rounding moves a few of a ReLU's inputs across 0, and the gradient of the first layers with them: between two processors,
layouts or libraries by 3e-4 to 2e-2, and the losses of the next steps by up to 3e-3. In float64 nothing crosses, so these hold on every
machine. The formulas are README.md's.

usage: python gradients.py ../../../../../data/weights/resnet50-imagenet-v1-int8.safetensors [SIZE STRIDES], by default 112 1
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


def network(file, strides):
    net = resnet_fpn_backbone(backbone_name="resnet50", weights=None, norm_layer=nn.BatchNorm2d, trainable_layers=5)
    for stage in (net.body.layer2, net.body.layer3, net.body.layer4):
        stage[0].conv1.stride, stage[0].conv2.stride = ((2, 2), (1, 1)) if strides == "1" else ((1, 1), (2, 2))
    net.body.load_state_dict(weights(file), strict=False)  # without num_batches_tracked
    parameters = [p for blocks in (net.fpn.inner_blocks, net.fpn.layer_blocks) for block in blocks for p in (block[0].weight, block[0].bias)]
    for k, p in enumerate(parameters):
        i = numpy.arange(p.numel())
        values = 0.01 * numpy.cos(i + k) if p.dim() == 1 else numpy.sin(0.37 * i + k) / math.sqrt(p[0].numel())
        p.data = torch.tensor(values.reshape(p.shape), dtype=torch.float32)
    return net.train().double()


def images(size):
    n, c, i, j = numpy.ogrid[:6, :3, :size, :size]
    return torch.tensor(1.5 * numpy.sin(0.07 * i + 0.11 * j * (c + 1) + 0.9 * n) + 0.5 * numpy.cos(0.013 * i * j + n)).float().double()


def distance(a, b):
    return ((a - b).square().sum(dim=1) + 1e-12).sqrt()


def backward(net, batch, level):
    maps = net(batch)["0"] if level == "P2" else net.body(batch)["3"]
    anchor, positive, negative = maps.mean(dim=(2, 3)).chunk(3)
    loss = (distance(anchor, positive) - distance(anchor, negative) + 1).clamp(min=0).mean()
    loss.backward()
    return loss.item()


def main():
    file, size, strides = sys.argv[1], *(sys.argv[2:4] or ("112", "1"))
    batch = images(int(size))
    values = {}
    for level in ("none", "P2"):
        net = network(file, strides)
        sgd = torch.optim.SGD(net.parameters(), lr=1e-6, momentum=0.9)
        losses = [backward(net, batch, level)]
        values[f"{level}_loss"] = numpy.array(losses)
        values[f"{level}_conv1"] = net.body.conv1.weight.grad[:4].numpy().copy()
        values[f"{level}_bn1"] = net.body.bn1.weight.grad.numpy().copy()
        values[f"{level}_layer4.2.conv3"] = net.body.layer4[2].conv3.weight.grad[:4, :16].numpy().copy()
        if level == "P2":
            values["P2_inner0"] = net.fpn.inner_blocks[0][0].weight.grad[:4].numpy().copy()
        for _ in range(4):
            sgd.step()
            sgd.zero_grad()
            losses.append(backward(net, batch, level))
        values[f"{level}_losses"] = numpy.array(losses)
        values[f"{level}_bn1_running_mean"] = net.body.bn1.running_mean.numpy()
    numpy.savez(f"resnet50-fpn-{size}-v{strides}-float64.npz", **values)


if __name__ == "__main__":
    main()
