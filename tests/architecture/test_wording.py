"""Every known error has a sentence in both languages, and whoever raises it fills it."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from insight_desktop import wording
from insight_desktop.domain.errors import ErrorCode, KnownError

PACKAGE = Path(__file__).parent.parent.parent / "insight_desktop"


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", list(ErrorCode))
def test_error_has_wording_with_the_same_placeholders_in_both_languages(code: ErrorCode) -> None:
    """A sentence in Japanese and in English, saying the same things."""
    texts = wording.ERRORS[code]

    assert set(texts) == {"ja", "en"}
    assert _placeholders(texts["ja"]) == _placeholders(texts["en"])


def test_every_raised_error_fills_its_sentence() -> None:
    """No user reads a question mark where a name should stand."""
    gaps = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="KnownError"),
                    args=[ast.Attribute(value=ast.Name(id="ErrorCode"), attr=name)],
                    keywords=keywords,
                ) if all(word.arg for word in keywords):
                    needed = _placeholders(wording.ERRORS[ErrorCode[name]]["ja"])
                    missing = needed - {word.arg for word in keywords if word.arg}
                    gaps += [f"{path.relative_to(PACKAGE)}:{node.lineno} {name} lacks {missing}"] if missing else []

    assert gaps == []


def test_missing_param_never_breaks_the_sentence() -> None:
    """Explaining an error cannot raise another one."""
    assert "?" in wording.sentence(KnownError(ErrorCode.MODEL_MISSING), "ja")
