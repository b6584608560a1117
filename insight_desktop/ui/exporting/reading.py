"""Reads what the page of exports shows, off the main thread; no widgets here."""

from dataclasses import dataclass
from pathlib import Path

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.export_inbox import read_inbox, target_folder
from insight_desktop.exporting import ExportRequest, Rehearsal
from insight_desktop.exports import own_template, profile_reader, template
from insight_desktop.exports.crm_csv import ExportOptions, personal_columns
from insight_desktop.exports.profiles import Profile
from insight_desktop.exports.record import TRANSCRIPT
from insight_desktop.exports.report import Tally
from insight_desktop.exports.template import Match, Template
from insight_desktop.settings.options import Export
from insight_desktop.store.workspace import Workspace
from insight_desktop.ui.exporting.values import ExportPage, Target

_DEFAULT = Export().profile
NOTHING = Rehearsal(rows=(), report=Tally().result())
"""What an export of no meeting writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTemplate:
    """A downloaded file and what its columns seem to hold."""

    found: Template
    matches: tuple[Match, ...]
    title: str


def read(workspace: Workspace, wishes: Export, options: ExportOptions) -> ExportPage:
    """Return the page; a profile that is gone or broken gives way to the neutral one."""
    language = options.language
    profiles = tuple(found for name in profile_reader.names() if (found := _profile(name)) is not None)
    profile = next((each for each in profiles if each.id == wishes.profile), None) or profile_reader.load(_DEFAULT)
    return ExportPage(
        targets=tuple(
            Target(
                id=each.id,
                title=each.title.get(language, each.id),
                evidence=each.evidence,
                is_own=not each.built_in,
            )
            for each in profiles
        ),
        profile=profile,
        how_to=profile.how_to.get(language, ""),
        personal=tuple(
            column.header
            for column in personal_columns(profile)
            if options.with_transcript or column.source != (TRANSCRIPT,)
        ),
        rows=read_inbox(workspace, ExportRequest(profile=profile, options=options)),
        automatic=wishes,
        folder=str(target_folder(workspace, wishes)),
    )


def _profile(name: str) -> Profile | None:
    try:
        return profile_reader.load(name)
    except KnownError as error:
        if error.code not in (ErrorCode.PROFILE_INVALID, ErrorCode.PROFILE_UNKNOWN):
            raise
        return None


def read_template(path: Path) -> ReadTemplate:
    """Return a downloaded file with proposals for its columns.

    Raises:
        KnownError: FILE_MISSING, FILE_EMPTY, CSV_UNREADABLE.
    """
    found = template.read(path)
    return ReadTemplate(found=found, matches=template.propose(found), title=own_template.clean_title(path))


def adopt(read_one: ReadTemplate) -> str:
    """Keep a template as a profile and return its id."""
    return own_template.adopt(read_one.found, read_one.matches, read_one.title).id
