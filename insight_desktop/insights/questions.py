"""Which sentences of a turn are questions, with or without a question mark."""

import re

from insight_desktop.insights.speech import normalised, sentences

_JA = re.compile(
    r"(?:(?:です|ます|でしょう|ません|でした|ました|ましょう|でしょ|だろう|ない|ある|いる|たい|れる|する|った|んだ|いい|良い)か(?:ね|な|い)?"
    r"|(?:です|ます)っけ|んでしたっけ|でしょう|いかがでしょう|いかがです|どうでしょう|いかがですかね|教えていただけますか|かしら|のかな|ですかね)"
    r"[。、…\s]*$"
)
_JA_NOT = re.compile(
    r"(?:そうですか|なるほどですか|そうでしたか|そうなんですか|でしょうか?ね|じゃないですか|ないでしょう|と思うでしょう|ですもんね|でしょう(?:ね|し))[。、…\s]*$"
)
_EN_START = re.compile(
    r"^(?:(?:and|so|but|or|well|okay|ok|right|um|uh|now|also|just|sorry|then)[,\s]+)*"
    r"(?:(?:what|how|why|who|whose|when|where|which)(?:'s|'re|'d|'ll)?\s+"
    r"(?:is|are|was|were|do|does|did|would|will|can|could|should|have|has|about|many|much|long|often|\w+\s+(?:do|does|is|are|would|will|did))\b"
    r"|(?:do|does|did|would|could|can|will|are|is|was|were|have|has|should|shall)\s+(?:you|we|they|it|that|there|this|he|she|i|your)\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[」\"”')。\s]+$|\(笑\)$")
_ECHO = re.compile(
    r"^(?:そうですか|そうなんですか|本当ですか|ほんとですか|マジですか"
    r"|really|is that so|oh really|does it|is it|did you|do you|are you|isn't it|right)[?。!.\s]*$",
    re.IGNORECASE,
)


def questions(text: str, language: str) -> list[str]:
    """Return the sentences that ask something; echoes such as «really?» ask nothing."""
    return [sentence for sentence in sentences(text) if _asks(sentence, language)]


def _asks(sentence: str, language: str) -> bool:
    plain = normalised(sentence).strip()
    if _ECHO.match(plain):
        return False
    if _TAIL.sub("", plain).endswith("?"):
        return True
    if language == "ja":
        return _JA.search(plain) is not None and _JA_NOT.search(plain) is None
    return plain[-1:] not in ".!," and _EN_START.match(plain) is not None
