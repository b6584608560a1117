"""The process that knows meanings: the encoder of sentences and the label network, with NumPy alone.

It serves the window, which so keeps neither weights nor arithmetic of its own: 200 to 480 MB, and products of matrices
that held the event loop for up to a quarter of a second.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from insight_desktop import __version__
from insight_desktop.domain.errors import KnownError
from insight_desktop.nlp.light_encoder import LightEmbedder, LightProblemEmbedder
from insight_desktop.nlp.light_turn_reader import LightTurnReader
from insight_desktop.worker.channel import Channel
from insight_desktop.worker.meaning_messages import Matrix, MeaningOf, Meanings, Pieces, PiecesOf, Traits, TraitsOf
from insight_desktop.worker.messages import Failed, Hello

if TYPE_CHECKING:
    from insight_desktop.worker.meaning_messages import MeaningMessage
    from insight_desktop.worker.messages import Message

ROLE = "meaning"


def run() -> int:
    """Serve questions until the input closes; what answers them is loaded at the first one."""
    channel = Channel.open(Hello(role=ROLE, version=__version__))
    embedder, reader = LightEmbedder(), LightTurnReader()
    problems = LightProblemEmbedder(embedder)
    for message in channel.messages():
        try:
            answer = _answer(message, embedder, problems, reader)
        except KnownError as error:
            channel.send(Failed(job_id="", code=error.code, params=error.params))
        else:
            if answer is not None:
                channel.send(answer)
    return 0


def _answer(
    message: "Message", embedder: LightEmbedder, problems: LightProblemEmbedder, reader: LightTurnReader
) -> "MeaningMessage | None":
    match message:
        case MeaningOf(texts=texts, are_problems=are_problems):
            return Meanings(vectors=matrix((problems if are_problems else embedder).encode(texts)))
        case TraitsOf(turns=turns, is_talk=is_talk):
            seen = reader.see(turns) if is_talk else reader.alone([turn.text for turn in turns])
            return Traits(
                labels=matrix(seen.labels),
                moods=matrix(seen.moods),
                objections=matrix(seen.objections),
                states=matrix(seen.states),
            )
        case PiecesOf(texts=texts):
            return Pieces(ids=tuple(tuple(each) for each in reader.pieces(texts)))
    return None


def matrix(values: NDArray[np.float32]) -> Matrix:
    """Return an array as it goes over the pipe."""
    return Matrix(rows=values.shape[0], width=values.shape[1], values=np.ascontiguousarray(values, "<f4").tobytes())
