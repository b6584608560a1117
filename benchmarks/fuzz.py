# ruff: noqa: E501, PLR2004, PT017, S101, S311 - long samples, plain checks, the same numbers at each run
"""Feeds every importer with hostile files: each must be read, or refused with one sentence, and harm nothing.

    python benchmarks/fuzz.py [--inputs 10000] [--only audio customers …] [--folder /dev/shm]

Inputs are made from good files by a fixed seed: bytes flipped, cut, doubled, moved between files, and tokens that broke
programs before. An importer may answer or raise a `KnownError`; anything else, a death of the process, an answer that
costs more than 10 s of the processor, a file left behind after a refusal or a loss in the workspace is a failure and is written out. Each importer
runs in a process of its own, so that a crash in a library is seen. Prints one JSON line an importer.
"""

import argparse
import json
import logging
import multiprocessing
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from insight_desktop import importing, importing_details, wording
from insight_desktop.audio.importing import import_audio
from insight_desktop.crm.importing import read_products
from insight_desktop.crm.stories_importing import read_stories
from insight_desktop.domain.customer import Customer
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.ids import CustomerId
from insight_desktop.exports import own_template, profile_reader, template
from insight_desktop.insights.minutes_template import load_template
from insight_desktop.insights.transcripts import read_transcript
from insight_desktop.settings.file import SettingsFile
from insight_desktop.store import keyring, sealing
from insight_desktop.store.workspace import DATABASE_NAME, Workspace
from insight_desktop.text_meetings import import_text

ROOT = Path(__file__).resolve().parents[1]
SLOWEST_S = 10.0
TOKENS = (
    b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b'"', b'""', b"'", b",", b";", b"\t", b"=cmd|' /C calc'!A0",
    b"-->", b"00:00:00.000 --> 99999999:99:99.999", b"{", b"[" * 2_000, b"]", b"[[", b'"""', b"1e999", b"-9" * 40, b"NaN",
    b"../../../etc/passwd", "会社名".encode("cp932"), "会社名".encode(), "🎉".encode(), "\u2028".encode(), b"\xed\xa0\x80",
    b"\x81", b"9999-99-99", b"A" * 5_000, b"%s%n", b"RIFF\xff\xff\xff\xff", b"fLaC", b"OggS", b"ftyp", b"\x7fELF", b"PK\x03\x04",
    b"<svg onload=x>", b"-1", b"18446744073709551616", b'extends = "meeting_notes"\n', b'pattern = "(a+)+$"\n', b"null",
)  # fmt: skip
Run = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Importer:
    """One way in: names of its files, good ones to begin with, and how a file is read."""

    seeds: Callable[[Path], list[Path]]
    opened: Callable[[Path], "contextmanager[Run]"]


def mutate(seeds: list[bytes], dice: random.Random) -> bytes:
    """Return one hostile file."""
    data = bytearray(dice.choice(seeds))
    for _ in range(dice.choice((1, 1, 2, 3, 8, 40))):
        place = dice.randrange(len(data) + 1)
        length = dice.choice((1, 2, 4, 16, 256))
        match dice.randrange(7):
            case 0 if data:
                data[place % len(data)] ^= 1 << dice.randrange(8)
            case 1:
                del data[place:]
            case 2:
                data[place:place] = dice.choice(TOKENS)
            case 3:
                del data[place : place + length]
            case 4:
                data[place:place] = data[place : place + length] * dice.choice((1, 2, 20))
            case 5:
                other = dice.choice(seeds)
                begin = dice.randrange(len(other) + 1)
                data[place : place + length] = other[begin : begin + length]
            case _:
                data[place : place + length] = dice.randbytes(length)
    return bytes(data)


def _written(folder: Path, **texts: str | bytes) -> list[Path]:
    found = []
    for name, text in texts.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        found.append(path)
    return found


# --- Audio ------------------------------------------------------------------------------------------------------------


def _audio_seeds(folder: Path) -> list[Path]:
    import numpy as np

    from tests.audio.media import write

    samples = (0.3 * np.sin(np.arange(3_200) / 8)).astype(np.float32)
    kinds = {"wav": "pcm_s16le", "flac": "flac", "mp3": "libmp3lame", "ogg": "libopus", "m4a": "aac", "mkv": "libopus"}
    rates = {"libopus": 48_000}
    return [
        write(folder / f"seed.{name}", samples, codec=codec, rate=rates.get(codec, 16_000))
        for name, codec in kinds.items()
    ]


