"""A slice of `benchmarks/fuzz.py`, and what no random file contains: links, pipes, devices, folders, archives."""

import os
import struct
import zipfile
from pathlib import Path

import pytest

from benchmarks.fuzz import IMPORTERS, fuzz
from insight_desktop import importing
from insight_desktop.audio.importing import import_audio
from insight_desktop.crm.importing import read_products
from insight_desktop.domain.errors import KnownError
from insight_desktop.exports import profile_reader, template
from insight_desktop.insights.transcripts import read_transcript
from insight_desktop.store.workspace import Workspace

SLOW = {"audio": 12, "database_cut": 12, "database_changed": 12}
READERS = {
    "audio": lambda path, folder: import_audio(path, folder / "store", name="x", is_known=lambda _: False),
    "transcript": lambda path, _folder: read_transcript(path),
    "catalogue": lambda path, _folder: read_products(path),
    "template": lambda path, _folder: template.read(path),
    "profile": lambda path, _folder: profile_reader.check(path),
}


@pytest.mark.parametrize("name", IMPORTERS)
def test_a_hostile_file_is_read_or_refused(name, tmp_path, monkeypatch):
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path / "home"))
    assert fuzz(name, SLOW.get(name, 60), tmp_path)["faults"] == []


def hostile(folder: Path) -> dict[str, Path]:
    loop, dangling, pipe, bomb = folder / "loop", folder / "dangling", folder / "pipe", folder / "bomb.zip"
    loop.symlink_to(loop)
    dangling.symlink_to(folder / "nothing")
    os.mkfifo(pipe)
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("call.wav", b"\0" * 50_000_000)
    return {
        "loop": loop, "dangling": dangling, "pipe": pipe, "bomb": bomb, "folder": folder, "device": Path("/dev/zero"),
        "endless name": folder / ("長" * 80),
    }  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", ["loop", "dangling", "pipe", "bomb", "folder", "device", "endless name"])
def test_what_is_no_file_is_refused_at_once(reader, kind, tmp_path):
    path = hostile(tmp_path)[kind]
    with pytest.raises(KnownError):
        READERS[reader](path, tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
@pytest.mark.parametrize("kind", ["loop", "dangling", "pipe", "bomb", "folder", "device", "endless name"])
def test_customers_from_what_is_no_file_are_refused_at_once(kind, tmp_path):
    path = hostile(tmp_path)[kind]
    with Workspace.open(tmp_path / "workspace") as workspace, pytest.raises(KnownError):
        importing.import_customers(workspace, path)


def test_the_sentence_names_the_user_s_file_and_not_the_copy(tmp_path):
    path = tmp_path / "商談.wav"
    form = struct.pack("<HHIIHH", 1, 1, 16_000, 32_000, 2, 16)
    path.write_bytes(b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + form + b"data")
    with pytest.raises(KnownError) as caught:
        import_audio(path, tmp_path / "store", name="x", is_known=lambda _: False)
    assert caught.value.params["path"] == "商談.wav"
