"""The process that understands conversations; it holds the language models and ends with its parent."""

import contextlib

from insight_desktop import __version__
from insight_desktop.domain.conversation import Conversation, Turn
from insight_desktop.domain.errors import KnownError
from insight_desktop.domain.events import AnalysisReady
from insight_desktop.domain.speaker import CUSTOMER
from insight_desktop.worker.channel import Channel
from insight_desktop.worker.messages import Failed, Hello, Understand, Understood

ROLE = "understand"
_FIRST = Conversation(
    id="", language="ja", turns=(Turn(index=0, speaker=CUSTOMER, text="月末の締めに三日かかって困っています。"),)
)
"""Models load when they are first used; this sentence uses them all."""


def run() -> int:
    """Serve conversations until the input closes; the models load while the parent is still at work."""
    channel = Channel.open(Hello(role=ROLE, version=__version__))
    from insight_desktop.suggestions.understanding import load_understanding

    understand = None
    with contextlib.suppress(KnownError):  # told when a conversation comes that needs the models
        understand = load_understanding()
        understand(_FIRST, ())
    for message in channel.messages():
        if not isinstance(message, Understand):
            continue
        try:
            understand = understand or load_understanding()
            analysis = understand(
                message.conversation, message.catalogue, advanced=lambda share: channel.send(Understood(share=share))
            )
            channel.send(AnalysisReady(analysis=analysis))
        except KnownError as error:
            channel.send(Failed(job_id=message.conversation.id, code=error.code, params=error.params))
    return 0
