"""The page of the week as Markdown and as HTML that stands alone, in either language."""

import html
from collections.abc import Iterator

from insight_desktop.domain.digest import CustomerWarning, Digest, DigestQuote, DigestTheme, WarningKind
from insight_desktop.domain.insight import InsightKind
from insight_desktop.domain.timespan import clock

_WORDS = {
    "ja": {
        "title": "今週のお客様の声",
        "span": "{first:%Y-%m-%d} 〜 {last:%Y-%m-%d}",
        "numbers": "商談 {meetings} 件 ・ 顧客 {customers} 社 ・ 成功 {won} 件 ・ 失敗 {lost} 件",
        "themes": "増えている話題",
        "theme": "{name}({kind}) {customers} 社(直近4週の平均 {before:.1f} 社)",
        "warnings": "気にかけたいお客様",
        "quotes": "聞いておきたい声",
        "nothing": "今週はまだ商談がありません。",
        "sources": "出典",
        "unknown": "顧客未設定",
    },
    "en": {
        "title": "What customers said this week",
        "span": "{first:%Y-%m-%d} to {last:%Y-%m-%d}",
        "numbers": "{meetings} meetings · {customers} customers · {won} won · {lost} lost",
        "themes": "Rising themes",
        "theme": "{name} ({kind}): {customers} customers (four weeks before: {before:.1f})",
        "warnings": "Customers to look after",
        "quotes": "Worth hearing",
        "nothing": "There is no meeting this week yet.",
        "sources": "Sources",
        "unknown": "customer not set",
    },
}
_KINDS = {
    "ja": {
        InsightKind.PAIN: "課題",
        InsightKind.NEED: "要望",
        InsightKind.DISSATISFACTION: "不満",
        InsightKind.SUCCESS: "成果",
        InsightKind.EXPANSION_SIGNAL: "好機",
        InsightKind.OBJECTION: "懸念",
    },
    "en": {
        InsightKind.PAIN: "pain",
        InsightKind.NEED: "need",
        InsightKind.DISSATISFACTION: "dissatisfaction",
        InsightKind.SUCCESS: "success",
        InsightKind.EXPANSION_SIGNAL: "growth",
        InsightKind.OBJECTION: "concern",
    },
}
WARNINGS = {
    "ja": {
        WarningKind.PROMISE_OVERDUE: "期限を過ぎた約束が {count} 件({since} から)",
        WarningKind.DISSATISFACTION_OPEN: "前回の不満が解けていません",
        WarningKind.QUESTION_UNANSWERED: "前回の質問 {count} 件に答えていません",
        WarningKind.NO_ACTIVITY: "{count} 日間、商談がありません",
        WarningKind.ONE_CONTACT: "{count} 回の商談で、相手がお一人だけです",
        WarningKind.PRICE_NEVER_SPOKEN: "{count} 回の商談で、価格の話が出ていません",
    },
    "en": {
        WarningKind.PROMISE_OVERDUE: "promises overdue: {count}, since {since}",
        WarningKind.DISSATISFACTION_OPEN: "dissatisfied in the last meeting, not solved",
        WarningKind.QUESTION_UNANSWERED: "questions of the last meeting unanswered: {count}",
        WarningKind.NO_ACTIVITY: "no meeting for {count} days",
        WarningKind.ONE_CONTACT: "one contact only in {count} meetings",
        WarningKind.PRICE_NEVER_SPOKEN: "price never spoken of in {count} meetings",
    },
}
_STYLE = """body{font:10.5pt/1.6 "Yu Gothic UI","Hiragino Sans","Noto Sans CJK JP",IPAexGothic,sans-serif;
max-width:46em;margin:2em auto;padding:0 1em;color:#1d1c1a}h1{font-size:15pt;margin:0}
h2{font-size:11pt;margin:1.4em 0 .4em;
border-bottom:1px solid #d2d0c9}p.small{color:#57554f;margin:.2em 0}li{margin:.3em 0}blockquote{margin:.5em 0;
padding-left:.8em;border-left:3px solid #4453c9}"""


def warning_text(warning: CustomerWarning, language: str) -> str:
    """Return a warning as words."""
    return WARNINGS[language][warning.kind].format(count=warning.count, since=warning.since or "")


def digest_markdown(digest: Digest, language: str) -> str:
    """Return the page as Markdown."""
    words = _WORDS[language]
    lines = [f"# {words['title']}", "", words["span"].format(first=digest.first, last=digest.last), ""]
    lines += [_numbers(digest, language), ""]
    for heading, items in _sections(digest, language):
        lines += [f"## {heading}", "", *(f"- {_one_line(item)}" for item in items), ""]
    if digest.quotes:
        lines += [f"## {words['quotes']}", ""]
        for quote in digest.quotes:
            lines += [f"> {_one_line(_said(quote))}", ">", f"> — {_source(quote, language)}", ""]
    return "\n".join(lines).rstrip() + "\n"


def digest_html(digest: Digest, language: str) -> str:
    """Return the page as one HTML file without anything to load."""
    words = _WORDS[language]
    parts = [
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{words["title"]}</title>',
        f"<style>{_STYLE}</style><h1>{words['title']}</h1>",
        f'<p class="small">{words["span"].format(first=digest.first, last=digest.last)}</p>',
        f"<p>{_numbers(digest, language)}</p>",
    ]
    for heading, items in _sections(digest, language):
        rows = "".join(f"<li>{html.escape(item)}</li>" for item in items)
        parts.append(f"<h2>{heading}</h2><ul>{rows}</ul>")
    if digest.quotes:
        parts.append(f"<h2>{words['quotes']}</h2>")
        parts += [
            f"<blockquote>{html.escape(_said(quote))}"
            f'<p class="small">{html.escape(_source(quote, language))}</p></blockquote>'
            for quote in digest.quotes
        ]
    return "\n".join(parts) + "</html>\n"


def _numbers(digest: Digest, language: str) -> str:
    words = _WORDS[language]
    if not digest.meetings:
        return words["nothing"]
    return words["numbers"].format(
        meetings=digest.meetings, customers=digest.customers, won=digest.won, lost=digest.lost
    )


def _sections(digest: Digest, language: str) -> Iterator[tuple[str, list[str]]]:
    words = _WORDS[language]
    if digest.themes:
        yield words["themes"], [_theme(theme, language) for theme in digest.themes]
    if digest.warnings:
        yield (
            words["warnings"],
            [f"{warning.customer}: {warning_text(warning, language)}" for warning in digest.warnings],
        )


def _theme(theme: DigestTheme, language: str) -> str:
    kind = _KINDS[language][theme.kind]
    return _WORDS[language]["theme"].format(name=theme.name, kind=kind, customers=theme.customers, before=theme.before)


def _said(quote: DigestQuote) -> str:
    return f"「{quote.words}」" if quote.language == "ja" else f"“{quote.words}”"


def _source(quote: DigestQuote, language: str) -> str:
    at = clock(quote.start) if quote.start is not None else ""
    parts = (quote.customer or _WORDS[language]["unknown"], quote.held_on.isoformat(), at, _KINDS[language][quote.kind])
    return (
        " ・ ".join(part for part in parts if part) if language == "ja" else ", ".join(part for part in parts if part)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split()).replace("<", "&lt;")
