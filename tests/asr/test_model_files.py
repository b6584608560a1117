"""Finding, joining and repairing a Whisper model."""

import shutil
from pathlib import Path

import pytest

from insight_desktop.asr.model_files import whisper_model
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models import adding, location, manifest, verification
from insight_desktop.local_models.status import State, status_of


def test_base_is_joined_from_its_packages_and_verified(own_cache: Path) -> None:
    folder = whisper_model()

    assert folder.is_relative_to(own_cache)
    assert verification.damaged_files(folder, manifest.entry("base").files, thorough=True) == ()


def test_second_call_reads_no_weights(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = whisper_model()

    monkeypatch.setattr(verification, "sha256_of", lambda _: pytest.fail("read again"))

    assert whisper_model() == folder


@pytest.mark.parametrize("harm", ["cut", "remove", "change"])
def test_damaged_cache_is_made_again(own_cache: Path, harm: str) -> None:
    weights = whisper_model() / "config.json"
    content = weights.read_bytes()
    if harm == "remove":
        weights.unlink()
    else:
        weights.write_bytes(content[:100] if harm == "cut" else content[:-1] + b" ")

    folder = whisper_model()

    assert (folder / "config.json").read_bytes() == content


def test_missing_package_says_which_model(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "package_file", lambda _: None)

    with pytest.raises(KnownError) as caught:
        whisper_model()

    assert (caught.value.code, caught.value.params) == (ErrorCode.MODEL_MISSING, {"model": "whisper-base"})


@pytest.mark.parametrize("name", ["small", "whisper-large-v3", "never-heard-of"])
def test_model_that_was_not_fetched_is_missing(name: str) -> None:
    with pytest.raises(KnownError) as caught:
        whisper_model(name)

    assert caught.value.code is ErrorCode.MODEL_MISSING


def a_tuned_model(folder: Path) -> Path:
    folder.mkdir()
    (folder / "model.bin").write_bytes(b"weights")
    (folder / "config.json").write_text("{}")
    (folder / "tokenizer.json").write_text("{}")
    return folder


def test_added_model_is_found_by_its_name(tmp_path: Path) -> None:
    placed = adding.add_folder(a_tuned_model(tmp_path / "営業用"), "our-sales")

    assert whisper_model("our-sales") == placed


def test_added_model_that_changes_is_damaged(tmp_path: Path) -> None:
    placed = adding.add_folder(a_tuned_model(tmp_path / "tuned"))
    (placed / "tokenizer.json").write_text("cut")
    (placed / "model.bin").write_bytes(b"")

    with pytest.raises(KnownError) as caught:
        whisper_model("tuned")

    assert caught.value.code is ErrorCode.MODEL_DAMAGED


def test_folder_without_a_model_is_not_added(tmp_path: Path, home: Path) -> None:
    with pytest.raises(KnownError) as caught:
        adding.add_folder(tmp_path)

    assert caught.value.code is ErrorCode.MODEL_DAMAGED
    assert not (home / "models").exists()


def test_wrong_files_under_a_known_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        adding.add_folder(a_tuned_model(tmp_path / "x"), "small")

    assert caught.value.code is ErrorCode.MODEL_DAMAGED


def test_known_weights_are_recognised_and_the_users_copy_comes_first(tmp_path: Path) -> None:
    copy = tmp_path / "downloaded"
    shutil.copytree(whisper_model(), copy)

    placed = adding.add_folder(copy)

    assert placed == location.user_folder("whisper-base") == whisper_model()
    assert status_of(manifest.entry("base")).folder == placed


def test_status_tells_ready_missing_and_damaged(tmp_path: Path) -> None:
    placed = adding.add_folder(a_tuned_model(tmp_path / "x"), "mine")
    (placed / "model.bin").write_bytes(b"")

    assert status_of(manifest.entry("base")).state is State.READY
    assert status_of(manifest.entry("small")).state is State.MISSING
