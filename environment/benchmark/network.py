"""Facet's network in PyTorch: torchvision's ResNet-50 with a feature pyramid, P2 averaged, and the triplet loss."""

import safetensors.torch
import torch
from torch import nn
from torch.nn import functional as F
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone


class Embedder(nn.Module):
    """Images [N, 3, H, W] to embeddings [N, 256], by torchvision's modules as they are."""

    def __init__(self, weights):
        super().__init__()
        self.net = resnet_fpn_backbone(backbone_name="resnet50", weights=None, norm_layer=nn.BatchNorm2d, trainable_layers=5)
        # The embedded weights are ResNet v1: a stage's stride is that of its first 1x1 convolution. torchvision builds v1.5.
        for stage in (self.net.body.layer2, self.net.body.layer3, self.net.body.layer4):
            stage[0].conv1.stride, stage[0].conv2.stride = (2, 2), (1, 1)
        self.net.load_state_dict(safetensors.torch.load_file(weights))

    def forward(self, images):
        return self.net(images)["0"].mean(dim=(2, 3))


class TunedEmbedder(Embedder):
    """The same function without what P2 does not need: torchvision convolves P3, P4 and P5 as well. Sums over places stay float32."""

    def forward(self, images):
        fpn = self.net.fpn
        maps = list(self.net.body(images).values())
        top = fpn.inner_blocks[3](maps[3])
        for level in (2, 1, 0):
            lateral = fpn.inner_blocks[level](maps[level])
            top = lateral + F.interpolate(top, size=lateral.shape[-2:], mode="nearest")
        return fpn.layer_blocks[0](top).mean(dim=(2, 3), dtype=torch.float32)


def distance(a, b):
    return ((a - b).square().sum(dim=1) + 1e-12).sqrt()


def triplet_loss(embeddings, margin=1.0):
    """Mean of max(d(A, P) - d(A, N) + margin, 0); embeddings are all anchors, all positives, all negatives."""
    anchor, positive, negative = embeddings.chunk(3)
    return (distance(anchor, positive) - distance(anchor, negative) + margin).clamp(min=0).mean()
