"""Everything that was found: words and meaning together, filters, snippets, «play all», keep as a playlist."""

import html
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QVBoxLayout, QWidget

from insight_desktop.finding import Found, How
from insight_desktop.store.search import Hit
from insight_desktop.ui import theme, wording
from insight_desktop.ui.clip_bar import ClipBar
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.badge import Badge
from insight_desktop.ui.widgets.basics import Button, IconButton, column, frame, label, row
from insight_desktop.ui.widgets.choices import Choice, ChoiceRow
from insight_desktop.ui.widgets.empty_state import EmptyState
from insight_desktop.ui.widgets.gradual import Gradual
from insight_desktop.ui.widgets.scrolling import ScrollArea

_PAUSE_MS = 250


class ResultsView(View):
    """The page of search.

    Signals:
        asked(str, str, str): text, side (`rep`, `customer` or empty) and span (`quarter`, `year` or empty).
        opened(str): the place of a hit.
        play_all(): play the hits one after the other.
        kept(str): keep the hits as a playlist of this name.
        commented(Hit, str): write a comment at the moment of a hit.
    """

    asked = Signal(str, str, str)
    opened = Signal(str)
    play_all = Signal()
    kept = Signal(str)
    commented = Signal(object, str)

    def __init__(self) -> None:
        """Build the page."""
        super().__init__()
        self._found: tuple[Found, ...] = ()
        self._status_source = ""
        self._field = QLineEdit()
        self._field.setClearButtonEnabled(True)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._wait.timeout.connect(self._ask)
        self._field.textChanged.connect(lambda _text: self._wait.start())
        self._field.returnPressed.connect(self._ask)
        self._side, self._span = ChoiceRow("segment"), ChoiceRow("segment")
        self._chosen = {"side": "", "span": ""}
        self._side.chosen.connect(lambda key: self._on_choice("side", key))
        self._span.chosen.connect(lambda key: self._on_choice("span", key))
        self._play, self._keep = Button(icon="play", look="primary", ink="on_accent"), Button(icon="plus")
        self._play.clicked.connect(self.play_all)
        self._keep.clicked.connect(self._on_keep)
        self._status = label("quiet", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._rows.setContentsMargins(0, 0, 8, 16)
        self._cards = Gradual(self._rows, self)
        inside = QWidget()
        inside.setLayout(self._rows)
        scroll = ScrollArea(inside)
        tools = QWidget()
        tools.setLayout(row(self._side, 8, self._span, None, self._play, self._keep, gap=8))
        self._scroll, self._start = scroll, EmptyState("search")
        self._start.tried.connect(self.ask_for)
        page = QWidget()
        parts = (self._field, tools, self._status, scroll, self._start)
        page.setLayout(column(*parts, gap=12, margins=(24, 16, 24, 16)))
        self.clips = ClipBar()
        self.setLayout(column(page, self.clips, gap=0))
        self.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self.setFocusProxy(self._field)
        self._shown: tuple[str, tuple[Found, ...], bool] = ("", (), True)
        self.retranslate()
        self._side.choose("all")
        self._span.choose("all")
        self.show_found("", ())

    def ask_for(self, text: str) -> None:
        """Search for a text."""
        self._field.setText(text)
        self._ask()

    def show_found(self, text: str, found: Sequence[Found], *, by_meaning: bool = True) -> None:
        """Show the hits."""
        self._shown = (text, tuple(found), by_meaning)
        self._found = tuple(found)
        self._cards.show(partial(self._card, each) for each in self._found)
        can_be_heard = any(each.hit.has_sound and each.hit.start is not None for each in self._found)
        self._play.setVisible(can_be_heard)
        self._keep.setVisible(can_be_heard)
        self._start.setHidden(bool(text.strip()))
        for widget in (self._status, self._scroll):
            widget.setVisible(bool(text.strip()))
        if not text.strip():
            self._start.say(
                self.tr("Find what was said"),
                self.tr("Finds what was said by its words and by its meaning, in Japanese and English at once."),
            )
            self._start.offer(
                (
                    self.tr("too expensive"),
                    self.tr("a reference customer"),
                    self.tr("nobody called back"),
                    self.tr("thinking of cancelling"),
                )
            )
        elif not self._found:
            self._status.setText(self.tr("Nothing was found."))
        elif by_meaning:
            self._status.setText(self.tr("%n hit(s)", "", len(self._found)))
        else:
            self._status.setText(self.tr("%n hit(s) by words; looking for the same meaning …", "", len(self._found)))

    def retranslate(self) -> None:
        """Write the texts."""
        self._field.setPlaceholderText(self.tr("Such as: too expensive, wants to talk to a reference customer"))
        self._field.setAccessibleName(self.tr("Search all meetings"))
        self._side.offer(
            [
                Choice("all", self.tr("Everybody")),
                Choice("customer", self.tr("Customers")),
                Choice("rep", self.tr("Us")),
            ]
        )
        self._span.offer(
            [
                Choice("all", self.tr("All time")),
                Choice("year", self.tr("12 months")),
                Choice("quarter", self.tr("3 months")),
            ]
        )
        self._play.setText(" " + self.tr("Play all"))
        self._keep.setText(" " + self.tr("Keep as playlist …"))
        text, found, by_meaning = self._shown
        self.show_found(text, found, by_meaning=by_meaning)

    def _card(self, found: Found) -> QWidget:
        hit = found.hit
        card = frame("card")
        layout = column(gap=6, margins=(12, 8, 12, 12))
        link = Button(icon="play" if hit.has_sound else "quote", look="link")
        start = hit.start if hit.has_sound else None
        link.setText(self.tr("Open") if start is None else " " + wording.clock(start))
        link.setToolTip(self.tr("Open the meeting at these words"))
        place = f"{hit.meeting_id}#{hit.position}" if hit.position is not None else str(hit.meeting_id or "")
        if hit.meeting_id is None:
            link.hide()
        link.clicked.connect(lambda: self.opened.emit(place))
        note = IconButton("sticky-note")
        note.name(self.tr("Write a comment at this moment"))
        note.clicked.connect(lambda: self._on_comment(hit))
        if hit.start is None:
            note.hide()
        texts = {How.MEANING: self.tr("Same meaning"), How.BOTH: self.tr("Words and meaning")}
        badge = [Badge(texts[found.how], "wand-sparkles", "need")] if found.how in texts else []
        customer = "" if hit.meeting_title.startswith(hit.customer_name) else hit.customer_name
        who = " · ".join(part for part in (customer, hit.meeting_title, hit.started_at[:10]) if part)
        head = row(label("strong", who, wraps=True), *badge, link, note, gap=8)
        head.setStretch(0, 1)
        layout.addLayout(head)
        words = label("", wraps=True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(_marked(hit.snippet, hit.snippet_marks))
        layout.addWidget(words)
        card.setLayout(layout)
        return card

    def _on_choice(self, name: str, key: str) -> None:
        (self._side if name == "side" else self._span).choose(key)
        self._chosen[name] = "" if key == "all" else key
        self._ask()

    def _ask(self) -> None:
        self._wait.stop()
        self.asked.emit(self._field.text(), self._chosen["side"], self._chosen["span"])

    def _on_comment(self, hit: Hit) -> None:
        text, accepted = QInputDialog.getText(self, self.tr("Comment"), hit.snippet)
        if accepted and text.strip():
            self.commented.emit(hit, text.strip())

    def _on_keep(self) -> None:
        name, accepted = QInputDialog.getText(
            self, self.tr("Keep as playlist"), self.tr("Name"), text=self._field.text()
        )
        if accepted and name.strip():
            self.kept.emit(name.strip())


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    ground = theme.colour("found").name()
    parts, at = [], 0
    for start, end in marks:
        parts += [
            html.escape(text[at:start]),
            f'<span style="background:{ground}">{html.escape(text[start:end])}</span>',
        ]
        at = end
    return "".join(parts) + html.escape(text[at:])
