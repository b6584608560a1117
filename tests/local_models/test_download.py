"""Downloads against a server on loopback that cuts, lies and refuses."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models.download import Hub, fetch
from insight_desktop.local_models.location import placed, user_folder
from insight_desktop.local_models.manifest import ModelEntry, ModelFile, Origin

WEIGHTS = bytes(range(256)) * 4000
CONFIG = b'{"a": 1}'


class Server(ThreadingHTTPServer):
    """Serves two files; `cuts` are the byte counts after which it hangs up, one a request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = {"model.bin": WEIGHTS, "config.json": CONFIG}
        self.cuts: list[int] = []
        self.status = 0
        self.ranges: list[str] = []
        self.ignores_range = False


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server, name = self.server, self.path.rpartition("/")[2]
        if server.status or name not in server.files:
            self.send_error(server.status or 404)
            return
        wanted = self.headers.get("Range", "")
        server.ranges.append(wanted)
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and not server.ignores_range else 0
        content = server.files[name][start:]
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: server.cuts.pop(0)] if server.cuts else content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    serving = Server()
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield serving
    serving.shutdown()
    serving.server_close()
    thread.join()


@pytest.fixture
def hub(server: Server) -> Hub:
    return Hub(endpoint=f"http://127.0.0.1:{server.server_port}", wait=lambda _: None)


def an_entry(weights: bytes = WEIGHTS) -> ModelEntry:
    return ModelEntry(
        name="whisper-tried",
        kind="whisper",
        origin=Origin.HUB,
        licence="MIT",
        source="test",
        purpose_ja="",
        purpose_en="",
        repository="someone/some-model",
        revision="abc",
        files=tuple(
            ModelFile(path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest())
            for path, content in (("model.bin", weights), ("config.json", CONFIG))
        ),
    )


def test_fetch_puts_the_whole_model_in_the_users_folder(hub: Hub) -> None:
    seen: list[tuple[int, int]] = []

    folder = fetch(an_entry(), hub=hub, progress=lambda done, total: seen.append((done, total)))

    total = len(WEIGHTS) + len(CONFIG)
    assert folder == user_folder("whisper-tried") == placed(an_entry())
    assert (folder / "model.bin").read_bytes() == WEIGHTS
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)


def test_fetch_goes_on_where_the_connection_was_cut(server: Server, hub: Hub) -> None:
    server.cuts = [300_000, 400_000]

    fetch(an_entry(), hub=hub)

    assert server.ranges == ["", "bytes=300000-", "bytes=700000-", ""]


def test_next_call_goes_on_from_what_arrived(server: Server, hub: Hub) -> None:
    server.cuts = [500_000, 0, 0, 0, 0]
    with pytest.raises(KnownError) as caught:
        fetch(an_entry(), hub=hub)
    assert caught.value.code is ErrorCode.MODEL_DOWNLOAD_FAILED
    assert placed(an_entry()) is None
    server.ranges.clear()

    fetch(an_entry(), hub=hub)

    assert server.ranges[0] == "bytes=500000-"
    assert placed(an_entry()) is not None


def test_server_that_ignores_ranges_gives_the_right_file_all_the_same(server: Server, hub: Hub) -> None:
    server.cuts, server.ignores_range = [10_000], True

    folder = fetch(an_entry(), hub=hub)

    assert (folder / "model.bin").read_bytes() == WEIGHTS


def test_wrong_checksum_is_refused_and_thrown_away(server: Server, hub: Hub, home: Path) -> None:
    server.files["model.bin"] = WEIGHTS[:-1] + b"x"

    with pytest.raises(KnownError) as caught:
        fetch(an_entry(), hub=hub)

    assert caught.value.params["reason"] == "wrong_checksum"
    assert not list(home.rglob("model.bin"))


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, "not_found_on_server"), (403, "refused_by_server"), (503, "no_connection")],
)
def test_refusals_are_told_apart(server: Server, hub: Hub, status: int, reason: str) -> None:
    server.status = status

    with pytest.raises(KnownError) as caught:
        fetch(an_entry(), hub=hub)

    assert (caught.value.code, caught.value.params["reason"]) == (ErrorCode.MODEL_DOWNLOAD_FAILED, reason)


def test_nobody_listening_is_no_connection(server: Server) -> None:
    hub = Hub(endpoint="http://127.0.0.1:1", wait=lambda _: None)

    with pytest.raises(KnownError) as caught:
        fetch(an_entry(), hub=hub)

    assert caught.value.params["reason"] == "no_connection"


def test_full_disk_is_said_before_the_first_byte(hub: Hub, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("insight_desktop.local_models.download.shutil.disk_usage", lambda _: usage)

    with pytest.raises(KnownError) as caught:
        fetch(an_entry(), hub=hub)

    assert caught.value.code is ErrorCode.DISK_FULL
    assert server.ranges == []


def test_fetch_replaces_a_damaged_model(hub: Hub) -> None:
    folder = fetch(an_entry(), hub=hub)
    (folder / "model.bin").write_bytes(b"rubbish")
    with pytest.raises(KnownError):
        placed(an_entry())

    fetch(an_entry(), hub=hub)

    assert placed(an_entry()) == folder


def test_hub_names_the_pinned_revision() -> None:
    entry = an_entry()

    address = Hub(endpoint="https://example.org").address(entry, entry.files[0])

    assert address == "https://example.org/someone/some-model/resolve/abc/model.bin"
