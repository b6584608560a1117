"""The file that a user may send to whoever helps: versions, findings and warnings, nothing of any meeting."""

import json
import platform
import re
import zipfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from insight_desktop import __version__, paths
from insight_desktop.health import Finding
from insight_desktop.settings.codec import encode
from insight_desktop.settings.options import Settings

_PRIVATE = {
    ("general", "rep_name"),
    ("transcription", "vocabulary"),
    ("transcription", "rivals"),
    ("export", "folder"),
    ("recording", "microphone"),
    ("recording", "system_sound"),
}
_LOG_BYTES = 200_000
_LOG_LINE = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ [\w.]+: ")


def write_support_file(target: Path, findings: Sequence[Finding], settings: Settings) -> Path:
    """Write what helps to find a fault; names, words and paths of the user are left out."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", _json({"program": __version__, "system": platform.platform()}))
        archive.writestr("findings.json", _json([anonymous(asdict(finding)) for finding in findings]))
        archive.writestr("settings.json", _json(_without_private(settings)))
        archive.writestr("log.txt", "\n".join(_log_lines()))
    return target


def anonymous(finding: dict[str, Any]) -> dict[str, Any]:
    """Return a finding without the names of devices and the user's folder."""
    if finding["subject"] == "device":
        return {**finding, "detail": ""}
    return {name: hide_home(str(value)) for name, value in finding.items()}


def hide_home(text: str) -> str:
    """Put `~` in the place of the user's folder, whose name is often the user's."""
    for folder in (str(paths.user_data()), str(Path.home())):
        text = text.replace(folder, "~")
    return text


def _without_private(settings: Settings) -> dict[str, dict[str, Any]]:
    return {
        group: {name: value for name, value in values.items() if (group, name) not in _PRIVATE}
        for group, values in encode(settings).items()
    }


def _log_lines() -> list[str]:
    """Return the log's heads of lines and places in the code; what an error said may name a file, and is left out."""
    try:
        text = (paths.logs() / "insight-desktop.log").read_text(encoding="utf-8", errors="replace")[-_LOG_BYTES:]
    except OSError:
        return []
    kept = []
    for line in text.splitlines():
        head = _LOG_LINE.match(line)
        if head:
            kept.append(head.group())
        elif line.startswith('  File "'):
            place = line.rpartition("insight_desktop")[2] or line.rpartition("/")[2]
            kept.append(f"  {place}")
        elif re.match(r"^[\w.]+(Error|Exception)\b", line):
            kept.append(line.partition(":")[0])
    return kept


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
