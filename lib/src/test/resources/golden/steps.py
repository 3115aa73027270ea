"""Writes resnet50-fpn-112-v1-steps-float64.npz: what four steps of torch.optim.SGD at the paper's learning rate make of torchvision's network, in double precision.

Each step sees the images in other roles, so that the triplets change. README.md says why in float64.

usage: python steps.py ../../../../../data/weights/resnet50-imagenet-v1-int8.safetensors
"""

import sys

import numpy
import torch
from gradients import distance, images, network
from torch import nn

STEPS = 4


def single(value):
    """Facet's settings are float32 numbers, and training multiplies what a setting differs by."""
    return float(numpy.float32(value))


def loss_of(embeddings):
    anchor, positive, negative = embeddings.chunk(3)
    return (distance(anchor, positive) - distance(anchor, negative) + 1).clamp(min=0).mean()


def steps(net, level, embed):
    """The losses, and parts of the network after the last step."""
    for module in net.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.eps, module.momentum = single(1e-5), 1 - single(0.9)
    sgd = torch.optim.SGD(net.parameters(), lr=single(0.001), momentum=single(0.9))
    losses = []
    for step in range(STEPS):
        loss = loss_of(embed(net(images(112).roll(step, 0))))
        losses.append(loss.detach())
        sgd.zero_grad()
        loss.backward()
        sgd.step()
    state = net.state_dict()
    prefix = f"steps_{level}_"
    return {prefix + "losses": torch.stack(losses), prefix + "conv1": state["body.conv1.weight"][:4],
            prefix + "layer4.2.conv3": state["body.layer4.2.conv3.weight"][:4, :16], prefix + "inner3": state["fpn.inner_blocks.3.0.weight"][:4, :64],
            prefix + "bn1_mean": state["body.bn1.running_mean"], prefix + "layer4.2.bn3_variance": state["body.layer4.2.bn3.running_var"][:64]}


values = steps(network(sys.argv[1], "1"), "P5", lambda maps: maps["3"].flatten(1))
values.update(steps(network(sys.argv[1], "1"), "P2", lambda maps: maps["0"].mean(dim=(2, 3))))
numpy.savez("resnet50-fpn-112-v1-steps-float64.npz", **{name: value.numpy() for name, value in values.items()})
