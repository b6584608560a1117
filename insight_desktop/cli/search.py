"""`search`: full-text search over all calls, Japanese and English."""

import argparse
import json

from insight_desktop import paths, wording
from insight_desktop.store.search import Hit, HitKind
from insight_desktop.store.workspace import Workspace

SUMMARY = "Searches what was said and written; width, case and kana do not matter, “quotes” keep words together."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("query", nargs="+", metavar="QUERY")
    parser.add_argument("--kind", action="append", choices=[kind.value for kind in HitKind], default=[])
    parser.add_argument("--limit", type=int, default=50, metavar="N")


def run(options: argparse.Namespace) -> int:
    """Print the places where the words stand, the newest entry first."""
    query = " ".join(options.query)
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        hits = workspace.search.find(query, kinds=[HitKind(kind) for kind in options.kind], limit=max(0, options.limit))
    if options.json:
        print(json.dumps([_as_json(hit) for hit in hits], ensure_ascii=False, indent=2))
        return 0
    language = wording.user_language()
    for hit in hits:
        print(_line(hit, language))
    return 0


def _line(hit: Hit, language: str) -> str:
    """Return a hit in one line: where, who, and the words with what was found in brackets."""
    kind = wording.HIT_KINDS[hit.kind][language]
    place = " ".join(part for part in (hit.customer_name, hit.meeting_title) if part)
    clock = wording.clock(hit.start) if hit.start is not None else kind
    return f"{place}  {clock}  {hit.speaker}  {_marked(hit.snippet, hit.snippet_marks)}".replace("    ", "  ")


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "meeting_id": hit.meeting_id,
        "meeting": hit.meeting_title,
        "started_at": hit.started_at,
        "customer_id": hit.customer_id,
        "customer": hit.customer_name,
        "turn": hit.position,
        "start_s": hit.start,
        "speaker": hit.speaker,
        "text": hit.text,
        "marks": hit.marks,
    }
