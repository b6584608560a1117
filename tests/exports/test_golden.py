"""Five calls through every profile give the committed bytes; a wanted change raises the profile's version.

`python -m tests.exports.test_golden` writes them anew.
"""

from pathlib import Path

import pytest

from insight_desktop.exports import profile_reader
from insight_desktop.exports.crm_csv import ExportOptions, export
from tests.exports.calls import GOLDEN

FOLDER = Path(__file__).parent / "golden"
LANGUAGES = {"hubspot_calls": "en", "zoho_calls": "en", "dynamics_phonecall": "en", "salesforce_event": "en"}


def golden(name: str) -> tuple[str, bytes]:
    profile = profile_reader.load(name)
    result = export(GOLDEN, profile, ExportOptions(language=LANGUAGES.get(name, "ja")))
    return f"{name}.v{profile.version}.csv", result.data


@pytest.mark.parametrize("name", profile_reader.names())
def test_bytes_are_those_committed(name):
    file, data = golden(name)
    assert (FOLDER / file).read_bytes() == data


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for each in profile_reader.names():
        file, data = golden(each)
        (FOLDER / file).write_bytes(data)


if __name__ == "__main__":
    main()