@contextmanager
def _audio(folder: Path) -> Iterator[Run]:
    store = folder / "store"

    def run(path: Path) -> None:
        try:
            import_audio(path, store, name="x", is_known=lambda _: False)
        except KnownError:
            left = [each.name for each in store.iterdir()] if store.is_dir() else []
            assert not left, f"left behind: {left}"
            raise
        shutil.rmtree(store)

    yield run


# --- CSV into the workspace -------------------------------------------------------------------------------------------

KEPT = "失ってはならない株式会社"
CUSTOMERS = "会社名,顧客コード,業種,NPS,契約更新日,先方担当者,メール,電話番号\r\n㈱山田,001,製造,9,2026-04-01,山田 花子,a@b.example,03-1234-5678\r\n"
DEALS = '会社名,案件名,金額,通貨,結果,案件ID\r\n㈱山田,刷新,"1,200,000",JPY,受注,D1\r\n佐藤,更新,￥30万,,失注,D2\r\n'
USAGE = '会社名,利用項目,利用数,上限,単位,基準日\r\n㈱山田,ID,45,50,件,2026-04-01\r\n佐藤,容量,"1,200",,GB,\r\n'
OWNED = "会社名,利用製品,利用開始日,席数\r\n㈱山田,basic,2025-04-01,12\r\n"
CASES = "会社名,件名,受付日,状態,完了日\r\n㈱山田,重い,2026-04-01,対応中,\r\n佐藤,止まる,2026/3/1,完了,2026/3/9\r\n"
STORIES = "タイトル,業種,課題,製品,成果\r\n締めが一日に,製造,月末の集計,basic,三日が一日\r\n"
SURVEY = "タイムスタンプ,会社名,お名前,ご不満な点は何ですか,どのくらいお勧めしたいですか(0〜10)\r\n2026/04/01 9:00,㈱山田,花子,画面が重いです,6\r\n"
CHAT = "2026/04/01(水)\n9:00\t中村\tお世話になります\n9:02\t山田\t画面が重いです\n中村: 確認します\n[10:05] 山田: お願いします\n"
PRODUCTS = "product_id,name,family,tier,upgrade_from,requires,solves,limits,price,currency,per\nbasic,Basic,x,1,,,slow,users=5,10,JPY,月\n"


@contextmanager
def _into_workspace(folder: Path, bring: Callable[[Workspace, Path], object]) -> Iterator[Run]:
    count = 0

    def fresh() -> Workspace:
        made = Workspace.open(folder / f"ワークスペース {count}")
        made.customers.save(Customer(id=CustomerId("kept"), name=KEPT, nps=9))
        return made

    workspace = fresh()

    def run(path: Path) -> None:
        nonlocal count, workspace
        count += 1
        if count % 200 == 0:
            workspace.close()
            shutil.rmtree(workspace.path)
            workspace = fresh()
        before = workspace.db.rows("SELECT count(*) AS n FROM customer")[0]["n"]
        try:
            bring(workspace, path)
        except KnownError:
            after = workspace.db.rows("SELECT count(*) AS n FROM customer")[0]["n"]
            assert before == after, "a refused file left something behind"
            raise
        finally:
            kept = workspace.customers.get(CustomerId("kept"))
            assert kept is not None, "a customer is lost"
            assert kept.name == KEPT, "a customer is altered"

    yield run
    workspace.close()


# --- Files that are only read -----------------------------------------------------------------------------------------


@contextmanager
def _sealed(_folder: Path) -> Iterator[Run]:
    key = bytes(range(sealing.KEY_BYTES))

    def run(path: Path) -> None:
        _ignore(b"".join(sealing.unsealed(path, key)))

    yield run


def _sealed_seeds(folder: Path) -> list[Path]:
    (sound,) = _written(folder, a__flac=b"fLaC" + bytes(200_000))
    sealing.seal(sound, bytes(range(sealing.KEY_BYTES)))
    return [sound]


def _keys_seeds(folder: Path) -> list[Path]:
    return _written(folder, insight__keys=json.dumps(asdict(keyring.make("桜の下で 会いましょう").file)))


@contextmanager
def _reads(_folder: Path, read: Callable[[Path], object]) -> Iterator[Run]:
    yield lambda path: _ignore(read(path))


def _ignore(_value: object) -> None:
    """Take what came of it."""


def _template(path: Path) -> None:
    found = template.read(path)
    own_template.adopt(found, template.propose(found), own_template.clean_title(path))


