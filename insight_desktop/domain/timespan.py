"""A stretch of time inside a recording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TimeSpan:
    """The half-open interval [start, end) in seconds from the beginning of the recording."""

    start: float
    end: float

    def __post_init__(self) -> None:
        """Reject a span that ends before it starts, or that starts before the recording."""
        if self.end < self.start or self.start < 0:
            message = f"impossible span [{self.start}, {self.end})"
            raise ValueError(message)

    @property
    def duration(self) -> float:
        """The length in seconds."""
        return self.end - self.start

    def overlap(self, other: "TimeSpan") -> float:
        """Return how many seconds both spans share."""
        return max(0.0, min(self.end, other.end) - max(self.start, other.start))

    def union(self, other: "TimeSpan") -> "TimeSpan":
        """Return the smallest span that holds both."""
        return TimeSpan(start=min(self.start, other.start), end=max(self.end, other.end))

    def shift(self, seconds: float) -> "TimeSpan":
        """Return the span moved by `seconds`."""
        return TimeSpan(start=self.start + seconds, end=self.end + seconds)


def clock(seconds: float) -> str:
    """Return a place in a recording: 12:04, or 1:02:04 after the first hour."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
