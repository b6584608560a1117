"""The page to read before a meeting: what hurts, what was promised, what changed, whether to offer; as Markdown too."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from insight_desktop.aftercare import CheckIn
from insight_desktop.domain.account import IssueStatus, Promise
from insight_desktop.domain.customer import Detail
from insight_desktop.domain.insight import Owner
from insight_desktop.domain.suggestion import Timing
from insight_desktop.trends.account import open_issues
from insight_desktop.ui import wording
from insight_desktop.ui.customers import change_cards as changes
from insight_desktop.ui.customers import number_words as words
from insight_desktop.ui.customers.entry_words import words_of
from insight_desktop.ui.customers.values import CustomerPage

_MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """A heading with its lines; what is still to be done has a box to tick."""

    heading: str
    lines: tuple[str, ...]
    is_ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One page on a customer."""

    title: str
    facts: tuple[str, ...]
    sections: tuple[BriefSection, ...]


def brief(page: CustomerPage) -> str:
    """Return the brief of a customer as Markdown."""
    return markdown(brief_of(page))


def markdown(told: Brief) -> str:
    """Return the brief as Markdown."""
    lines = [f"# {told.title}", "", *(f"- {fact}" for fact in told.facts)]
    for section in told.sections:
        mark = "- [ ] " if section.is_ticked else "- "
        lines += ["", f"## {section.heading}", "", *(f"{mark}{line}" for line in section.lines)]
    return "\n".join(lines) + "\n"


def brief_of(page: CustomerPage) -> Brief:
    """Return the brief of a customer; sections with nothing in them are left out."""
    complaints = _first([f"{wording.INSIGHTS[each.kind].text}: {each.summary}" for each in open_issues(page.account)])
    solved = [issue.summary for issue in page.account.issues if issue.status is IssueStatus.SOLVED][:_MOST]
    waiting = _first([_promise(promise) for promise in page.account.promises if not promise.is_done])
    waiting += [_check_in(each) for each in page.check_ins]
    kept = page.details
    going_on = [deal for deal in kept.deals if not deal.outcome][:_MOST]
    entries_told: tuple[Detail, ...] = (*kept.usage[:_MOST], *going_on)
    told = [_line(each, page) for each in entries_told]
    asking = page.numbers.interest if page.numbers else None
    others = [words.interest(asking), words.told(asking.stalls)] if asking else []
    heading = changes.since_heading(page.since) if page.since else ""
    sections = (
        (QCoreApplication.translate("Brief", "Others ask"), others),
        (heading, _since(page)),
        (QCoreApplication.translate("Brief", "What hurts now"), complaints),
        (QCoreApplication.translate("Brief", "Promises"), waiting),
        (QCoreApplication.translate("Brief", "Solved since"), solved),
        (QCoreApplication.translate("Brief", "Usage and deals"), told),
        (QCoreApplication.translate("Voices", "Heard and not heard"), _voices(page)),
        (QCoreApplication.translate("Brief", "Offer"), _offer(page)),
    )
    return Brief(
        title=page.customer.name,
        facts=(*facts(page), *_numbers(page)),
        sections=tuple(
            BriefSection(heading=name, lines=tuple(lines), is_ticked=lines is waiting)
            for name, lines in sections
            if lines
        ),
    )


def _since(page: CustomerPage) -> list[str]:
    """Return what changed since last time; a first meeting has nothing to be compared with."""
    if page.since is None:
        return []
    lines = [
        ": ".join(part for part in (changes.shift_name(each.kind), changes.shift_text(each)) if part)
        for each in page.since.shifts
    ]
    return _first(lines) or ([] if page.since.is_first else [changes.nothing_changed(page.since)])


def _voices(page: CustomerPage) -> list[str]:
    """Return who was heard and who was not."""
    if page.numbers is None:
        return []
    voices = page.numbers.voices
    lines = _first(
        [
            " · ".join(part for part in (each.person, changes.office(each.contact), changes.times(each)) if part)
            for each in voices.heard
        ]
    )
    if voices.silent:
        heading = QCoreApplication.translate("Voices", "Not heard for a year")
        names = [" ".join(part for part in (each.name, each.department) if part) for each in voices.silent[:_MOST]]
        lines.append(f"{heading}: {', '.join(names)}")
    if voices.silent_departments:
        lines.append(changes.departments(voices))
    return lines


