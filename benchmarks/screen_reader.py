"""Reads the real window as a screen reader does, over AT-SPI, and walks every page with the Tab key.

    xvfb-run -s "-screen 0 1400x900x24" dbus-run-session -- \
        /usr/bin/python3 benchmarks/screen_reader.py WORKSPACE --program "python -m insight_desktop" [--ui ja]

Needs the Debian packages at-spi2-core, gir1.2-atspi-2.0, python3-gi, xdotool and dbus, hence Debian's own Python. Pages
are opened by their buttons' AT-SPI action, as a reader opens them. Of each page: how many nodes there are, which of
those that one can operate have no name, and which take the focus but are reached neither by Tab nor by the arrows.
"""

import argparse
import collections
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
warnings.simplefilter("ignore", DeprecationWarning)
from gi.repository import Atspi, GLib  # noqa: E402 - the version is said before

OPERATED = frozenset(
    (
        *("push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button"),
        *("slider", "list item", "page tab", "menu item", "link", "list", "table", "button", "password text"),
    )
)
"""Roles that the user operates; each needs a name."""
SIDEBAR = {
    "ja": ("今日", "商談", "顧客", "傾向", "提案", "検索", "出力", "プライバシー", "設定", "使い方"),
    "en": (
        "Today",
        "Meetings",
        "Customers",
        "Trends",
        "Suggestions",
        "Search",
        "Export",
        "Privacy",
        "Settings",
        "User's guide",
    ),
}
_ENTER = "↵"
BESIDES = {
    "ja": (("商談", _ENTER), ("提案", "カタログ"), ("設定", "動作の確認"), ("今日", "録音")),
    "en": (("Meetings", _ENTER), ("Suggestions", "Catalogue"), ("Settings", "Health check"), ("Today", "Record")),
}
"""Pages that a button of another page opens, or Return on the first row of a list."""
_MOST_TABS, _PATIENCE_S, _STILL_S = 160, 60.0, 1.5


def main() -> int:
    """Start the window, read every page, print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--program", required=True)
    parser.add_argument("--ui", choices=("ja", "en"), default="ja")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "INSIGHT_DESKTOP_HOME": home}
        command = [*shlex.split(options.program), "--workspace", str(options.workspace), "--ui", options.ui]
        with subprocess.Popen(command, env=env) as window:
            try:
                faults = _read(options.ui)
            finally:
                window.terminate()
    return 1 if faults else 0


def _read(ui: str) -> int:
    frame = wait_for(frame_of, "the window does not appear among the accessible programs")
    pass_time(_STILL_S)
    _type("search", "--onlyvisible", "--name", "Insight Desktop", "windowfocus")  # no window manager does it
    pages = [(name, (name,)) for name in SIDEBAR[ui]] + [(steps[-1], steps) for steps in BESIDES[ui]]
    faults, total = 0, collections.Counter[str]()
    for page, steps in pages:
        for step in steps:
            if step == _ENTER:
                _type("key", "Return")
                pass_time(2 * _STILL_S)
                continue
            button = wait_for(lambda name=step: button_of(frame, name), f"no button is called {step}")
            button.get_action_iface().do_action(0)
            pass_time(_STILL_S)
        nodes = list(_showing(frame))
        roles = collections.Counter(node.get_role_name() for node in nodes)
        unnamed = [_said(node) for node in nodes if _is_operated(node) and not node.get_name().strip()]
        stops = _tabs()
        missed = [_said(node) for node in nodes if _takes_tab(node) and not _is_reached(node, stops)]
        faults += len(unnamed) + len(missed)
        total.update(roles)
        found = {"page": page, "nodes": len(nodes), "operated": sum(map(_is_operated, nodes)), "tab_stops": len(stops)}
        print(json.dumps(found | {"unnamed": unnamed, "missed": missed}, ensure_ascii=False), flush=True)
    print(json.dumps({"roles": dict(total.most_common())}, ensure_ascii=False))
    return faults


def frame_of() -> Any:
    """Return the window of the program, or None while there is none."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is None or "insight" not in (program.get_name() or "").casefold():
            continue
        for number in range(program.get_child_count()):
            child = program.get_child_at_index(number)
            if child is not None and child.get_child_count():
                return child
    return None


