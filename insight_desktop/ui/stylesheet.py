"""The Qt style sheet, built from the tokens; widgets choose a look by the property `look`."""

from string import Template

from insight_desktop import paths
from insight_desktop.ui.tokens import BODY, RADIUS, RADIUS_S, SMALL, TITLE, Palette

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $surface; }
QToolTip { background: $text; color: $surface; border: none; padding: 4px 8px; font-size: ${small}px; }
QLabel { background: transparent; color: $text; }
QLabel[look="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="heading"] { font-size: 15px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="quiet"] { color: $text_2; }
QLabel[look="small"] { color: $text_2; font-size: ${small}px; }
QLabel[look="caption"] { color: $text_3; font-size: ${small}px; font-weight: 600; }
QLabel[look="number"] { font-size: 24px; font-weight: 600; }
QLabel[look="brand"] { font-size: 14px; font-weight: 700; }

QWidget[look="canvas"] { background: $canvas; }
QWidget[look="page"] { background: $surface; }
QFrame[look="card"] { background: $surface; border: 1px solid $hairline; border-radius: ${radius}px; }
QFrame[look="well"] { background: $canvas; border: 1px solid $hairline; border-radius: ${radius}px; }
QFrame[look="line"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="column"] { background: $hairline; border: none; max-width: 1px; min-width: 1px; }
QFrame[look="header"] { background: $surface; border: none; border-bottom: 1px solid $hairline; }
QFrame[look="footer"] { background: $surface; border: none; border-top: 1px solid $hairline; }
QFrame[look="toast"] { background: $text; border-radius: ${radius}px; }
QFrame[look="toast"] QLabel { color: $surface; }
QFrame[look="toast"] QPushButton { background: transparent; color: $surface; border: 1px solid $text_3; }
QFrame[look="drop"] { background: $accent_wash; border: 2px dashed $accent; border-radius: 12px; }

QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $hairline_strong; border-radius: ${radius_s}px;
  padding: 0 12px; min-height: 30px; font-size: ${body}px;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $hairline; }
