"""`transcribe`: one recording in, its transcript out; keeps nothing."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from insight_desktop import wording
from insight_desktop.audio import decoding
from insight_desktop.cli.progress import ProgressLine
from insight_desktop.domain.events import SpeakersReady, StageDone
from insight_desktop.domain.job import Stage
from insight_desktop.domain.request import ProcessRequest
from insight_desktop.domain.transcript import Segment, Transcript

SUMMARY = "Writes down what is said in a recording, and by whom; nothing is kept."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("audio", type=Path, metavar="AUDIO", help="any audio or video file")
    parser.add_argument("--format", choices=("txt", "srt", "vtt", "json"), default="txt")
    parser.add_argument("--language", choices=("ja", "en", "auto"), default="ja")
    parser.add_argument("--rep-channel", type=int, choices=(0, 1), help="the rep's channel of a two-channel file")
    parser.add_argument("--people", type=int, metavar="N", help="how many people speak (else: by sound)")
    parser.add_argument("--model", default="base", metavar="NAME", help="the Whisper model (base)")


def run(options: argparse.Namespace) -> int:
    """Print the transcript."""
    transcript = transcribe(options)
    form = "json" if options.json else options.format
    if form == "json":
        print(json.dumps(_as_json(transcript), ensure_ascii=False, indent=2))
        return 0
    from insight_desktop.exports import transcript_text

    writers = {"txt": transcript_text.text, "srt": transcript_text.srt, "vtt": transcript_text.vtt}
    sys.stdout.write(writers[form](transcript))
    return 0


def transcribe(options: argparse.Namespace) -> Transcript:
    """Run the first steps of the pipeline in this process, so that one model serves one file."""
    from insight_desktop import pipeline
    from insight_desktop.audio.importing import channels_of
    from insight_desktop.worker.models import child_models

    found = decoding.probe(options.audio)
    request = ProcessRequest(
        meeting_id=options.audio.stem,
        audio_path=str(options.audio.absolute()),
        channels=channels_of(options.audio) if found.channels > 1 else 1,
        total_s=found.seconds or 0.0,
        language=options.language,
        rep_channel=options.rep_channel,
        people=options.people,
    )
    line = ProgressLine(options.audio.name, wording.user_language())
    segments: tuple[Segment, ...] = ()
    language, model = options.language, ""
    with child_models(options.model, understands=False) as models:
        for event in pipeline.transcribe(request, models):
            line.show(event)
            match event:
                case SpeakersReady():
                    segments = event.segments
                case StageDone(stage=Stage.TRANSCRIBE):
                    language, model = event.language, event.model
                case _:
                    pass
    line.close()
    return Transcript(segments=segments, language=language, model=model)


def _as_json(transcript: Transcript) -> dict[str, Any]:
    return {
        "language": transcript.language,
        "model": transcript.model,
        "turns": [
            {
                "i": index,
                "speaker": segment.speaker,
                "speaker_confidence": segment.speaker_confidence,
                "text": segment.text,
                "start_s": round(segment.span.start, 2),
                "end_s": round(segment.span.end, 2),
                "channel": segment.channel,
                "confidence": segment.confidence,
                "words": [
                    [round(word.span.start, 2), round(word.span.end, 2), word.text, word.confidence]
                    for word in segment.words
                ],
            }
            for index, segment in enumerate(transcript.segments)
        ],
    }
