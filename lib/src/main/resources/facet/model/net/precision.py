"""Makes precision.pt, the two casts that DJL has none of: differentiable ones between float32 and bfloat16.

    python precision.py     (PyTorch 2.7; the file is the same on every system)
"""

import torch


class Precision(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.to(torch.bfloat16)

    @torch.jit.export
    def widen(self, x: torch.Tensor) -> torch.Tensor:
        return x.to(torch.float32)


if __name__ == "__main__":
    torch.jit.script(Precision().eval()).save("precision.pt")
