"""The one look of the program: palette, fonts, icons and the style sheet, applied to the whole application."""

from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from insight_desktop import paths
from insight_desktop.ui import stylesheet, tokens
from insight_desktop.ui.tokens import DARK, LIGHT, Palette, Tone

FAMILIES = ("Inter", "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic UI", "Noto Sans CJK JP", "IPAexGothic", "IPAPGothic")
"""Latin first, then the first Japanese face that is there; Qt chooses by character."""


class ThemeName(StrEnum):
    """What the user chooses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Current:
    """The look is one for the whole process, as QApplication's palette is."""

    palette: Palette = LIGHT
    icons: ClassVar[dict[tuple[str, str, int, float], QPixmap]] = {}
    fonts_loaded = is_applied = False


def current() -> Palette:
    """Return the colours in use."""
    return _Current.palette


def colour(name: str) -> QColor:
    """Return a colour of the palette in use by its token."""
    return QColor(getattr(_Current.palette, name))


def tone(name: str) -> Tone:
    """Return the ink and the wash of a meaning; `neutral` where it has no colour of its own."""
    tones = _Current.palette.tones
    return tones.get(name, tones["neutral"])


def apply(application: QApplication, name: ThemeName) -> None:
    """Dress the whole application; windows already open change at once, and are left alone if nothing changes."""
    palette = _choose(name)
    if _Current.is_applied and palette is _Current.palette:
        return  # a new style sheet measures every widget again: seconds, once all pages are open
    _load_fonts()
    _Current.palette, _Current.is_applied = palette, True
    application.setStyle("Fusion")
    application.setFont(font())
    application.setPalette(_qpalette(palette))
    application.setStyleSheet(stylesheet.build(palette))


def _choose(name: ThemeName) -> Palette:
    if name is ThemeName.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if name is ThemeName.DARK else LIGHT


def font(pixels: int = tokens.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface's font, with figures of equal width."""
    face = QFont(list(FAMILIES))
    face.setPixelSize(pixels)
    face.setWeight(weight)
    face.setFeature(QFont.Tag("tnum"), 1)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def _load_fonts() -> None:
    if _Current.fonts_loaded:
        return
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    _Current.fonts_loaded = True


def icon(name: str, ink: str = "text_2", size: int = 16) -> QIcon:
    """Return an icon of `resources/icons`, tinted; `ink` is a token or a colour such as `#ff0000`."""
    result = QIcon()
    for scale in (1.0, 2.0):
        result.addPixmap(pixmap(name, ink, size, scale))
        result.addPixmap(pixmap(name, "text_3", size, scale), QIcon.Mode.Disabled)
    return result


def program_icon() -> QIcon:
    """Return the icon of the program, for its windows."""
    result = QIcon()
    drawing = QSvgRenderer(str(paths.resources() / "app" / "insight-desktop.svg"))
    for size in (16, 32, 48, 64, 128, 256):
        pixels = QPixmap(size, size)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        drawing.render(painter)
        painter.end()
        result.addPixmap(pixels)
    return result


def pixmap(name: str, ink: str = "text_2", size: int = 16, scale: float | None = None) -> QPixmap:
    """Return a tinted icon as pixels, for delegates that paint."""
    screen = QGuiApplication.primaryScreen()
    ratio = scale if scale is not None else (screen.devicePixelRatio() if screen else 1.0)
    tint = ink if ink.startswith("#") else getattr(_Current.palette, ink)
    key = (name, tint, size, ratio)
    if key not in _Current.icons:
        _Current.icons[key] = _draw(name, tint, size, ratio)
    return _Current.icons[key]


def _draw(name: str, tint: str, size: int, ratio: float) -> QPixmap:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    source = source.replace("currentColor", tint).replace('stroke-width="2"', 'stroke-width="1.75"')
    pixels = QPixmap(QSize(size, size) * ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixels.rect()))
    painter.end()
    pixels.setDevicePixelRatio(ratio)
    return pixels


def _qpalette(p: Palette) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        roles.Window: p.surface,
        roles.WindowText: p.text,
        roles.Base: p.surface,
        roles.AlternateBase: p.raised,
        roles.Text: p.text,
        roles.PlaceholderText: p.text_3,
        roles.Button: p.raised,
        roles.ButtonText: p.text,
        roles.BrightText: p.on_accent,
        roles.ToolTipBase: p.text,
        roles.ToolTipText: p.surface,
        roles.Highlight: p.accent,
        roles.HighlightedText: p.on_accent,
        roles.Link: p.customer,
        roles.LinkVisited: p.customer,
        roles.Mid: p.hairline,
        roles.Midlight: p.hairline,
        roles.Dark: p.hairline_strong,
        roles.Light: p.surface,
        roles.Shadow: p.hairline_strong,
        roles.Accent: p.accent,
    }
    for role, value in pairs.items():
        palette.setColor(role, QColor(value))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(p.text_3))
    return palette
