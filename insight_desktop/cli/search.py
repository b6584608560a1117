"""`search`: full-text search over all calls, Japanese and English; with `--meaning` also what means the same."""

import argparse
import datetime as dt
import json
import sys

from insight_desktop import finding, paths, wording
from insight_desktop.domain.speaker import Role
from insight_desktop.finding import Found, How, SearchFilter
from insight_desktop.store.search import Hit, HitKind
from insight_desktop.store.workspace import Workspace

SUMMARY = "Searches what was said and written; width, case and kana do not matter, “quotes” keep words together."

_ENTERED = {
    "ja": "意味の索引に {count} 件の商談を加えました。",
    "en": "Meetings entered into the index of meanings: {count}.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("query", nargs="+", metavar="QUERY")
    parser.add_argument("--kind", action="append", choices=[kind.value for kind in HitKind], default=[])
    parser.add_argument("--limit", type=int, default=50, metavar="N")
    parser.add_argument("--meaning", action="store_true", help="also find what means the same, the best first")
    parser.add_argument("--speaker", choices=[Role.REP.value, Role.CUSTOMER.value], help="only what this side said")
    parser.add_argument("--since", type=dt.date.fromisoformat, metavar="DATE", help="from this day on (YYYY-MM-DD)")
    parser.add_argument("--until", type=dt.date.fromisoformat, metavar="DATE", help="up to and including this day")


def run(options: argparse.Namespace) -> int:
    """Print the places: the newest entry first, with `--meaning` the best first."""
    query = " ".join(options.query)
    limit = max(0, options.limit)
    wanted = SearchFilter(
        role=Role(options.speaker) if options.speaker else None, since=options.since, until=options.until
    )
    with Workspace.open(options.workspace or paths.default_workspace()) as workspace:
        if options.meaning:
            found = _by_meaning(workspace, query, wanted, limit)
        elif wanted != SearchFilter():
            found = finding.find(workspace, query, wanted=wanted, limit=limit)
        else:
            kinds = [HitKind(kind) for kind in options.kind]
            hits = workspace.search.find(query, kinds=kinds, limit=limit)
            found = tuple(Found(hit=hit, how=How.WORDS) for hit in hits)
    if options.json:
        print(json.dumps([_as_json(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    language = wording.user_language()
    for each in found:
        print(_line(each.hit, language))
    return 0


def _by_meaning(workspace: Workspace, query: str, wanted: SearchFilter, limit: int) -> tuple[Found, ...]:
    """Enter meetings that are new, then search by words and meaning."""
    from insight_desktop.nlp.light_encoder import LightEmbedder
    from insight_desktop.trends.meaning_index import MeaningIndex

    embedder = LightEmbedder()
    entered = 0
    while done := finding.enter_meanings(workspace, embedder, limit=1):
        entered += done
        print(_ENTERED[wording.user_language()].format(count=entered), file=sys.stderr)
    return finding.find(workspace, query, MeaningIndex(workspace.meanings), embedder, wanted=wanted, limit=limit)


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


def _as_json(found: Found) -> dict[str, object]:
    hit = found.hit
    return {
        "how": found.how,
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
