"""Makes small media files with FFmpeg's own encoders."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray


def tone(seconds: float, *, hz: float = 440.0, rate: int = 16_000, gain: float = 0.3) -> NDArray[np.float32]:
    """Return a sine."""
    time = np.arange(int(seconds * rate)) / rate
    return (gain * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def alternating(seconds: float, rate: int = 16_000) -> NDArray[np.float32]:
    """Return two channels that speak in turns of a second."""
    on = (np.arange(int(seconds * rate)) // rate) % 2 == 0
    left, right = tone(seconds, rate=rate), tone(seconds, hz=300, rate=rate)
    return np.stack([left * on, right * ~on])


def write(
    path: Path,
    samples: NDArray[np.float32],
    *,
    codec: str,
    rate: int = 16_000,
    container: str | None = None,
    with_video: bool = False,
    tracks: int = 1,
) -> Path:
    """Write one or two channels of samples within ±1 as a media file, as often as there shall be tracks."""
    channels = np.atleast_2d(samples)
    layout = {1: "mono", 2: "stereo", 3: "2.1", 6: "5.1"}[channels.shape[0]]
    with av.open(str(path), "w", format=container) as output:
        video = output.add_stream("mpeg4", rate=5) if with_video else None
        if video is not None:
            video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        streams = [output.add_stream(codec, rate=rate, layout=layout) for _ in range(tracks)]
        for start in range(0, channels.shape[1], 1024):
            part = np.ascontiguousarray(channels[:, start : start + 1024])
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=layout)
            frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
            for stream in streams:
                output.mux(stream.encode(frame))
        for stream in streams:
            output.mux(stream.encode(None))
        if video is not None:
            for index in range(int(channels.shape[1] / rate * 5)):
                picture = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
                picture.pts = index
                output.mux(video.encode(picture))
            output.mux(video.encode(None))
    return path