QPushButton:focus, QToolButton:focus { border: 1px solid $focus; }
QPushButton:disabled, QToolButton:disabled { color: $text_3; border-color: $hairline; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled { background: $raised; color: $text_3; border-color: $hairline; }
QPushButton[look="plain"], QToolButton[look="plain"] { background: transparent; border: 1px solid transparent; padding: 0 8px; }
QPushButton[look="plain"]:hover, QToolButton[look="plain"]:hover { background: $hover; }
QPushButton[look="plain"]:focus, QToolButton[look="plain"]:focus { border: 1px solid $focus; }
QPushButton[look="plain"]:checked, QToolButton[look="plain"]:checked { background: $selected; }
QToolButton[look="icon"] { background: transparent; border: 1px solid transparent; padding: 0; min-width: 30px; max-width: 30px; }
QToolButton[look="icon"]:hover { background: $hover; }
QToolButton[look="icon"]:checked { background: $selected; }
QToolButton[look="icon"]:focus { border: 1px solid $focus; }
QToolButton[look="round"] { background: $accent; border: 1px solid $accent; border-radius: 18px; padding: 0;
  min-width: 34px; max-width: 34px; min-height: 34px; max-height: 34px; }
QToolButton[look="round"]:hover { background: $accent_hover; }
QToolButton[look="round"]:focus { border: 2px solid $text; }
QToolButton[look="round"]:disabled { background: $raised; border-color: $hairline; }
QPushButton[look="chip"] { border-radius: 13px; min-height: 24px; padding: 0 10px; font-size: ${small}px; color: $text_2; border: 1px solid $hairline_strong; }
QPushButton[look="chip"]:hover { background: $hover; }
QPushButton[look="chip"]:checked { background: $selected; color: $text; border-color: $customer; font-weight: 600; }
QPushButton[look="chip"]:focus { border-color: $focus; }
QPushButton[look="segment"] { border: 1px solid $hairline_strong; border-right: none; border-radius: 0; padding: 0 10px; color: $text_2; font-size: ${small}px; min-height: 28px; }
QPushButton[look="segment"][edge="first"] { border-top-left-radius: ${radius_s}px; border-bottom-left-radius: ${radius_s}px; }
QPushButton[look="segment"][edge="last"] { border-right: 1px solid $hairline_strong; border-top-right-radius: ${radius_s}px; border-bottom-right-radius: ${radius_s}px; }
QPushButton[look="segment"]:hover { background: $hover; }
QPushButton[look="segment"]:checked { background: $selected; color: $text; font-weight: 600; }
QPushButton[look="segment"]:focus { border: 1px solid $focus; }
QPushButton[look="tab"] { background: transparent; border: none; border-bottom: 2px solid transparent; border-radius: 0; padding: 0 4px; min-height: 36px; color: $text_2; }
QPushButton[look="tab"]:hover { color: $text; }
QPushButton[look="tab"]:checked { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QPushButton[look="tab"]:focus { color: $focus; }
QPushButton[look="nav"] { background: transparent; border: 1px solid transparent; text-align: left; padding: 0 8px; color: $text_2; min-height: 30px; }
QPushButton[look="nav"]:hover { background: $hairline; color: $text; }
QPushButton[look="nav"]:checked { background: $selected; color: $text; font-weight: 600; }
QPushButton[look="nav"]:focus { border: 1px solid $focus; }
QPushButton[look="record"] { border: 1px solid $hairline_strong; font-weight: 600; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; padding: 0 4px; min-height: 22px; color: $customer; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid $focus; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QDateEdit, QDateTimeEdit, QSpinBox {
  background: $surface; color: $text; border: 1px solid $hairline_strong; border-radius: ${radius_s}px;
  padding: 0 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QDateEdit, QDateTimeEdit, QSpinBox { min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QDateEdit:focus, QSpinBox:focus { border: 1px solid $focus; }
QLineEdit[look="search"] { background: $raised; border: 1px solid transparent; }
QLineEdit[look="search"]:focus { background: $surface; border: 1px solid $focus; }
QLineEdit[look="inline"] { border: 1px solid transparent; background: transparent; font-size: ${title}px; font-weight: 600; padding: 0 4px; }
QLineEdit[look="inline"]:hover { border: 1px solid $hairline; }
QLineEdit[look="inline"]:focus { border: 1px solid $focus; background: $surface; }
QTextBrowser { border: none; background: transparent; padding: 0; }

QComboBox { background: $surface; border: 1px solid $hairline_strong; border-radius: ${radius_s}px; padding: 0 8px; min-height: 30px; }
QComboBox:hover { background: $hover; }
QComboBox:focus { border: 1px solid $focus; }
QComboBox:editable { padding: 0 0 0 8px; }
QComboBox QLineEdit { border: none; min-height: 28px; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$mode.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $hairline_strong; padding: 4px; selection-background-color: $selected; selection-color: $text; }

QCheckBox { spacing: 8px; }
QCheckBox:focus { color: $focus; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $text_3; border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover { border-color: $focus; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$icons/check-white.svg"); }

QMenu { background: $surface; border: 1px solid $hairline_strong; border-radius: ${radius}px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QListView, QTableView, QTreeView { background: $surface; border: none; selection-background-color: $selected; selection-color: $text; }
QHeaderView::section { background: $surface; color: $text_3; border: none; border-bottom: 1px solid $hairline; padding: 0 8px; height: 32px; font-size: ${small}px; font-weight: 600; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $hairline_strong; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $text_3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QProgressBar { background: $hairline; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSlider::groove:horizontal { height: 4px; background: $hairline_strong; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $accent; }
""")


def build(palette: Palette) -> str:
    """Return the style sheet of a palette."""
    values = {name: getattr(palette, name) for name in palette.__slots__ if name not in ("tones", "dark")}
    return _SHEET.substitute(
        values,
        body=BODY,
        small=SMALL,
        title=TITLE,
        radius=RADIUS,
        radius_s=RADIUS_S,
        mode="dark" if palette.dark else "light",
        icons=(paths.resources() / "icons").as_posix(),
    )
