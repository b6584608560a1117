"""The colours of both themes, side by side, and the sizes of the 4 px grid; every pair of text and ground meets AA."""

from dataclasses import dataclass
from typing import NamedTuple

GRID = 4
GAP_S, GAP, GAP_L, GAP_XL = 8, 12, 16, 24
RADIUS, RADIUS_S = 8, 6
ROW = 32
"""Height of buttons and fields."""
BODY, SMALL, TITLE = 13, 12, 20
"""Type sizes in pixels."""
LINE_HEIGHT = 1.6


class Tone(NamedTuple):
    """A meaning's colour: `ink` for words, marks and icons, `wash` for the ground behind them."""

    ink: str
    wash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Every colour that the window uses."""

    dark: bool
    canvas: str
    """Behind everything; the sidebar."""
    surface: str
    """Pages and cards."""
    raised: str
    """Menus, fields under the pointer, quiet buttons."""
    hover: str
    selected: str
    hairline: str
    hairline_strong: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_wash: str
    focus: str
    recording: str
    rep: str
    customer: str
    customer_2: str
    played: str
    """Behind the word that is playing."""
    found: str
    """Behind a search hit."""
    shadow: str
    tones: dict[str, Tone]


LIGHT = Palette(
    dark=False,
    canvas="#f6f5f2",
    surface="#ffffff",
    raised="#f3f2ee",
    hover="#f0efeb",
    selected="#e9e9f8",
    hairline="#e7e5e0",
    hairline_strong="#d2d0c9",
    text="#1d1c1a",
    text_2="#57554f",
    text_3="#6a6861",
    accent="#4453c9",
    accent_hover="#3846b4",
    on_accent="#ffffff",
    accent_wash="#eceefb",
    focus="#4453c9",
    recording="#c4302b",
    rep="#5b6472",
    customer="#4453c9",
    customer_2="#8a4a9e",
    played="#ffe49a",
    found="#fff0b8",
    shadow="#1d1c1a",
    tones={
        "pain": Tone("#8a5800", "#fcf2da"),
        "dissatisfaction": Tone("#b0281f", "#fce9e7"),
        "need": Tone("#155fb0", "#e4f0fc"),
        "success": Tone("#1b6f3e", "#e2f4e8"),
        "buying_signal": Tone("#0b6a70", "#dcf2f2"),
        "expansion_signal": Tone("#7633b0", "#f2e8fb"),
        "objection": Tone("#774828", "#f5ebe2"),
        "promise": Tone("#3a3936", "#ebeae6"),
        "neutral": Tone("#57554f", "#f0efeb"),
    },
)

DARK = Palette(
    dark=True,
    canvas="#151517",
    surface="#1c1c1f",
    raised="#26262a",
    hover="#242428",
    selected="#2c2d44",
    hairline="#2d2d32",
    hairline_strong="#42424a",
    text="#ededf0",
    text_2="#b1b1ba",
    text_3="#9797a3",
    accent="#5563d6",
    accent_hover="#4a58c8",
    on_accent="#ffffff",
    accent_wash="#272945",
    focus="#98a4ff",
    recording="#ff6b63",
    rep="#9aa5b5",
    customer="#98a4ff",
    customer_2="#d79be8",
    played="#6a5310",
    found="#54460f",
    shadow="#000000",
    tones={
        "pain": Tone("#f0b94d", "#382c12"),
        "dissatisfaction": Tone("#ff9088", "#40211f"),
        "need": Tone("#82baff", "#182f49"),
        "success": Tone("#72d197", "#15342a"),
        "buying_signal": Tone("#62d0d0", "#123637"),
        "expansion_signal": Tone("#cba2ff", "#332349"),
        "objection": Tone("#dba983", "#392a1e"),
        "promise": Tone("#d8d8dd", "#313137"),
        "neutral": Tone("#b1b1ba", "#2a2a2f"),
    },
)

CONTRAST_PAIRS = (
    ("text", "surface"),
    ("text", "canvas"),
    ("text", "raised"),
    ("text", "selected"),
    ("text", "played"),
    ("text", "found"),
    ("text_2", "surface"),
    ("text_2", "canvas"),
    ("text_2", "raised"),
    ("text_3", "surface"),
    ("text_3", "canvas"),
    ("on_accent", "accent"),
    ("customer", "surface"),
    ("customer_2", "surface"),
    ("rep", "surface"),
    ("recording", "surface"),
)
"""The pairs of text and ground that meet 4.5 : 1 in both themes; proved by a test."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
