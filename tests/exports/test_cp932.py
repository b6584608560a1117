"""CP932 as Windows and iconv write it, over every code point."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from insight_desktop.exports import cp932

EVERYTHING = [chr(code) for code in range(0x110000)]


def test_each_code_point_decodes_to_what_was_announced_without_nec_selected_bytes():
    for character in EVERYTHING:
        data = cp932.encode(character)
        assert data.decode("cp932") == cp932.substitute(character)[0], hex(ord(character))
        assert not (len(data) == 2 and data[0] in (0xED, 0xEE)), hex(ord(character))


def test_what_cp932_can_hold_is_never_replaced():
    def holds(character: str) -> bool:
        try:
            return character.encode("cp932").decode("cp932") == character
        except UnicodeEncodeError:
            return False

    kept = [c for c in EVERYTHING if holds(c) and unicodedata.category(c) not in ("Cc", "Co")]
    assert len(kept) > 7_400
    assert [c for c in kept if cp932.substitute(c)[0] != c] == []


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv is not installed")
def test_bytes_equal_those_of_iconv():
    kept = [
        c
        for c in EVERYTHING[:0x10000]
        if unicodedata.category(c) not in ("Cc", "Co", "Cs") and cp932.substitute(c)[0] == c
    ]
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "CP932"], input="\n".join(kept).encode(), capture_output=True, check=True
    )
    assert len(kept) > 7_400
    assert "\n".join(kept).encode() == done.stdout.decode("cp932").encode()
    assert cp932.encode("\n".join(kept)) == done.stdout


@pytest.mark.skipif(shutil.which("jshell") is None or shutil.which("javac") is None, reason="Java is not installed")
@pytest.mark.model
def test_java_windows_31j_reads_the_bytes(tmp_path):
    kept = "\n".join(
        c
        for c in EVERYTHING[:0x10000]
        if unicodedata.category(c) not in ("Cc", "Co", "Cs") and cp932.substitute(c)[0] == c
    )
    (tmp_path / "in").write_bytes(cp932.encode(kept))
    (tmp_path / "Read.java").write_text(
        "import java.nio.file.*;class Read{public static void main(String[] a)throws Exception{"
        'Files.write(Path.of(a[1]),new String(Files.readAllBytes(Path.of(a[0])),"windows-31j").getBytes("UTF-8"));}}'
    )
    subprocess.run(["java", "Read.java", "in", "out"], cwd=tmp_path, check=True, capture_output=True)
    assert kept == (tmp_path / "out").read_text("utf-8")


@given(st.text(st.characters()))
def test_any_text_decodes_to_its_substitution(text):
    assert cp932.encode(text).decode("cp932") == cp932.substitute(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¢£¬‖−〜", "￠￡￢∥－～"),
        ("髙﨑①㈱Ⅲ№㎡㍻♪", "髙﨑①㈱Ⅲ№㎡㍻♪"),
        ("—–•·\u00a0¥", "―‐・・ ￥"),
        ("©®™€㋿鷗𠮷ゔ", "(c)(R)(TM)EUR令和鴎吉ヴ"),
        ("葛\U000e0100城", "葛城"),
        ("👨‍👩‍👧", "〓〓〓"),
        ("👍🏽", "〓"),
        ("Müller é ñ", "Muller e n"),
        ("か\u3099", "か"),
        ("한", "〓"),
        ("㍿ﬁ", "株式会社fi"),
    ],
)
def test_substitution_table(text, expected):
    assert expected == cp932.substitute(text)[0]


def test_ibm_extension_bytes_for_takashima():
    assert cp932.encode("髙") == b"\xfb\xfc"


def test_substitution_names_what_it_replaced():
    assert cp932.substitute("100€🎉")[1] == (("€", "EUR"), ("🎉", "〓"))
