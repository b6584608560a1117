"""`profiles`: the export profiles; checks one that a user wrote, or makes one from a downloaded template."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from insight_desktop import export_wording, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.exports import profile_reader, template
from insight_desktop.exports.profiles import Profile

SUMMARY = "Lists the export profiles, or checks one that a user wrote."
_EVIDENCE = {
    "documented": {"ja": "公式資料で確認", "en": "documented"},
    "partly": {"ja": "一部確認", "en": "partly documented"},
    "assumed": {"ja": "要確認", "en": "assumed"},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    check = actions.add_parser("check", help="validate a profile that a user wrote")
    check.add_argument("file", type=Path, metavar="FILE")
    make = actions.add_parser("from-template", help="make a profile from a CSV downloaded from the CRM")
    make.add_argument("file", type=Path, metavar="CSV")
    make.add_argument("--name", required=True, help="letters, digits and _")
    make.add_argument("--base", default="jp_sfa_activity", help="the built-in profile whose times and limits hold")


def run(options: argparse.Namespace) -> int:
    """List, check or make."""
    match options.action:
        case "check":
            return _check(options)
        case "from-template":
            return _from_template(options)
        case _:
            return _list(options)


def _list(options: argparse.Namespace) -> int:
    language = wording.user_language()
    found: list[Profile] = []
    for name in profile_reader.names():
        try:
            found.append(profile_reader.load(name))
        except KnownError as error:
            print(wording.sentence(error, language), file=sys.stderr)
    if options.json:
        print(json.dumps([_as_json(profile) for profile in found], ensure_ascii=False, indent=2))
        return 0
    for profile in found:
        badge = _EVIDENCE[profile.evidence.value][language]
        print(f"{profile.id:24} {profile.title.get(language, profile.id)} [{badge}]")
    return 0


def _as_json(profile: Profile) -> dict[str, Any]:
    return {
        "profile": profile.id,
        "version": profile.version,
        "title": dict(profile.title),
        "how_to": dict(profile.how_to),
        "target": dict(profile.target),
        "evidence": profile.evidence.value,
        "checked": profile.checked,
        "rows": profile.rows.value,
        "encoding": profile.file.encoding.value,
        "columns": [column.header for column in profile.columns],
        "built_in": profile.built_in,
    }


def _check(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        raise KnownError(ErrorCode.FILE_MISSING, path=options.file)
    profile = profile_reader.check(options.file)
    if options.json:
        print(json.dumps(_as_json(profile), ensure_ascii=False, indent=2))
    else:
        print(
            export_wording.PROFILE_GOOD[wording.user_language()].format(name=profile.id, columns=len(profile.columns))
        )
    return 0


def _from_template(options: argparse.Namespace) -> int:
    base = profile_reader.load(options.base)
    found = template.read(options.file)
    matches = template.propose(found)
    text = template.to_toml(options.name, found, matches, options.file, base)
    path = profile_reader.save(options.name, text)
    if options.json:
        columns = [{"header": each.header, "field": each.field, "required": each.required} for each in matches]
        print(json.dumps({"path": str(path), "columns": columns}, ensure_ascii=False, indent=2))
        return 0
    for each in matches:
        print(f"{each.header} ← {each.field or '-'}{' *' if each.required else ''}")
    print(path)
    return 0
