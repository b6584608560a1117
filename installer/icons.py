"""Draws the program's icon in the sizes and formats that the systems want, from one SVG."""

import os
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_SOURCE = Path(__file__).resolve().parent.parent / "resources" / "app" / "insight-desktop.svg"


def draw_icons(target: Path) -> None:
    """Write `SIZE.png` for every size, an `.ico` for Windows and an `.icns` for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(str(_SOURCE))
    target.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        _save(image, target / f"{size}.png")
        if size == 256:  # noqa: PLR2004 - the largest size that an .ico holds
            _save(image, target / "insight-desktop.ico")
        if size == 512:  # noqa: PLR2004 - what Finder shows largest
            _save(image, target / "insight-desktop.icns")
    del application


def _save(image: object, path: Path) -> None:
    if not image.save(str(path)):  # type: ignore[attr-defined]
        message = f"Qt cannot write {path.suffix} files here"
        raise OSError(message)
