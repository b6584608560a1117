"""All settings: sections at the left, a search over all of them, and each line with its way back to the default."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from insight_desktop.settings.options import Page, Settings, options_of
from insight_desktop.ui.settings.fields import ListedField
from insight_desktop.ui.settings.keys_card import KeysCard
from insight_desktop.ui.settings.protection_card import ProtectionCard
from insight_desktop.ui.settings.rows import Card, OptionRow
from insight_desktop.ui.settings.rules_card import RulesCard
from insight_desktop.ui.settings.segments_card import SegmentsCard
from insight_desktop.ui.settings.storage_card import Storage, StorageCard
from insight_desktop.ui.settings.texts import ELSEWHERE, OPTIONS, PAGES, translated
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, column, hint, label, row
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH, _SECTIONS_WIDTH = 800, 176
_OWN_CARDS = (Page.SHORTCUTS, Page.OFFERS)
"""Pages whose card is no list of options."""


class SettingsView(View):
    """Cards of settings.

    Signals:
        option_chosen(str, str, object): group, name, value.
        reset_requested(): everything back to the defaults.
        restart_requested(): the program should start again.
        health_requested(): show the health check.
    """

    option_chosen = Signal(str, str, object)
    reset_requested = Signal()
    restart_requested = Signal()
    health_requested = Signal()

    def __init__(self) -> None:
        """Lay out sections, search and cards."""
        super().__init__()
        self.search = QLineEdit()
        self.search.setProperty("look", "search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._show())
        self.storage, self.keys = StorageCard(), KeysCard()
        self.protection = ProtectionCard()
        self.rules, self.segments = RulesCard(), SegmentsCard()
        self.rows: dict[tuple[str, str], OptionRow] = {}
        self._cards: dict[Page, Card] = {page: self._card(page) for page in Page if page not in _OWN_CARDS}
        self._sections: dict[Page, Button] = {}
        self._page = Page.GENERAL
        self._nothing = label("quiet", wraps=True)
        self._restart = Button(icon="rotate-cw")
        self._restart.clicked.connect(self.restart_requested)
        self._cards[Page.GENERAL].add(self._restart)
        self._restart.hide()
        self._reset, self._health = Button(look="plain", icon="rotate-ccw"), Button(look="nav", icon="circle-check")
        self._reset.clicked.connect(self.reset_requested)
        self._health.clicked.connect(self.health_requested)
        self._build()
        self._shown_zoom = 0
        self.retranslate()
        self._show()

    def _card(self, page: Page) -> Card:
        card = Card()
        for group, declared in options_of(page):
            if (group, declared.name) in ELSEWHERE:
                continue
            line = OptionRow(group, declared)
            line.edited.connect(self.option_chosen)
            card.add(line)
            self.rows[line.key] = line
        return card

    def _build(self) -> None:
        sections = column(gap=2)
        for page, (_source, icon) in PAGES.items():
            button = Button(look="nav", icon=icon)
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, one=page: self.go(one))
            self._sections[page] = button
            sections.addWidget(button)
        sections.addSpacing(8)
        sections.addWidget(self._health)
        sections.addStretch(1)
        left = QWidget()
        left.setMinimumWidth(_SECTIONS_WIDTH)
        left.setLayout(sections)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        cards = column(gap=16, margins=(0, 0, 0, 24))
        for card in (
            *self._cards.values(),
            self.rules,
            self.segments,
            self.protection,
            self.storage,
            self.keys,
            self._nothing,
        ):
            cards.addWidget(card)
        cards.addLayout(row(self._reset, None))
        cards.addStretch(1)
        content.setLayout(cards)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(outer)
        right = column(self.search, scroll, gap=16)
        whole = row(left, gap=24, margins=(24, 24, 24, 0))
        whole.addLayout(right, 1)
        self.setLayout(whole)
        self.search.setMaximumWidth(_WIDTH)

    def go(self, page: Page) -> None:
        """Show one section."""
        self._page = page
        self.search.clear()
        self._show()

    def _show(self) -> None:
        """Show the section, or the lines of all sections that the search is about."""
        text = self.search.text().strip()
        found = 0
        for page, card in self._cards.items():
            lines = [line for line in self.rows.values() if line.parentWidget() and card.isAncestorOf(line)]
            for line in lines:
                line.setVisible(line.says(text))
            shown = sum(line.says(text) for line in lines) if text else int(page is self._page)
            card.setVisible(shown > 0)
            found += shown
        for other, page, words in (
            (self.protection, Page.PRIVACY, self.protection.words),
            (self.storage, Page.PRIVACY, self._storage_words),
            (self.keys, Page.SHORTCUTS, self._keys_words),
            (self.segments, Page.OFFERS, self.segments.words),
        ):
            is_shown = text.casefold() in words if text else page is self._page
            other.setVisible(is_shown)
            found += is_shown
        rules = self.rules.search(text) if text else int(self._page is Page.OFFERS)
        self.rules.setVisible(rules > 0)
        if not text:
            self.rules.search("")
        found += rules
        for page, button in self._sections.items():
            button.setChecked(page is self._page and not text)
        self._nothing.setVisible(not found)
        self._reset.setVisible(not text)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds now."""
        for (group, name), line in self.rows.items():
            line.show_value(getattr(getattr(settings, group), name))
        self.keys.show_keys(settings.shortcuts.keys)
        self._shown_zoom = self._shown_zoom or settings.general.zoom
        self._restart.setVisible(settings.general.zoom != self._shown_zoom)

    def offer(self, key: tuple[str, str], entries: Sequence[tuple[str, str]]) -> None:
        """Offer what an option may be, where that is known only now."""
        field = self.rows[key].field
        assert isinstance(field, ListedField)  # noqa: S101 - its kind is decided by the key
        field.offer(entries)

    def show_storage(self, storage: Storage) -> None:
        """Show where the data lies."""
        self.storage.show_storage(storage)

    def retranslate(self) -> None:
        """Write the texts."""
        for page, (source, _icon) in PAGES.items():
            self._sections[page].setText("  " + translated(source))
            self._sections[page].setAccessibleName(translated(source))
            if page in self._cards:
                self._cards[page].heading.setText(translated(source))
        hint(self.search, self.tr("Search the settings"))
        self._nothing.setText(self.tr("No setting is about this."))
        self._reset.setText(" " + self.tr("All settings back to the defaults"))
        self._health.setText("  " + self.tr("Health check"))
        self._health.setAccessibleName(self.tr("Health check"))
        self._restart.setText(" " + self.tr("Restart now"))

    @property
    def _storage_words(self) -> str:
        words = self.tr("where it lies folder move backup restore disk size")
        return words.casefold()

    @property
    def _keys_words(self) -> str:
        return self.tr("keys keyboard shortcuts").casefold()


def unexplained(options: Mapping[tuple[str, str], object]) -> set[tuple[str, str]]:
    """Return the options that neither the page nor another place shows."""
    return set(options) - set(OPTIONS) - ELSEWHERE