def _minutes(path: Path) -> None:
    folder = path.parent / "own" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, folder / "minutes.toml")
    load_template(path.parent / "own")


TRANSCRIPT_JSON = json.dumps(
    {
        "id": "a", "lang": "ja", "held_on": "2026-11-20", "customer": {"company": "山田", "contacts": ["花子"], "nps": 3},
        "turns": [{"i": 0, "speaker": "rep", "text": "本日は。", "start_s": 0, "end_s": 1.5}, {"speaker": "customer", "text": "はい"}],
    },
    ensure_ascii=False,
)  # fmt: skip
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v 中村>本日は。\n\n2\n00:00:02.000 --> 00:00:04.000\n<v 山田様>はい。\n"
SRT = "1\n00:00:00,000 --> 00:00:02,000\n中村: 本日は。\n\n2\n00:00:02,000 --> 00:00:04,000\n山田様: はい。\n"


# --- Workspaces -------------------------------------------------------------------------------------------------------


def _database_seeds(folder: Path) -> list[Path]:
    with Workspace.open(folder / "seed") as workspace:
        for number in range(30):
            workspace.customers.save(Customer(id=CustomerId(f"c{number}"), name=f"{KEPT} {number}", memo="記" * 50))
        workspace.db.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target = folder / "insight.db"
    shutil.copy(folder / "seed" / DATABASE_NAME, target)
    return [target]


@contextmanager
def _database(folder: Path, *, cuts: bool) -> Iterator[Run]:
    whole = _database_seeds(folder)[0].read_bytes()
    place = folder / "workspace"
    dice = random.Random(20261128)

    def run(path: Path) -> None:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        data = whole[: dice.randrange(len(whole))] if cuts else path.read_bytes()
        (place / DATABASE_NAME).write_bytes(data)
        (place / f"{DATABASE_NAME}.001.backup").write_bytes(whole)
        # A window that died leaves this mark, as it does whenever a file is cut.
        (place / f"{DATABASE_NAME}-open.999999999").touch()
        try:
            with Workspace.open(place) as workspace:
                _names(workspace)
        except KnownError as error:
            assert error.code.value in ("database_damaged", "database_newer"), error.code
            assert Workspace.restore_backup(place) is not None, "the backup was not found"
            with Workspace.open(place) as workspace:
                assert len(_names(workspace)) == 30, "the backup lost something"
            raise

    yield run


def _names(workspace: Workspace) -> list[sqlite3.Row]:
    return workspace.db.rows("SELECT name FROM customer WHERE deleted_at IS NULL")


def _files(**texts: str | bytes) -> Callable[[Path], list[Path]]:
    return lambda folder: _written(folder, **texts)


def _bringing(bring: Callable[[Workspace, Path], object]) -> Callable[[Path], "contextmanager[Run]"]:
    return lambda folder: _into_workspace(folder, bring)


def _reading(read: Callable[[Path], object]) -> Callable[[Path], "contextmanager[Run]"]:
    return lambda folder: _reads(folder, read)


def _profiles(folder: Path) -> list[Path]:
    return [Path(shutil.copy(path, folder)) for path in sorted((ROOT / "resources/profiles").glob("*.toml"))]


