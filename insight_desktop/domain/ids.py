"""Identifiers of stored things: UUIDv7 as text, so that they sort by time and never collide between workspaces."""

import os
import time
import uuid
from typing import NewType

MeetingId = NewType("MeetingId", str)
RecordingId = NewType("RecordingId", str)
CustomerId = NewType("CustomerId", str)
ContactId = NewType("ContactId", str)
DealId = NewType("DealId", str)
SegmentId = NewType("SegmentId", str)
InsightId = NewType("InsightId", str)
JobId = NewType("JobId", str)
ProductId = NewType("ProductId", str)
TranscriptId = NewType("TranscriptId", str)
CorrectionId = NewType("CorrectionId", str)
NextStepId = NewType("NextStepId", str)
SuggestionId = NewType("SuggestionId", str)
MomentId = NewType("MomentId", str)
SavedViewId = NewType("SavedViewId", str)
ScriptItemId = NewType("ScriptItemId", str)
TrackerId = NewType("TrackerId", str)
PlaylistId = NewType("PlaylistId", str)
CommentId = NewType("CommentId", str)
OwnedProductId = NewType("OwnedProductId", str)
UsageId = NewType("UsageId", str)
SupportCaseId = NewType("SupportCaseId", str)
SegmentRuleId = NewType("SegmentRuleId", str)
StoryId = NewType("StoryId", str)

_VERSION_7 = 0x7 << 76
_VARIANT_RFC = 0b10 << 62


def new_id() -> str:
    """Return a UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then random bits."""
    milliseconds = time.time_ns() // 1_000_000
    random_a = int.from_bytes(os.urandom(2), "big") & 0x0FFF
    random_b = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    return str(uuid.UUID(int=(milliseconds << 80) | _VERSION_7 | (random_a << 64) | _VARIANT_RFC | random_b))