def _first(lines: list[str]) -> list[str]:
    """Return the first lines, and how many more there are: nothing is left out without a word."""
    left = len(lines) - _MOST
    if left <= 0:
        return lines
    return [*lines[:_MOST], QCoreApplication.translate("Brief", "and {count} more").format(count=left)]


def _numbers(page: CustomerPage) -> list[str]:
    """Return stage and warmth, each with what it rests on."""
    if page.numbers is None:
        return []
    stage = QCoreApplication.translate("Brief", "Stage: {stage} ({why})").format(
        stage=wording.JOURNEYS[page.numbers.journey.stage].text, why=words.journey(page.numbers.journey)
    )
    if page.numbers.score is None:
        return [stage]
    warmth = QCoreApplication.translate("Brief", "Warmth {score} of 100 ({why})").format(
        score=page.numbers.score.value, why=words.warmth(page.numbers)
    )
    return [stage, warmth]


def facts(page: CustomerPage) -> list[str]:
    """Return the short facts of the header: segment, products, renewal, NPS, people."""
    customer = page.customer
    found = [text for text in (customer.industry, customer.segment) if text]
    if customer.current_products:
        found.append(
            QCoreApplication.translate("Brief", "Has: {products}").format(
                products=", ".join(page.product_name(each) for each in customer.current_products)
            )
        )
    if customer.renewal_on:
        found.append(
            QCoreApplication.translate("Brief", "Renewal: {date}").format(date=wording.full_day(customer.renewal_on))
        )
    if customer.nps is not None:
        found.append(QCoreApplication.translate("Brief", "NPS {score}").format(score=customer.nps))
    if customer.contracted_on:
        found.append(
            QCoreApplication.translate("Brief", "Contract since {date}").format(
                date=wording.full_day(customer.contracted_on)
            )
        )
    if customer.open_case:
        found.append(QCoreApplication.translate("Brief", "Open case: {text}").format(text=customer.open_case))
    if page.contacts:
        decides = QCoreApplication.translate("Brief", "{name} (decides)")
        known = sorted(page.contacts, key=lambda each: not each.is_decider)
        people = [decides.format(name=each.name) if each.is_decider else each.name for each in known]
        if len(people) > _MOST:
            others = QCoreApplication.translate("Brief", "and {count} others").format(count=len(people) - _MOST)
            people = [*people[:_MOST], others]
        found.append(", ".join(people))
    return found


def _line(entry: Detail, page: CustomerPage) -> str:
    told = words_of(entry, page.product_name, page.pack)
    mark = told.mark[0] if told.mark else ""
    return " · ".join(part for part in (told.name, told.facts, mark) if part)


def _promise(promise: Promise) -> str:
    due = f" · {wording.day(promise.step.due)}" if promise.step.due else ""
    late = QCoreApplication.translate("Brief", "overdue") + " · " if promise.is_overdue else ""
    return f"{late}{wording.OWNERS[promise.step.owner].text}: {promise.step.what}{due}"


def _offer(page: CustomerPage) -> list[str]:
    if page.standing is None:
        return []
    verdict = page.standing.verdict
    lines = [wording.verdict(verdict), *wording.first_steps(verdict)]
    lines += [text for text in (wording.look_again(verdict),) if text]
    if verdict.timing is not Timing.HOLD:
        for offer in page.standing.offers:
            told = f"{offer.name}: {offer.suggestion.solves}"
            if offer.verdict != verdict:
                told += f" — {wording.verdict(offer.verdict)}"
            lines.append(told)
    return lines


def _check_in(each: CheckIn) -> str:
    what = QCoreApplication.translate("CheckIns", "Does {product} help? Day {days} after the sale")
    told = what.format(product=each.product, days=each.days)
    late = QCoreApplication.translate("Brief", "overdue") + " · " if each.is_overdue else ""
    return f"{late}{wording.OWNERS[Owner.REP].text}: {told} · {wording.day(each.due)}"
