"""The window's side of the process that knows meanings: encoder and reader of traits, without weights of its own."""

from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.nlp.light_turn_reader import SeenTurns
from insight_desktop.nlp.signals_model import SpokenTurn, signals_version
from insight_desktop.worker.child import Child
from insight_desktop.worker.meaning_messages import (
    Matrix,
    MeaningMessage,
    MeaningOf,
    Meanings,
    Pieces,
    PiecesOf,
    Traits,
    TraitsOf,
)

ROLE = "meaning"


class MeaningChild:
    """Asks one process, which is started at the first question; a question at a time, from any thread but the main one.

    After a crash or an end the next question starts a new process.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._lock = Lock()
        self._child: Child | None = None
        self._is_closed = False

    @property
    def version(self) -> str:
        """Name and version of the label network: what another one saw is not comparable."""
        return signals_version()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row a text; the product of two rows is their cosine."""
        return self._meanings(MeaningOf(texts=tuple(texts)))

    def problems(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the same, by the layers that match told problems with short phrases."""
        return self._meanings(MeaningOf(texts=tuple(texts), are_problems=True))

    def see(self, turns: Sequence[SpokenTurn]) -> SeenTurns:
        """Read one conversation."""
        return self._traits(TraitsOf(turns=tuple(turns), is_talk=True))

    def alone(self, texts: Sequence[str]) -> SeenTurns:
        """Read each text by itself, as if a customer had said it."""
        turns = tuple(SpokenTurn(text=text, role="customer") for text in texts)
        return self._traits(TraitsOf(turns=turns, is_talk=False))

    def pieces(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of texts, as numbers of the model's vocabulary."""
        answer = self._ask(PiecesOf(texts=tuple(texts)))
        assert isinstance(answer, Pieces)  # noqa: S101 - the protocol
        return [list(each) for each in answer.ids]

    def rest(self) -> None:
        """End the process and its memory; the next question starts another."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.close()

    def close(self) -> None:
        """End the process at once, also while it answers; who waits gets WORKER_CRASHED, as does who asks later."""
        self._is_closed = True
        child = self._child
        if child is not None:
            child.kill()
        self.rest()

    def _meanings(self, question: MeaningOf) -> NDArray[np.float32]:
        answer = self._ask(question)
        assert isinstance(answer, Meanings)  # noqa: S101 - the protocol
        return _array(answer.vectors)

    def _traits(self, question: TraitsOf) -> SeenTurns:
        answer = self._ask(question)
        assert isinstance(answer, Traits)  # noqa: S101 - the protocol
        return SeenTurns(
            labels=_array(answer.labels),
            moods=_array(answer.moods),
            objections=_array(answer.objections),
            states=_array(answer.states),
        )

    def _ask(self, question: MeaningMessage) -> object:
        """Return the answer.

        Raises:
            KnownError: MODEL_MISSING, MODEL_DAMAGED, or WORKER_CRASHED.
        """
        with self._lock:
            if self._is_closed:
                raise KnownError(ErrorCode.WORKER_CRASHED)
            child = self._child or Child(ROLE)
            self._child = child
            try:
                child.send(question)
                return next(child.messages())
            except KnownError as error:
                if error.code is ErrorCode.WORKER_CRASHED:
                    self._child = None
                    child.close()
                raise


def _array(matrix: Matrix) -> NDArray[np.float32]:
    return np.frombuffer(matrix.values, "<f4").reshape(matrix.rows, matrix.width)
