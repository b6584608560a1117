"""The Qt style sheet, built from the tokens; widgets choose a look by the property `look`."""

from string import Template

from insight_desktop import paths
from insight_desktop.ui.tokens import BODY, RADIUS, RADIUS_S, SMALL, TITLE, Palette


def build(palette: Palette) -> str:
    """Return the style sheet of a palette."""
    values = {name: getattr(palette, name) for name in palette.__slots__ if name not in ("tones", "dark")}
    sheet = Template((paths.resources() / "styles" / "window.qss").read_text("utf-8"))
    return sheet.substitute(
        values,
        body=BODY,
        small=SMALL,
        title=TITLE,
        radius=RADIUS,
        radius_s=RADIUS_S,
        mode="dark" if palette.dark else "light",
        icons=(paths.resources() / "icons").as_posix(),
    )
