"""The doctor looks at everything and never falls over."""

import json

import pytest

from insight_desktop import health
from insight_desktop.cli.main import main


def test_report_covers_every_subject_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0

    findings = json.loads(capsys.readouterr().out)
    assert {"python", "library", "font", "device", "model", "disk"} <= {finding["subject"] for finding in findings}
    assert {"subject", "name", "verdict", "detail", "note"} == set(findings[0])


def test_examination_that_fails_is_a_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> list[health.Finding]:
        message = "no such thing"
        raise RuntimeError(message)

    monkeypatch.setattr(health, "_devices", broken)
    monkeypatch.setattr(health, "_models", broken)

    assert main(["doctor"]) == 0
    assert "RuntimeError" in capsys.readouterr().out


def test_library_that_is_not_installed_is_said() -> None:
    assert health._library("no-such-library").verdict is health.Verdict.BAD


def test_libraries_that_qt_lacks_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_libraries_qt_lacks", lambda: {"libxcb-cursor.so.0"})
    monkeypatch.setattr(health.sys, "platform", "linux")

    (_, libraries) = health._screen()

    assert (libraries.verdict, libraries.detail) == (health.Verdict.BAD, "libxcb-cursor.so.0")
