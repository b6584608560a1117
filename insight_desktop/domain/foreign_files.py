"""What a file that should be a table of text is instead, told from its bytes, so that the user hears what to do."""

import io
import re
import zipfile

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\x00")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SHEETS = re.compile(r"xl/|Index/Document\.iwa|Index\.zip")
_PAGE = re.compile(rb"\s*(?:<!doctype|<html|<\?xml|<table)", re.IGNORECASE)
_MARKS_OF_ORDER = (b"\xff\xfe", b"\xfe\xff")
_MARK = b"\xef\xbb\xbf"
_LOOKED_AT = 4096
_CONTROLS = frozenset(range(32)) - frozenset(b"\x00\t\n\v\f\r\x1a\x1b")
_MANY = 0.02


def what_instead(data: bytes) -> str:
    """Return the code of what a file is instead of a table of text; empty where it may be one.

    The codes are reasons of `CSV_UNREADABLE`: `spreadsheet`, `archive`, `pdf`, `web_page`, `no_text`.
    """
    if data.startswith(_ZIP):
        return _inside(data)
    if data.startswith(_OLD_OFFICE):
        return "spreadsheet"
    if data.startswith(_ARCHIVES):
        return "archive"
    if data.startswith(b"%PDF-"):
        return "pdf"
    start = data[:_LOOKED_AT]
    if _PAGE.match(start.removeprefix(_MARK)):
        return "web_page"
    return "" if start.startswith(_MARKS_OF_ORDER) or not _is_of_controls(start) else "no_text"


def _inside(data: bytes) -> str:
    """Tell a workbook from an archive of anything else; both are zip files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            kind = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return "archive"
    return "spreadsheet" if b"spreadsheet" in kind or any(map(_SHEETS.match, names)) else "archive"


def _is_of_controls(start: bytes) -> bool:
    """Tell whether there are signs that no text has; the zeros of UTF-16 are not among them."""
    return bool(start) and sum(byte in _CONTROLS for byte in start) > _MANY * len(start)
