"""Character error (ja) and word error (en) of this program against bare faster-whisper at its best, in one run.

    python benchmarks/speech_error.py AUDIO_DIR

AUDIO_DIR/manifest.tsv names the columns file, language, n_speakers and reference.
"""

import argparse
import csv
import json
from collections import defaultdict
from pathlib import Path

from speech_scores import distance, units

from insight_desktop import pipeline
from insight_desktop.asr.faster_whisper import FasterWhisper
from insight_desktop.asr.model_files import whisper_model
from insight_desktop.domain.events import SegmentReady, StageDone
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.pipeline import Models


def main() -> None:
    """Measure and print JSON."""
    from faster_whisper import WhisperModel

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("audio", type=Path)
    options = parser.parse_args()
    ours = FasterWhisper(whisper_model())
    bare = WhisperModel(str(whisper_model()), device="cpu", compute_type="int8", local_files_only=True)
    wrong: dict[tuple[str, str], int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    invented: dict[str, int] = defaultdict(int)
    with (options.audio / "manifest.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            path, language = options.audio / row["file"], row["language"]
            is_silent = row["n_speakers"] == "0"
            if not is_silent and (language not in ("ja", "en") or row["reference"] in ("", "RTTM")):
                continue
            spoken = "ja" if is_silent else language
            best, _ = bare.transcribe(
                str(path), language=spoken, beam_size=5, vad_filter=True, condition_on_previous_text=False
            )
            texts = {"ours": _ours(ours, path, spoken), "bare": " ".join(segment.text for segment in best)}
            if is_silent:
                for name, text in texts.items():
                    invented[name] += len(units(text, "ja"))
                continue
            reference = units(row["reference"], language)
            total[language] += len(reference)
            for name, text in texts.items():
                wrong[name, language] += distance(units(text, language), reference)
    result = {
        language: {name: round(wrong[name, language] / total[language], 4) for name in ("ours", "bare")}
        for language in total
    }
    print(json.dumps({**result, "letters invented in noise": dict(invented)}))


def _ours(transcriber: FasterWhisper, path: Path, language: str) -> str:
    models = Models(transcriber=lambda: transcriber, diarizer=_unused, understand=_unused)
    request = ProcessRequest(meeting_id="m", audio_path=str(path), language=language)
    texts = []
    for event in pipeline.transcribe(request, models):
        if isinstance(event, SegmentReady):
            texts.append(event.segment.text)
        if isinstance(event, StageDone):
            break
    return " ".join(texts)


def _unused() -> None:
    raise AssertionError


if __name__ == "__main__":
    main()
