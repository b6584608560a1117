"""What is asked of the pipeline for one recording; crosses to the analysis process as it is."""

from dataclasses import dataclass

from insight_desktop.domain.conversation import CustomerContext
from insight_desktop.domain.offering import OfferRules
from insight_desktop.domain.suggestion import Product
from insight_desktop.domain.transcript import Segment
from insight_desktop.domain.voice import VoicePrint

AUTO = "auto"
"""The language is found from the sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRequest:
    """One recording on its way to minutes, with everything that the steps want to know of it."""

    meeting_id: str
    audio_path: str
    """Absolute path of the recording in the audio store."""
    channels: int = 1
    """How many channels hold different people, as the import found: 1 or 2."""
    total_s: float = 0.0
    language: str = "ja"
    """`ja`, `en` or `auto`."""
    rep_channel: int | None = None
    """The rep's channel where there are two; None: told from what is said."""
    hotwords: tuple[str, ...] = ()
    """Names and products that the transcriber should expect."""
    beam_size: int = 5
    """How many readings of the sound the transcriber follows at once."""
    voice: VoicePrint | None = None
    """The rep's enrolled voice, by which the rep is told in a recording of one channel."""
    rivals: tuple[str, ...] = ()
    """Names of competitors that the user listed."""
    people: int | None = None
    """How many people speak in a recording of one channel; None: the sound tells."""
    done: tuple[Segment, ...] = ()
    """Segments that an earlier run stored; the transcription goes on after them."""
    heard_live: bool = False
    """Whether `done` came while recording: then what lies before its end need not be listened to again."""
    transcribed: bool = False
    """True when `done` is the whole transcript, so that only the later steps are wanted."""
    tells_anew: bool = False
    """True when `done` is the whole transcript, and who speaks is to be told anew."""
    is_rep_confirmed: bool = False
    """Whether the user said who in `done` is the rep, which then holds for the same voice."""
    held_on: str = ""
    """ISO date of the meeting, or empty."""
    title: str = ""
    channel: str = ""
    """`onsite`, `web`, `phone` or empty."""
    rep: str = ""
    customer: CustomerContext = CustomerContext()
    catalogue: tuple[Product, ...] = ()
    rules: OfferRules = OfferRules()
    """When the user wants offers to be made."""
