"""LibreOffice opens the golden files and writes the same cells back (row 14 of the plan of checks)."""

import csv
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from insight_desktop.exports import profile_reader
from insight_desktop.exports.profiles import Encoding
from insight_desktop.exports.strict_reader import BOM

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FOLDER = Path(__file__).parent / "golden"
LONGEST_CELL = 32_767
"""What a spreadsheet's cell holds."""
CHARSETS = {Encoding.CP932: 64, Encoding.UTF8: 76, Encoding.UTF8_BOM: 76}
NAMES = ["meeting_notes", "jp_sfa_activity", "kintone_generic", "salesforce_task", "dynamics_phonecall", "esm_activity"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (apt-get install libreoffice-calc)")
@pytest.mark.parametrize("name", NAMES)
def test_a_spreadsheet_gives_the_same_cells_back(name, tmp_path):
    profile = profile_reader.load(name)
    encoding = profile.file.encoding
    source = FOLDER / f"{name}.v{profile.version}.csv"
    wanted = rows(source.read_bytes().removeprefix(BOM).decode("cp932" if encoding is Encoding.CP932 else "utf-8"))
    columns = "/".join(f"{number}/2" for number in range(1, len(wanted[0]) + 1))
    command = [
        OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        # Separator, quotes, encoding, first row, every column as text; out again as UTF-8 with quotes.
        f"--infilter=CSV:44,34,{CHARSETS[encoding]},1,{columns}",
        "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", tmp_path, source,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    found = rows((tmp_path / source.name).read_text("utf-8-sig"))
    assert [[tidy(cell) for cell in row] for row in wanted] == [[tidy(cell) for cell in row] for row in found]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def tidy(cell: str) -> str:
    """Return what a spreadsheet can hold of a cell."""
    return cell.replace("\r\n", "\n")[:LONGEST_CELL]