IMPORTERS: dict[str, Importer] = {
    "audio": Importer(_audio_seeds, _audio),
    "customers": Importer(
        _files(a__csv=CUSTOMERS, b__csv=CUSTOMERS.encode("cp932"), c__csv=CUSTOMERS.encode("utf-16")),
        _bringing(importing.import_customers),
    ),
    "deals": Importer(_files(a__csv=DEALS, b__csv=DEALS.encode("cp932")), _bringing(importing.import_deals)),
    "usage": Importer(_files(a__csv=USAGE, b__csv=USAGE.encode("cp932")), _bringing(importing_details.import_usage)),
    "owned": Importer(_files(a__csv=OWNED), _bringing(importing_details.import_owned)),
    "cases": Importer(_files(a__csv=CASES), _bringing(importing_details.import_cases)),
    "stories": Importer(_files(a__csv=STORIES, b__csv=STORIES.encode("utf-16")), _reading(read_stories)),
    "survey": Importer(_files(a__csv=SURVEY, b__csv=SURVEY.encode("cp932")), _bringing(import_text)),
    "chat": Importer(_files(a__txt=CHAT, b__vtt=VTT, c__json=TRANSCRIPT_JSON), _bringing(import_text)),
    "sealed_sound": Importer(_sealed_seeds, _sealed),
    "keys": Importer(_keys_seeds, _reading(lambda path: keyring.parse(path.read_bytes(), path.name))),
    "products": Importer(_files(a__csv=PRODUCTS), _bringing(importing.import_catalogue)),
    "catalogue": Importer(_files(a__csv=PRODUCTS), _reading(read_products)),
    "profile": Importer(_profiles, _reading(profile_reader.check)),
    "crm_template": Importer(
        _files(a__csv="件名(必須),訪問日,顧客名,内容\r\n見本,,,\r\n".encode("cp932"), b__csv='\ufeff"件名","日時"\r\n'),
        _reading(_template),
    ),
    "transcript": Importer(_files(a__json=TRANSCRIPT_JSON, b__vtt=VTT, c__srt=SRT, d__txt="中村: 本日は。\n山田: はい\n"), _reading(read_transcript)),
    "minutes_template": Importer(
        lambda folder: [Path(shutil.copy(ROOT / "resources/templates/minutes.toml", folder))], _reading(_minutes)
    ),
    "settings": Importer(
        _files(settings__json='{"schema_version": 1, "general": {"language": "ja"}, "export": {"folder": "/x"}}'),
        _reading(lambda path: SettingsFile(path).load()),
    ),
    "database_changed": Importer(_database_seeds, lambda folder: _database(folder, cuts=False)),
    "database_cut": Importer(_database_seeds, lambda folder: _database(folder, cuts=True)),
}  # fmt: skip


def fuzz(name: str, inputs: int, folder: Path, failures: Path | None = None) -> dict[str, object]:
    """Feed one importer and return what became of the inputs."""
    importer, counts, slowest = IMPORTERS[name], Counter[str](), 0.0
    (folder / "seeds").mkdir()
    paths = importer.seeds(folder / "seeds")
    seeds = [path.read_bytes() for path in paths]
    suffixes = [path.suffix for path in paths]
    (folder / "work").mkdir()
    faults: list[str] = []
    with importer.opened(folder / "work") as run:
        for number in range(inputs):
            dice = random.Random(f"{name}:{number}")
            path = folder / f"入力 {dice.choice(suffixes)}"
            path.write_bytes(mutate(seeds, dice))
            began = time.process_time()
            try:
                run(path)
                counts["read"] += 1
            except KnownError as error:
                counts["refused"] += 1
                if any("?" in _bare(wording.sentence(error, language), error) for language in ("ja", "en")):
                    faults.append(f"{number}: a sentence with a gap: {error.code}")
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                faults.append(f"{number}: {type(error).__name__}: {error}"[:300])
                if failures is not None:
                    failures.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, failures / f"{name}-{number}{path.suffix}")
            took = time.process_time() - began
            slowest = max(slowest, took)
            if took > SLOWEST_S:
                faults.append(f"{number}: took {took:.1f} s")
    return {"importer": name, "inputs": inputs, **counts, "slowest_s": round(slowest, 2), "faults": faults}


def _bare(sentence: str, error: KnownError) -> str:
    """Return a sentence without the user's own words."""
    for value in sorted(error.params.values(), key=len, reverse=True):
        sentence = sentence.replace(value, "") if value else sentence
    return sentence


def _child(name: str, inputs: int, parent: str, failures: str) -> None:
    import os
    import warnings

    warnings.simplefilter("ignore")
    logging.disable()
    os.environ["INSIGHT_DESKTOP_HOME"] = str(Path(parent) / f"home-{name}")
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        result = fuzz(name, inputs, Path(folder), Path(failures))
    shown = {**result, "faults": len(result["faults"]), "first": result["faults"][:5]}  # type: ignore[arg-type,index]
    print(json.dumps(shown, ensure_ascii=False), flush=True)
    sys.exit(bool(result["faults"]))


def main() -> None:
    """Feed every importer, each in a fresh process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--only", nargs="*", choices=sorted(IMPORTERS), default=list(IMPORTERS))
    parser.add_argument("--folder", default=None, help="a quick disk, such as /dev/shm")
    parser.add_argument("--failures", default=str(Path(tempfile.gettempdir()) / "fuzz-failures"))
    options = parser.parse_args()
    failed = []
    with tempfile.TemporaryDirectory(dir=options.folder) as parent:
        for name in options.only:
            process = multiprocessing.get_context("spawn").Process(
                target=_child, args=(name, options.inputs, parent, options.failures)
            )
            process.start()
            process.join()
            if process.exitcode != 0:
                failed.append(f"{name} ({process.exitcode})")
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
