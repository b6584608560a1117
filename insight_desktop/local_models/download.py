"""Fetches a model from its hub: goes on where an earlier try was cut, and trusts only the checksum.

Runs only when the user asks for a model by name. Certificates are those of the operating system, so that it
works behind a company's proxy.
"""

import http.client
import logging
import os
import shutil
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.local_models.location import user_folder, write_record
from insight_desktop.local_models.manifest import ModelEntry, ModelFile
from insight_desktop.local_models.placing import disk_errors_explained, swap_in
from insight_desktop.local_models.verification import damaged_files, sha256_of

OnProgress = Callable[[int, int], None]
"""Called with the bytes that are here and the bytes of the whole model."""

_log = logging.getLogger(__name__)

_HUB = "https://huggingface.co"
_BLOCK = 1 << 18
_TIMEOUT_S = 30
_TRIES_WITHOUT_PROGRESS = 4
_RESERVE_BYTES = 64 << 20
_CUTS = (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError, ssl.SSLError)


class Reason(StrEnum):
    """Why a download failed; `wording.REASONS` has the words."""

    NO_CONNECTION = "no_connection"
    NOT_FOUND = "not_found_on_server"
    REFUSED = "refused_by_server"
    WRONG_CHECKSUM = "wrong_checksum"
    NO_SOURCE = "no_source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """Where models are fetched from; `HF_ENDPOINT` names a mirror."""

    endpoint: str = field(default_factory=lambda: os.environ.get("HF_ENDPOINT", _HUB).rstrip("/"))
    wait: Callable[[float], None] = time.sleep

    def address(self, entry: ModelEntry, file: ModelFile) -> str:
        """Return the address of one file at the pinned revision."""
        return f"{self.endpoint}/{entry.repository}/resolve/{entry.revision}/{file.path}"


def fetch(entry: ModelEntry, *, hub: Hub | None = None, progress: OnProgress | None = None) -> Path:
    """Fetch every file of a model into the user's folder, verify it, and put it in place as a whole.

    What arrived stays on disk when it fails or is interrupted; the next call goes on from there.

    Raises:
        KnownError: MODEL_DOWNLOAD_FAILED, DISK_FULL or PERMISSION_REFUSED.
    """
    hub = hub or Hub()
    if not entry.repository:
        raise _failed(entry, Reason.NO_SOURCE)
    target = user_folder(entry.name)
    partial = target.with_name(f".{entry.name}.partial")
    with disk_errors_explained(target):
        partial.mkdir(parents=True, exist_ok=True)
        _require_space(entry, partial)
        done = 0
        for file in entry.files:
            _fetch_file(entry, file, partial / file.path, hub, _shifted(progress, done, entry.size))
            done += file.size
        write_record(partial)
        swap_in(partial, target)
    damaged_files(target, entry.files)
    return target


def _shifted(progress: OnProgress | None, before: int, total: int) -> Callable[[int], None]:
    def report(here: int) -> None:
        if progress is not None:
            progress(before + here, total)

    return report


def _require_space(entry: ModelEntry, partial: Path) -> None:
    here = sum(path.stat().st_size for path in partial.rglob("*") if path.is_file())
    if shutil.disk_usage(partial).free < entry.size - here + _RESERVE_BYTES:
        raise KnownError(ErrorCode.DISK_FULL)


def _fetch_file(entry: ModelEntry, file: ModelFile, path: Path, hub: Hub, report: Callable[[int], None]) -> None:
    """Fetch one file, going on after each cut, until it is whole and right."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fruitless = 0
    while (before := _size(path)) != file.size:
        if before > file.size:
            path.unlink()
            continue
        try:
            _append(hub.address(entry, file), path, before, report)
        except urllib.error.HTTPError as error:
            error.close()
            _give_up_if_final(entry, error, path)
        except _CUTS:
            _log.info("the download of %s was cut", entry.name)
        fruitless = 0 if _size(path) > before else fruitless + 1
        if fruitless >= _TRIES_WITHOUT_PROGRESS:
            raise _failed(entry, Reason.NO_CONNECTION)
        if fruitless:
            hub.wait(2.0**fruitless)
    if sha256_of(path) != file.sha256:
        path.unlink()
        raise _failed(entry, Reason.WRONG_CHECKSUM)


def _give_up_if_final(entry: ModelEntry, error: urllib.error.HTTPError, path: Path) -> None:
    """Tell a server's refusal from a trouble that may pass."""
    match error.code:
        case http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            path.unlink(missing_ok=True)
        case http.HTTPStatus.NOT_FOUND:
            raise _failed(entry, Reason.NOT_FOUND) from error
        case code if code < http.HTTPStatus.INTERNAL_SERVER_ERROR and code != http.HTTPStatus.TOO_MANY_REQUESTS:
            raise _failed(entry, Reason.REFUSED) from error
        case _:
            _log.info("the server answered %s for %s", error.code, entry.name)


def _append(address: str, path: Path, start: int, report: Callable[[int], None]) -> None:
    request = urllib.request.Request(address, headers={"User-Agent": "insight-desktop"})  # noqa: S310
    if start:
        request.add_header("Range", f"bytes={start}-")
    with urllib.request.urlopen(request, timeout=_TIMEOUT_S, context=_certificates()) as answer:  # noqa: S310
        goes_on = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        with path.open("ab" if goes_on else "wb") as file:
            here = start if goes_on else 0
            while block := answer.read1(_BLOCK):
                file.write(block)
                here += len(block)
                report(here)


def _certificates() -> ssl.SSLContext:
    """Return a context that trusts what the operating system trusts."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _failed(entry: ModelEntry, reason: Reason) -> KnownError:
    return KnownError(ErrorCode.MODEL_DOWNLOAD_FAILED, model=entry.name, reason=reason)
