"""`models`: which local models there are, where they come from, and how to get or repair them."""

import argparse
import json
import shutil
import sys
from pathlib import Path

from insight_desktop import wording
from insight_desktop.asr.model_files import whisper_model
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import adding, download, location, manifest
from insight_desktop.local_models.manifest import ModelEntry, Origin
from insight_desktop.local_models.status import ModelStatus, State, all_models, status_of
from insight_desktop.nlp.model_files import ENCODER, sentence_encoder

SUMMARY = "ローカルモデルの一覧・取得・検査・追加 / list, fetch, verify and add local models"

_STATES = {
    State.READY: {"ja": "使えます", "en": "ready"},
    State.MISSING: {"ja": "ありません", "en": "missing"},
    State.DAMAGED: {"ja": "壊れています", "en": "damaged"},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the action and what it works on."""
    parser.add_argument("action", nargs="?", choices=("list", "fetch", "verify", "add"), default="list")
    parser.add_argument("what", nargs="?", metavar="NAME|FOLDER", help="a model's name, or the folder to add")
    parser.add_argument("--name", default="", help="what an added model shall be called")


def run(options: argparse.Namespace) -> int:
    """Do one action; without one, list the models."""
    if options.action in ("fetch", "add") and not options.what:
        print(f"insight-desktop models {options.action} NAME", file=sys.stderr)
        return 2
    if options.action == "fetch":
        return _print_one(_fetch(manifest.entry(options.what)), as_json=options.json)
    if options.action == "add":
        folder = adding.add_folder(Path(options.what), options.name)
        return _print_one(folder, as_json=options.json)
    thorough = options.action == "verify"
    found = (
        (status_of(manifest.entry(options.what), thorough=thorough),) if options.what else all_models(thorough=thorough)
    )
    _print_all(found, as_json=options.json)
    if thorough and (bad := next((status for status in found if status.state is State.DAMAGED), None)):
        raise KnownError(ErrorCode.MODEL_DAMAGED, model=bad.entry.name)
    return 0


def _fetch(entry: ModelEntry) -> Path:
    """Get or repair one model; a right one stays as it is."""
    status = status_of(entry, thorough=True)
    if status.state is not State.READY:
        for folder in (location.user_folder(entry.name), location.cached_folder(entry.name)):
            shutil.rmtree(folder, ignore_errors=True)
    if entry.name == ENCODER:
        return sentence_encoder()
    if entry.kind == "whisper" and entry.origin is Origin.PACKAGE:
        return whisper_model(entry.name)
    if status.state is State.READY:
        return status.folder or Path()
    if entry.origin is not Origin.HUB:
        raise KnownError(ErrorCode.MODEL_DOWNLOAD_FAILED, model=entry.name, reason=download.Reason.NO_SOURCE)
    try:
        return download.fetch(entry, progress=_show_progress)
    finally:
        print(file=sys.stderr)


def _show_progress(done: int, total: int) -> None:
    print(f"\r{done / 1e6:9.1f} / {total / 1e6:.1f} MB", end="", file=sys.stderr, flush=True)


def _print_one(folder: Path, *, as_json: bool) -> int:
    print(json.dumps({"folder": str(folder)}, ensure_ascii=False) if as_json else folder)
    return 0


def _print_all(found: tuple[ModelStatus, ...], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([_as_json(status) for status in found], ensure_ascii=False, indent=1))
        return
    language = wording.user_language()
    for status in found:
        entry = status.entry
        purpose = entry.purpose_ja if language == "ja" else entry.purpose_en
        size = f"{entry.size / 1e6:.0f} MB" if entry.size else ""
        print(f"{entry.name:24}{_STATES[status.state][language]:12}\t{size:>8}\t{entry.licence}\t{purpose}")


def _as_json(status: ModelStatus) -> dict[str, object]:
    entry = status.entry
    return {
        "name": entry.name,
        "kind": entry.kind,
        "state": status.state,
        "origin": entry.origin,
        "licence": entry.licence,
        "source": entry.source,
        "size": entry.size,
        "folder": str(status.folder) if status.folder else None,
        "damaged": list(status.bad_files),
        "files": [{"path": file.path, "size": file.size, "sha256": file.sha256} for file in entry.files],
    }
