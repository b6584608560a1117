"""Decides what the page of suggestions shows, and notes what became of a suggestion."""

import datetime as dt
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from insight_desktop import advice, sales
from insight_desktop.advice import Advice
from insight_desktop.domain.change import Change, ChangeKind
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import SuggestionId
from insight_desktop.domain.suggestion import SuggestionState
from insight_desktop.sales import Noted
from insight_desktop.settings.options import Page as SettingsPage
from insight_desktop.store.suggestions import SuggestionEvent
from insight_desktop.suggestions.results import Acceptance, acceptance, expansion_mrr
from insight_desktop.suggestions.stories import NearStory
from insight_desktop.trends.patterns import wilson
from insight_desktop.ui import wording
from insight_desktop.ui.clips import ClipPlayer
from insight_desktop.ui.pages import Context, Presenter
from insight_desktop.ui.suggestions.values import SuggestionsPage, Tally
from insight_desktop.ui.suggestions.view import SuggestionsView


class SuggestionsPresenter(Presenter):
    """Reads the suggestions and what stands behind the chosen one."""

    shows: ClassVar = frozenset({ChangeKind.SUGGESTION, ChangeKind.ANALYSIS, ChangeKind.CUSTOMER, ChangeKind.MEETING})

    def __init__(self, context: Context, view: SuggestionsView) -> None:
        """Connect the view's intents."""
        super().__init__(context, view)
        self.view = view
        self._chosen = ""
        self._switched_off: frozenset[str] = frozenset()
        self._advice: Advice | None = None
        self._near: tuple[SuggestionId, NearStory | None] | None = None
        """The story that was found by meaning, and for which suggestion."""
        view.suggestion_chosen.connect(self._on_chosen)
        view.cue_switched.connect(lambda cue, on: self._on_switched(cue, on=on))
        view.state_wanted.connect(self._on_state)
        view.meeting_opened.connect(lambda meeting: context.frame.go("meeting", meeting))
        view.customer_opened.connect(lambda customer: context.frame.go("customers", customer))
        view.import_requested.connect(context.frame.import_files)
        view.meetings_requested.connect(lambda: context.frame.go("meetings"))
        view.catalogue_requested.connect(lambda: context.frame.go("catalogue"))
        view.story_opened.connect(lambda story: context.frame.go("stories", story))
        view.results_requested.connect(lambda: context.frame.go("results"))
        view.rules_requested.connect(lambda: context.frame.go("settings", SettingsPage.OFFERS))
        view.text_copied.connect(self._on_copied)
        self._player = ClipPlayer(context, self)
        view.clip_played.connect(lambda clip: self._player.play([clip]))

    def open(self, argument: str) -> None:
        """Show the suggestion `argument`, or the first one."""
        if argument:
            self._chosen = argument
        super().open(argument)

    def leave(self) -> None:
        """Be silent when out of sight."""
        self._player.stop()
        super().leave()

    def refresh(self) -> None:
        """Read the list again."""
        self.context.operations.read(self._read, then=self._show, key="suggestions")

    def _read(self) -> SuggestionsPage:
        work = self.context.workspace
        found, products = advice.listed(work), work.products.all()
        offers = advice.past_offers(work.suggestions.decided(), products)
        return SuggestionsPage(
            rows=found.rows,
            instead=found.instead,
            has_meetings=work.meetings.list(limit=1).total > 0,
            names={str(product.id): product.name for product in products},
            growth=expansion_mrr(offers),
            overall=next(iter(_tallies(acceptance(offers, lambda _offer: "all"))), None),
            by_wording=tuple(
                sorted(_tallies(acceptance(offers, lambda offer: offer.wording)), key=lambda each: each.name)
            ),
            rules=work.offer_rules.load(),
        )

    def _show(self, page: SuggestionsPage) -> None:
        known = {row.suggestion.id for row in page.rows}
        self._chosen = page.instead.get(SuggestionId(self._chosen), self._chosen)
        if self._chosen not in known:
            self._chosen = page.rows[0].suggestion.id if page.rows else ""
        self.view.show_page(page, self._chosen)
        self._read_chosen()
        work, today = self.context.workspace, dt.datetime.now().astimezone().date()
        self.context.operations.read(  # after the card: of hundreds of offers it takes a moment
            lambda: advice.timings(work, page.rows, today), then=self.view.show_timings, key="timings"
        )

    def _read_chosen(self) -> None:
        work, chosen, off = self.context.workspace, SuggestionId(self._chosen), sorted(self._switched_off)
        today = dt.datetime.now().astimezone().date()
        if chosen:
            self.context.operations.read(
                lambda: advice.advise(work, chosen, today, switched_off=off), then=self._show_advice, key="advice"
            )

    def _show_advice(self, found: Advice | None) -> None:
        self._advice = found
        if found is not None and self._near is not None and self._near[0] == found.suggestion.id:
            found = replace(found, story=self._near[1])
        self.view.card.show_advice(found, self._switched_off)
        if found is not None and found.stories:
            self._look_for_story(found)

    def _look_for_story(self, found: Advice) -> None:
        """Look for a story by meaning, which takes a moment; without an encoder the one found by words stays."""
        suggestion = found.suggestion.id

        def then(near: NearStory | None) -> None:
            if self._chosen == suggestion:
                self._near = suggestion, near
                self.view.card.show_story(near)

        self.context.meaning.ask_of_problems(
            lambda embedder: advice.story_by_meaning(found, embedder), then, failed=_only_known, key="story"
        )

    def _on_chosen(self, suggestion: str) -> None:
        self._chosen, self._switched_off = suggestion, frozenset()
        self._read_chosen()

    def _on_switched(self, cue: str, *, on: bool) -> None:
        self._switched_off = self._switched_off - {cue} if on else self._switched_off | {cue}
        self._read_chosen()

    def _on_state(self, state: str, approach: str, amount: float, reason: str) -> None:
        work, chosen, shown = self.context.workspace, SuggestionId(self._chosen), self._advice
        event = SuggestionEvent(
            state=SuggestionState(state),
            at=dt.datetime.now(dt.UTC),
            amount=amount or None,
            currency=shown.currency if amount and shown is not None and shown.suggestion.id == chosen else None,
            reason=reason,
            wording=approach,
        )
        kinds = frozenset({ChangeKind.SUGGESTION, ChangeKind.CUSTOMER})
        changed = Change(kinds=kinds)
        operations = self.context.operations

        def told(noted: Noted | None) -> None:
            if noted is not None:
                self.context.frame.say(
                    self._told(event, noted),
                    lambda: operations.change(lambda: sales.take_back(work, noted), announce=changed),
                )

        operations.change(lambda: sales.note(work, chosen, event), then=told, announce=changed)

    def _told(self, event: SuggestionEvent, noted: Noted) -> str:
        """Say what was noted, and what the customer has now because of it."""
        translate = QCoreApplication.translate
        told = translate("Suggestions", "Noted: {state}").format(state=wording.SUGGESTION_STATES[event.state].text)
        if not noted.is_owned_changed:
            return told
        name = self._advice.product if self._advice is not None else str(noted.former.product)
        sentence = (
            translate("Suggestions", "{noted}. “{product}” stands among their products now.")
            if event.state is SuggestionState.ACCEPTED
            else translate("Suggestions", "{noted}. “{product}” no longer stands among their products.")
        )
        return sentence.format(noted=told, product=name)

    def _on_copied(self, text: str) -> None:
        self.view.copy(text)
        self.context.frame.say(QCoreApplication.translate("Suggestions", "Copied."))


def _only_known(error: Exception) -> None:
    if not isinstance(error, KnownError):
        raise error


def _tallies(found: tuple[Acceptance, ...]) -> tuple[Tally, ...]:
    tallies = []
    for each in found:
        low, high = wilson(each.share)
        tallies.append(Tally(name=each.name, share=each.share, low=low, high=high))
    return tuple(tallies)
