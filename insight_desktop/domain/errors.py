"""Errors that the program knows.

    InsightDesktopError
    └── KnownError(code, **params)   has wording in both languages: what happened, what was saved, what to do

Anything else is a bug. Chosen by type and error number where it is raised, never by an error's text.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """Every known error; each has wording in both languages in `domain/wording.py`."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_GROWING = "file_growing"
    FILE_IS_FOLDER = "file_is_folder"
    FILE_IS_ARCHIVE = "file_is_archive"
    NO_AUDIO = "no_audio"
    NO_QUOTES = "no_quotes"
    AUDIO_CUT_OFF = "audio_cut_off"
    AUDIO_TRACKS = "audio_tracks"
    PERMISSION_REFUSED = "permission_refused"
    DISK_FULL = "disk_full"
    DEVICE_MISSING = "device_missing"
    DEVICE_GONE = "device_gone"
    NO_AUDIO_SERVER = "no_audio_server"
    RECORDING_FAILED = "recording_failed"
    MODEL_MISSING = "model_missing"
    MODEL_DAMAGED = "model_damaged"
    MODEL_DOWNLOAD_FAILED = "model_download_failed"
    DATABASE_NEWER = "database_newer"
    DATABASE_DAMAGED = "database_damaged"
    WORKSPACE_LOCKED = "workspace_locked"
    WORKER_CRASHED = "worker_crashed"
    CANCELLED = "cancelled"
    NOT_FOUND = "not_found"
    TRANSCRIPT_UNREADABLE = "transcript_unreadable"
    NO_MESSAGES = "no_messages"
    CATALOGUE_CIRCLE = "catalogue_circle"
    CSV_UNREADABLE = "csv_unreadable"
    PROFILE_UNKNOWN = "profile_unknown"
    PROFILE_INVALID = "profile_invalid"
    EXPORT_FAILED = "export_failed"
    NOTHING_TO_EXPORT = "nothing_to_export"
    LANGUAGE_UNSUPPORTED = "language_unsupported"
    BACKUP_FAILED = "backup_failed"
    BACKUP_UNREADABLE = "backup_unreadable"
    FOLDER_NOT_EMPTY = "folder_not_empty"
    PASSPHRASE_NEEDED = "passphrase_needed"  # noqa: S105 - the name of an error
    PASSPHRASE_UNSAID = "passphrase_unsaid"  # noqa: S105 - the name of an error
    PASSPHRASE_WRONG = "passphrase_wrong"  # noqa: S105 - the name of an error
    PASSPHRASE_SHORT = "passphrase_short"  # noqa: S105 - the name of an error
    KEY_FILE_DAMAGED = "key_file_damaged"
    SOUND_DAMAGED = "sound_damaged"
    ENCRYPTION_MISSING = "encryption_missing"
    SETTINGS_DAMAGED = "settings_damaged"
    SETTINGS_NOT_SAVED = "settings_not_saved"


class InsightDesktopError(Exception):
    """Root of the program's own errors."""


class KnownError(InsightDesktopError):
    """An error that is explained to the user in one sentence.

    Args:
        code: which one.
        params: values that the wording names, such as `path` or `model`.
    """

    def __init__(self, code: ErrorCode, **params: object) -> None:
        """Keep the code and the params as text."""
        self.code = code
        self.params = {key: str(value) for key, value in params.items()}
        super().__init__(code.value, self.params)