def _showing(node: Any) -> Iterator[Any]:
    """Yield a node and all below it that are on the screen."""
    try:
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING) and node.get_role() != Atspi.Role.FRAME:
            return
        yield node
        children = [node.get_child_at_index(place) for place in range(min(node.get_child_count(), 400))]
    except GLib.Error:  # it went away while it was read
        return
    for child in children:
        if child is not None:
            yield from _showing(child)


def button_of(frame: Any, name: str) -> Any:
    """Return the button of a name, or None while there is none."""
    for node in _showing(frame):
        if node.get_name().strip().startswith(name):
            action = node.get_action_iface()
            if action is not None and action.get_n_actions() and node.get_role_name() != "list item":
                return node
    return None


def _is_operated(node: Any) -> bool:
    states = node.get_state_set()
    return node.get_role_name() in OPERATED and states.contains(Atspi.StateType.ENABLED)


def _takes_tab(node: Any) -> bool:
    """Tell whether a node takes the focus itself; rows and cells are reached by arrows inside their list."""
    if node.get_role_name() in ("list item", "table cell", "frame", "table column header", "label", "panel", "filler"):
        return False
    states = node.get_state_set()
    return states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.ENABLED)


def _is_reached(node: Any, stops: set[tuple[str, ...]]) -> bool:
    """Tell whether Tab stands on a node, or on one of its row from where the arrows lead to it."""
    if _key(node) in stops:
        return True
    holder = node.get_parent()
    if holder is not None and holder.get_role_name() == "combo box":
        return _key(holder) in stops  # the field inside a box: one stop for both
    if node.get_role_name() not in ("check box", "radio button", "toggle button") or holder is None:
        return False
    beside = (holder.get_child_at_index(place) for place in range(holder.get_child_count()))
    return any(_key(each) in stops for each in beside if each is not None and each.get_role() == node.get_role())


def _tabs() -> set[tuple[str, ...]]:
    """Press Tab until the focus was everywhere, and return where it stood."""
    seen: set[tuple[str, ...]] = set()
    quiet = 0

    def take(event: Any) -> None:
        nonlocal quiet
        if event.detail1 and event.source is not None:
            quiet = 0 if _key(event.source) not in seen else quiet + 1
            seen.add(_key(event.source))
            holder = event.source.get_parent()
            if holder is not None:  # a list tells of its row
                seen.add(_key(holder))

    listener = Atspi.EventListener.new(take)
    listener.register("object:state-changed:focused")
    for _ in range(_MOST_TABS):
        _type("key", "Tab")
        pass_time(0.06)
        if quiet > 12:  # noqa: PLR2004 - it goes round
            break
    listener.deregister("object:state-changed:focused")
    return seen


def _key(node: Any) -> tuple[str, ...]:
    place = node.get_component_iface()
    where = place.get_extents(Atspi.CoordType.SCREEN) if place is not None else None
    at = (str(where.x), str(where.y)) if where is not None else ()
    return (node.get_role_name(), node.get_name(), *at[:1])


def _said(node: Any) -> str:
    holder = node.get_parent()
    return f"{node.get_role_name()} «{node.get_name()}» in {holder.get_role_name() if holder else '-'}"


def _type(*arguments: str) -> None:
    """Let the machine's keyboard do something."""
    subprocess.run([shutil.which("xdotool") or "xdotool", *arguments], check=True)


def pass_time(seconds: float) -> None:
    """Let events come for a while."""
    context, until = GLib.MainContext.default(), time.monotonic() + seconds
    while time.monotonic() < until:
        if not context.iteration(may_block=False):
            time.sleep(0.005)


def wait_for(look: Callable[[], Any], fault: str) -> Any:
    """Look again and again until something is there."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        found = look()
        if found is not None:
            return found
        pass_time(0.2)
    raise SystemExit(fault)


if __name__ == "__main__":
    sys.exit(main())
