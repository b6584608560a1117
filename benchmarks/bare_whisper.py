"""The peer: faster-whisper as its README shows it, each channel by itself, with the settings of this program.

python benchmarks/bare_whisper.py AUDIO [--language ja] [--channels 2]
"""

import argparse
import json
from pathlib import Path

from faster_whisper import WhisperModel
from faster_whisper.audio import decode_audio

from insight_desktop.asr.model_files import whisper_model


def main() -> None:
    """Transcribe and print the text of each channel as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("audio", type=Path)
    parser.add_argument("--language", default="ja")
    parser.add_argument("--channels", type=int, default=2)
    parser.add_argument("--beam", type=int, default=5)
    options = parser.parse_args()
    model = WhisperModel(str(whisper_model()), device="cpu", compute_type="int8", local_files_only=True)
    sounds = decode_audio(str(options.audio), split_stereo=True) if options.channels > 1 else None
    for sound in sounds if sounds is not None else [decode_audio(str(options.audio))]:
        segments, _ = model.transcribe(
            sound,
            language=options.language,
            beam_size=options.beam,
            vad_filter=True,
            condition_on_previous_text=False,
            word_timestamps=True,
        )
        print(json.dumps([[segment.start, segment.end, segment.text] for segment in segments], ensure_ascii=False))


if __name__ == "__main__":
    main()
