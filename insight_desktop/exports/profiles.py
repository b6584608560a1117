"""A CRM's CSV as a value: columns, limits, encodings and times, read from one TOML file each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from insight_desktop.exports.text_rules import CellNewline, LengthUnit


class Evidence(StrEnum):
    """How sure it is that the CRM reads the file; shown beside the profile's title."""

    DOCUMENTED = "documented"
    PARTLY = "partly"
    ASSUMED = "assumed"


class RowsOf(StrEnum):
    """What one row stands for."""

    CALL = "call"
    NEXT_STEP = "next_step"


class Encoding(StrEnum):
    """The encodings that CRMs read."""

    UTF8 = "utf-8"
    UTF8_BOM = "utf-8-bom"
    CP932 = "cp932"


class HeaderStyle(StrEnum):
    """How the line of headers is written."""

    QUOTED = "quoted"
    PLAIN = "plain"
    NONE = "none"


class ColumnType(StrEnum):
    """How a column shows its value."""

    TEXT = "text"
    MULTILINE = "multiline"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DURATION = "duration"
    INT = "int"
    NUMBER = "number"
    ENUM = "enum"
    PHONE = "phone"
    EMAIL = "email"
    MULTI = "multi"
    ID = "id"


class Overflow(StrEnum):
    """What becomes of a text that is longer than the CRM takes."""

    ELLIPSIS = "ellipsis"
    CUT = "cut"
    DROP_SECTIONS = "drop_sections"
    ERROR = "error"


class WhenEmpty(StrEnum):
    """What becomes of a row whose cell is empty."""

    BLANK = "blank"
    SKIP_ROW = "skip_row"
    ERROR = "error"


class FormulaGuard(StrEnum):
    """What becomes of a cell that a spreadsheet would run."""

    OFF = "off"
    APOSTROPHE = "apostrophe"
    ERROR = "error"


class Unmappable(StrEnum):
    """What becomes of a character that the encoding lacks."""

    SUBSTITUTE = "substitute"
    ERROR = "error"


class DurationFormat(StrEnum):
    """How a length of time is written."""

    SECONDS = "seconds"
    MILLISECONDS = "milliseconds"
    MINUTES = "minutes"
    CLOCK_MINUTES = "mm:ss"
    CLOCK_HOURS = "HH:MM"


class PhoneFormat(StrEnum):
    """How a phone number is written."""

    E164 = "e164"
    DOMESTIC = "domestic"
    TYPED = "typed"


class Strategy(StrEnum):
    """What keeps a meeting from becoming two records in the CRM."""

    LEDGER = "ledger"
    UPDATE_KEY = "update_key"
    UPSERT = "upsert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; it has sources, a constant or a body."""

    header: str
    source: tuple[str, ...] = ()
    """Field paths; the first that is not empty wins."""
    const: str | None = None
    body: str = ""
    type: ColumnType = ColumnType.TEXT
    max: int | None = None
    overflow: Overflow = Overflow.ELLIPSIS
    required: bool = False
    when_empty: WhenEmpty = WhenEmpty.BLANK
    map: Mapping[str, str] | None = None
    map_default: str = ""
    join: str = "\n"
    pattern: str = ""
    joins_words: bool = False
    """Whether blanks are taken out, for CRMs that want a person's name in one piece."""
    decimals: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A note made of labelled sections; `drop` says which go first when it is too long."""

    sections: tuple[str, ...]
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """The bytes of the file."""

    name: str = "export_{export.stamp}.csv"
    encoding: Encoding = Encoding.UTF8_BOM
    newline: str = "\r\n"
    quote_all: bool = True
    header: HeaderStyle = HeaderStyle.QUOTED
    cell_newline: CellNewline = CellNewline.LF
    max_rows: int | None = None
    max_bytes: int | None = None
    template: Path | None = None
    """A file downloaded from the CRM whose header row is kept byte for byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFormat:
    """What all texts of the file undergo."""

    html: bool = False
    unmappable: Unmappable = Unmappable.SUBSTITUTE
    replace: Mapping[str, str] = field(default_factory=dict)
    formula_guard: FormulaGuard = FormulaGuard.OFF
    length_unit: LengthUnit = LengthUnit.UTF16
    phone: PhoneFormat = PhoneFormat.E164


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFormats:
    """Zones and forms of times."""

    zone: str = "Asia/Tokyo"
    date_zone: str = ""
    """For cells that hold a date only; empty: as `zone`."""
    date: str = "%Y-%m-%d"
    datetime: str = "%Y-%m-%dT%H:%M:%S%z"
    time: str = "%H:%M"
    duration: DurationFormat = DurationFormat.SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What tells one record from another, here and in the CRM."""

    row_key: tuple[str, ...] = ("call.id",)
    crm_key: str = ""
    strategy: Strategy = Strategy.LEDGER


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one CRM wants its CSV."""

    id: str
    version: int
    title: Mapping[str, str]
    how_to: Mapping[str, str]
    target: Mapping[str, str]
    evidence: Evidence
    rows: RowsOf
    file: FileFormat
    text: TextFormat
    time: TimeFormats
    keys: Keys
    columns: tuple[Column, ...]
    bodies: Mapping[str, Body]
    labels: Mapping[str, Mapping[str, str]]
    """Language → field path → label of the section."""
    checked: str = ""
    """The day on which a person tried it with an account; empty: never."""
    built_in: bool = True

    @property
    def target_name(self) -> str:
        """The product and object that the rows become."""
        return " ".join(filter(None, (self.target.get("product", ""), self.target.get("object", ""))))
