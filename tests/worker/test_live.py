"""Text comes while the recording grows, and what is final is not done again."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from insight_desktop.asr.transcriber import Samples, SpeechWindow, TranscriptionOptions
from insight_desktop.audio.recording_file import RecordingFile
from insight_desktop.audio.recording_folder import RecordingFolder
from insight_desktop.domain.timespan import TimeSpan
from insight_desktop.domain.transcript import Segment
from insight_desktop.recordings import LIVE
from insight_desktop.worker.live import Live
from insight_desktop.worker.live_messages import LiveText, StartLive


class _Loud:
    """Takes everything above a whisper for speech."""

    frame = 512

    def __init__(self) -> None:
        self._rest: Samples = np.zeros(0, np.float32)

    def probabilities(self, samples: Samples) -> Samples:
        sound = np.concatenate([self._rest, samples])
        count = len(sound) // 512
        self._rest = sound[count * 512 :]
        return (np.abs(sound[: count * 512].reshape(count, 512)).max(axis=1, initial=0) > 0.1).astype(np.float32)


class _Echoing:
    """Writes down how long a window is."""

    model = "test"

    def __init__(self) -> None:
        self.asked: list[TranscriptionOptions] = []

    def new_detector(self) -> _Loud:
        return _Loud()

    def language_of(self, _window: SpeechWindow) -> str:
        return "en"

    def transcribe(self, window: SpeechWindow, options: TranscriptionOptions) -> Sequence[Segment]:
        self.asked.append(options)
        span = TimeSpan(start=window.span.start, end=window.span.end)
        return [Segment(span=span, text=f"{window.speech_s:.0f}s", channel=window.channel)]


def _speech(seconds: float) -> np.ndarray:
    return np.random.default_rng(1).integers(-9000, 9000, int(seconds * 48000), dtype=np.int16)


def _pause(seconds: float) -> np.ndarray:
    return np.zeros(int(seconds * 48000), dtype=np.int16)


def _live(path: Path, language: str = "ja") -> tuple[Live, _Echoing]:
    transcriber = _Echoing()
    asked = StartLive(recording="r", folder=str(path), language=language)
    return Live(RecordingFolder(path), transcriber, asked), transcriber


def test_utterance_is_shown_after_its_pause_on_its_own_side(tmp_path: Path):
    live, _ = _live(tmp_path)
    assert list(live.step()) == []
    with RecordingFile(tmp_path / "mic.wav") as mic, RecordingFile(tmp_path / "system.wav") as system:
        mic.write(_pause(1))
        mic.write(_speech(2))
        system.write(_pause(3))
        assert list(live.step()) == []
        mic.write(_pause(0.6))
        system.write(_speech(1))
        (text,) = live.step()
        assert (text.channel, text.text, text.is_final) == (0, "2s", False)
        assert abs(text.start_s - 0.8) < 0.1
        assert text.behind_s < 1
        system.write(_pause(0.6))
        (text,) = live.step()
        assert text.channel == 1
    live.close()


def test_full_window_is_kept_for_good_with_the_settings_of_the_pipeline(tmp_path: Path):
    live, transcriber = _live(tmp_path)
    texts: list[LiveText] = []
    with RecordingFile(tmp_path / "mic.wav") as mic:
        for _ in range(9):
            mic.write(_speech(4))
            mic.write(_pause(0.8))
            texts += live.step()
    live.close()
    finals = [text for text in texts if text.is_final]
    assert len(finals) == 1
    assert finals[0].end_s > 16
    assert TranscriptionOptions() in transcriber.asked
    assert (tmp_path / LIVE).read_bytes().count(b"\n") == 1


def test_late_utterances_are_left_out_and_windows_are_not(tmp_path: Path):
    live, transcriber = _live(tmp_path)
    texts: list[LiveText] = []
    with RecordingFile(tmp_path / "mic.wav") as mic:
        for _ in range(12):
            mic.write(_speech(4))
            mic.write(_pause(0.8))
        for _ in range(12):
            texts += live.step()
    live.close()
    assert any(text.is_final for text in texts)
    assert sum(not text.is_final for text in texts) <= 3
    assert len(transcriber.asked) < 8


def test_language_is_found_once(tmp_path: Path):
    live, transcriber = _live(tmp_path, language="auto")
    with RecordingFile(tmp_path / "mic.wav") as mic:
        mic.write(_speech(2))
        mic.write(_pause(1))
        list(live.step())
    live.close()
    assert transcriber.asked[0].language == "en"
