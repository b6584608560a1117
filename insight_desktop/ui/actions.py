"""What the window can do from everywhere, as data: one entry serves the keys, the palette and the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from insight_desktop.ui.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do."""

    id: str
    source: str
    """Its words, of the context `Keys`."""
    icon: str
    keys: str = ""
    """What it comes with."""
    page: str = ""
    """The page that it opens."""
    in_palette: bool = True

    @property
    def text(self) -> str:
        """Its words in the language of the window."""
        return QCoreApplication.translate("Keys", self.source)


ACTIONS: tuple[Action, ...] = (
    Action(
        id="palette",
        source=QT_TRANSLATE_NOOP("Keys", "Commands and search"),
        icon="command",
        keys="Ctrl+K",
        in_palette=False,
    ),
    Action(
        id="search",
        source=QT_TRANSLATE_NOOP("Keys", "Search all meetings"),
        icon="search",
        keys="Ctrl+F",
        in_palette=False,
    ),
    Action(id="record", source=QT_TRANSLATE_NOOP("Keys", "Record"), icon="circle-dot", keys="R"),
    Action(
        id="record_at_once",
        source=QT_TRANSLATE_NOOP("Keys", "Record at once, as the last time"),
        icon="circle-dot",
        keys="Ctrl+R",
    ),
    Action(id="import", source=QT_TRANSLATE_NOOP("Keys", "Import recordings"), icon="upload", keys="Ctrl+O"),
    Action(
        id="settings", source=QT_TRANSLATE_NOOP("Keys", "Settings"), icon="settings", keys="Ctrl+,", page="settings"
    ),
    Action(id="guide", source=QT_TRANSLATE_NOOP("Keys", "User's guide"), icon="scroll-text", keys="F1", page="guide"),
    Action(id="health", source=QT_TRANSLATE_NOOP("Keys", "Health check"), icon="circle-check", page="health"),
    Action(id="welcome", source=QT_TRANSLATE_NOOP("Keys", "First steps"), icon="flag", page="welcome"),
    Action(id="theme", source=QT_TRANSLATE_NOOP("Keys", "Light or dark"), icon="sun-moon", keys="Ctrl+Shift+L"),
    Action(id="language", source=QT_TRANSLATE_NOOP("Keys", "Japanese or English"), icon="languages"),
    Action(id="keys", source=QT_TRANSLATE_NOOP("Keys", "These keys"), icon="keyboard", keys="?"),
)


def keys_of(chosen: Iterable[str]) -> Mapping[str, str]:
    """Return the keys of every action; `chosen` holds the user's own as `action=keys`."""
    own = dict(entry.split("=", 1) for entry in chosen if "=" in entry)
    return {action.id: own.get(action.id, action.keys) for action in ACTIONS}


def with_keys(chosen: Iterable[str], action_id: str, keys: str) -> tuple[str, ...]:
    """Return the user's own keys with those of one action changed; keys that it comes with are not the user's own."""
    own = dict(entry.split("=", 1) for entry in chosen if "=" in entry)
    default = next(action.keys for action in ACTIONS if action.id == action_id)
    own[action_id] = keys
    if keys == default:
        del own[action_id]
    return tuple(f"{name}={value}" for name, value in own.items())


def taken_by(chosen: Iterable[str], action_id: str, keys: str) -> Action | None:
    """Return the other action that already has these keys."""
    wanted = QKeySequence(keys)
    held = keys_of(chosen)
    others = (action for action in ACTIONS if action.id != action_id and held[action.id])
    return next((action for action in others if QKeySequence(held[action.id]) == wanted), None) if keys else None
