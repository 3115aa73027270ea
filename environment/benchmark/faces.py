"""The images: from JPEG files by a Dataset and a DataLoader, or from the bytes that Facet wrote."""

import os

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


class Groups(Dataset):
    """Anchor, positive and negative of each triplet, [3, 3, size, size]."""

    def __init__(self, groups, size):
        self.groups = groups
        self.transform = transforms.Compose([transforms.Resize((size, size)), transforms.ToTensor(), transforms.Normalize(MEAN, DEVIATION)])

    def __len__(self):
        return len(self.groups)

    def __getitem__(self, index):
        return torch.stack([self.transform(Image.open(file).convert("RGB")) for file in self.groups[index]])


def batches(groups, size, batch):
    """The batches of an epoch, each [3 * batch, 3, size, size]: anchors, positives, negatives."""
    workers = min(4, os.cpu_count() or 1)
    for images in DataLoader(Groups(groups, size), batch_size=batch, shuffle=True, num_workers=workers):
        yield images.transpose(0, 1).flatten(0, 1)


def from_bytes(file, size, first, count):
    """Images of a file of size x size x 3 bytes each, normalised: [count, 3, size, size]."""
    one = size * size * 3
    pixels = np.fromfile(file, np.uint8, count=count * one, offset=first * one).reshape(count, size, size, 3)
    normal = (pixels / np.float32(255) - np.float32(MEAN)) / np.float32(DEVIATION)
    return torch.from_numpy(normal).permute(0, 3, 1, 2).contiguous()
