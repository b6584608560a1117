"""The minutes: sections of lines, each with its place in the sound."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from insight_desktop.domain.analysis import Analysis
from insight_desktop.domain.insight import MinutesSection
from insight_desktop.insights.minutes_template import MinutesTemplate
from insight_desktop.ui import theme, wording
from insight_desktop.ui.meeting.comments_card import CommentsCard
from insight_desktop.ui.meeting.evidence import place_button
from insight_desktop.ui.meeting.moments_card import MomentsCard
from insight_desktop.ui.transcript.lines import Line
from insight_desktop.ui.view import View
from insight_desktop.ui.widgets.basics import Button, IconLabel, column, empty, label, paragraph, row
from insight_desktop.ui.widgets.scrolling import ScrollArea

_WIDTH = 720


class MinutesView(View):
    """Shows the minutes.

    Signals:
        play_requested(tuple[int, ...]): play and show these turns.
        template_requested(): the user wants the minutes in another form.
    """

    play_requested = Signal(object)
    template_requested = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._analysis: Analysis | None = None
        self._template = MinutesTemplate(sections=())
        self._language = "ja"
        self._form = Button(icon="settings", look="link", ink="customer")
        self._form.clicked.connect(self.template_requested)
        self._lines: Sequence[Line] = ()
        self.moments, self.comments = MomentsCard(), CommentsCard()
        self._column = column(gap=4)
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        inner = column(self.moments, self.comments, gap=4, margins=(24, 16, 24, 24))
        inner.addLayout(self._column)
        inner.addSpacing(16)
        inner.addLayout(row(self._form, None))
        inner.addStretch(1)
        content.setLayout(inner)
        outer = QWidget()
        outer.setLayout(row(content, None, gap=0))
        outer.layout().setStretch(0, 100)  # type: ignore[union-attr]
        scroll = ScrollArea(outer)
        self.setLayout(column(scroll, gap=0))
        self.retranslate()

    def show_minutes(
        self, analysis: Analysis | None, lines: Sequence[Line], template: MinutesTemplate, language: str
    ) -> None:
        """Show the minutes of an analysis, by a template, in the language of the meeting."""
        shown = (analysis, lines, template, language)
        if shown == (self._analysis, self._lines, self._template, self._language):
            return
        self._analysis, self._lines, self._template, self._language = shown
        self._fill()

    def _fill(self) -> None:
        empty(self._column)
        analysis = self._analysis
        if analysis is None or not analysis.minutes:
            waits = self.tr("The minutes appear here once the meeting has been read.")
            nothing = self.tr("Nothing was said that belongs in the minutes.")
            self._column.addWidget(label("quiet", waits if analysis is None else nothing, wraps=True))
            return
        box, part = QWidget(), column(gap=4)
        titles = {each.section: each.title(self._language) for each in self._template.sections}
        order = [*titles, *(section for section in MinutesSection if section not in titles)]
        lines = sorted(analysis.minutes, key=lambda line: order.index(line.section))
        for section, members in groupby(lines, key=lambda line: line.section):
            meaning = wording.SECTIONS[section]
            icon = IconLabel(meaning.icon, theme.tone(meaning.tone).ink)
            head = row(icon, label("strong", titles.get(section, meaning.text)), None, gap=8, margins=(0, 12, 0, 4))
            part.addLayout(head)
            for member in members:
                line = row(24, gap=8)
                text = paragraph("", member.text)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                line.addWidget(text, 1)
                place = place_button(self._lines, member.turns)
                if place is not None:
                    place.clicked.connect(lambda _on=False, turns=member.turns: self.play_requested.emit(turns))
                    line.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
                part.addLayout(line)
        box.setLayout(part)  # shown as one: each by itself would make the window lay out all of them anew
        self._column.addWidget(box)

    def restyle(self) -> None:
        """Build the lines in the new colours."""
        if hasattr(self, "_column"):
            self._fill()

    def retranslate(self) -> None:
        """Write the texts."""
        self._form.setText(" " + self.tr("Form of the minutes …"))
        self._fill()
