"""The settings survive everything that can happen to their file."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.settings import upgrades
from insight_desktop.settings.codec import decode, encode
from insight_desktop.settings.file import SettingsFile, with_option
from insight_desktop.settings.options import (
    Encoding,
    Export,
    General,
    Page,
    Privacy,
    Recording,
    Settings,
    SpeechLanguage,
    Theme,
    Transcription,
    options_of,
)

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
SETTINGS = st.builds(
    Settings,
    general=st.builds(General, theme=st.sampled_from(Theme), rep_name=st.text()),
    transcription=st.builds(
        Transcription,
        language=st.sampled_from(SpeechLanguage),
        beam_size=st.integers(1, 10),
        vocabulary=st.lists(st.text()).map(tuple),
        live_text=st.booleans(),
    ),
    recording=st.builds(Recording, microphone=st.text()),
    export=st.builds(Export, encoding=st.sampled_from(Encoding), folder=st.text()),
    privacy=st.builds(Privacy, keep_audio_days=st.integers(0, 3650)),
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


@given(SETTINGS)
def test_settings_come_back_as_they_were(settings: Settings) -> None:
    decoded = decode(json.loads(json.dumps(encode(settings))))

    assert (decoded.settings, decoded.wrong) == (settings, ())


@given(st.dictionaries(st.sampled_from([group.name for group in fields(Settings)]) | st.text(), JSON))
def test_any_json_gives_settings(content: dict[str, Any]) -> None:
    upgraded = upgrades.upgrade(content)

    assert isinstance(decode(upgraded).settings, Settings)
    assert upgrades.upgrade(upgraded) == upgraded


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [
        ("transcription", "beam_size", 0),
        ("transcription", "beam_size", 11),
        ("transcription", "beam_size", "2"),
        ("transcription", "beam_size", True),
        ("transcription", "vocabulary", "word"),
        ("transcription", "vocabulary", [1]),
        ("transcription", "live_text", 1),
        ("general", "theme", "pink"),
        ("general", "rep_name", None),
    ],
)
def test_wrong_value_becomes_the_default_and_is_named(group: str, name: str, value: object) -> None:
    decoded = decode({group: {name: value}, "privacy": {"keep_trash_days": 7}})

    assert decoded.wrong == (f"{group}.{name}",)
    assert decoded.settings == Settings(privacy=Privacy(keep_trash_days=7))


def test_no_file_gives_the_defaults(file: SettingsFile) -> None:
    assert file.load().settings == Settings()


def test_saved_settings_are_loaded(file: SettingsFile) -> None:
    chosen = Settings(general=General(rep_name="渡辺 真理"))

    file.save(chosen)

    assert file.load().settings == chosen
    assert list(file.path.parent.iterdir()) == [file.path]


def test_keys_of_a_later_version_stay_in_the_file(file: SettingsFile) -> None:
    file.path.write_text('{"schema_version": 99, "general": {"theme": "dark", "font": 3}, "future": [1]}')

    loaded = file.load().settings
    file.save(loaded)

    content = json.loads(file.path.read_text(encoding="utf-8"))
    assert loaded.general.theme is Theme.DARK
    assert (content["schema_version"], content["general"]["font"], content["future"]) == (99, 3, [1])


@pytest.mark.parametrize("content", ["", "{", "[1]", "null", "\x00\xff"])
def test_damaged_file_is_kept_aside_and_said(file: SettingsFile, content: str) -> None:
    file.path.write_bytes(content.encode("latin-1"))

    loaded = file.load()

    assert loaded.settings == Settings()
    assert loaded.problem is not None
    assert loaded.problem.code is ErrorCode.SETTINGS_DAMAGED
    assert Path(loaded.problem.params["backup"]).read_bytes() == content.encode("latin-1")


def test_failed_saving_leaves_the_file_as_it_was(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    file.save(Settings(general=General(rep_name="before")))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("insight_desktop.settings.file.os.fsync", full)
    with pytest.raises(KnownError) as caught:
        file.save(Settings())

    assert caught.value.code is ErrorCode.SETTINGS_NOT_SAVED
    assert file.load().settings.general.rep_name == "before"
    assert list(file.path.parent.iterdir()) == [file.path]


def test_upgrades_run_in_order_from_the_files_version(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def step(name: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
        return lambda content: {**content, "general": {"rep_name": content["general"]["rep_name"] + name}}

    monkeypatch.setattr(upgrades, "UPGRADES", (step("a"), step("b")))
    before = '{"schema_version": 2, "general": {"rep_name": "x"}}'
    file.path.write_text(before)

    loaded = file.load()

    assert loaded.settings.general.rep_name == "xb"
    assert file.path.with_name("settings.json.bak").read_text() == before


def test_failing_upgrade_keeps_the_file_and_starts_with_the_defaults(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upgrades, "UPGRADES", (lambda content: content["not there"],))
    file.path.write_text('{"general": {"rep_name": "x"}}')

    loaded = file.load()

    assert loaded.problem is not None
    assert json.loads(file.path.read_text()) == {"general": {"rep_name": "x"}}


def test_every_upgrade_has_a_test() -> None:
    tests = Path(__file__).read_text(encoding="utf-8")

    assert [step.__name__ for step in upgrades.UPGRADES if f"def test_{step.__name__}" not in tests] == []


def test_every_option_is_on_a_page() -> None:
    shown = sum(len(options_of(page)) for page in Page)

    assert shown == sum(len(values) for values in encode(Settings()).values())


def test_one_option_is_changed_and_a_wrong_value_refused() -> None:
    changed = with_option(Settings(), "transcription", "vocabulary", ("Acme", "見積"))

    assert changed.transcription.vocabulary == ("Acme", "見積")
    with pytest.raises(ValueError, match="beam_size"):
        with_option(Settings(), "transcription", "beam_size", 99)
