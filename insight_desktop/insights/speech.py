"""What spoken language has and written language lacks: backchannels, fillers, sentences without full stops."""

import re
import unicodedata

_BACKCHANNELS_JA = (
    "はいはい|はーい|はい|ええ|えー|えぇ|うんうん|うん|うーん|ふーん|ふうん|ほう|ほお|へえ|へー|なるほどね|なるほどですね|なるほど"
    "|そうですか|そうですね|そうですよね|そうなんですね|そうなんですか|そうなんや|そうか|そっか|そう|あー|ああ|あぁ|あっ|あ|おお|おー|お"
    "|確かに|たしかに|承知しました|わかりました|分かりました|了解です|そりゃ|まあ|まぁ|ね"
)
_BACKCHANNELS_EN = (
    "mm-?hm+|mhm+|mm+|uh-?huh|u-?hum|yeah|yep|yup|yes|right|ok|okay|sure|i see|got it|exactly|oh|ah|aha|really"
    "|true|indeed|hm+|no way|wow|great|good|nice|fair enough|of course|totally|absolutely|fine|cool"
)
_ONLY_JA = re.compile(rf"^(?:(?:{_BACKCHANNELS_JA})[ー〜～っ]*[、。,.…\s]*)+$")
_ONLY_EN = re.compile(rf"^(?:(?:{_BACKCHANNELS_EN})[\s,.…!-]*)+$")
_LONGEST_BACKCHANNEL = {"ja": 14, "en": 28}

_FILLERS_JA = re.compile(
    r"(?:(?<=^)|(?<=[、。…・\s—?!？！「]))"
    r"(?:え[ーっ]*と[ーぉねですね]*|ええと[ーね]*|えー+|えっ|あの[ーう]+(?:ですね)?|あの(?=[、…])|その[ーぉ]+|その(?=[、…])"
    r"|うー+ん|んー+|んと|ん(?=[、…])|まあ+|まぁ+|あー+|あっ|あ(?=[、…])|なんか(?=[、…])|こう(?=[、…])|ほら(?=[、…]))"
    r"[、…\s]*"
)
_FILLERS_EN = re.compile(
    r"(?:(?<=^)|(?<=[\s,.;?!…—-]))"
    r"(?:u+m+|u+h+|e+r+m*|h+m+|mm+|you know|i mean|(?:well|so|right|okay|ok|look|like|oh|yeah|anyway)(?=[,…]))"
    r"(?:[,…]+\s*|\s+|(?=[.?!]))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=[。!?！？])(?![」』)）])|(?<=[.!?…])(?=\s+[A-Z\"“'(])|(?<=…)(?=[^…。、\s])")


def normalised(text: str) -> str:
    """Return the text in NFKC, so that full-width and half-width letters are the same."""
    return unicodedata.normalize("NFKC", text)


def is_backchannel(text: str, language: str) -> bool:
    """Tell whether a turn only shows that its speaker listens (はい, なるほど, mm-hm)."""
    plain = normalised(text).strip().casefold()
    if len(plain) > _LONGEST_BACKCHANNEL[language] or "?" in plain:
        return False
    pattern = _ONLY_JA if language == "ja" else _ONLY_EN
    return not plain.strip("。、.,…!-— ") or pattern.match(plain) is not None


def sentences(text: str) -> list[str]:
    """Cut a turn where its sentences end; what has no full stops stays whole."""
    return [part.strip() for part in _BREAK.split(text) if part.strip()]


def without_fillers(text: str, language: str) -> str:
    """Drop hesitations (えーと, um) and nothing that carries meaning."""
    pattern = _FILLERS_JA if language == "ja" else _FILLERS_EN
    previous, result = None, text.strip()
    while previous != result:
        previous = result
        result = pattern.sub("", result).strip()
    result = re.sub(r"^[、。,…\s]+", "", result)
    result = re.sub(r"、{2,}", "、", re.sub(r"\s{2,}", " ", result))
    if language == "en" and result:
        result = re.sub(r"\s+([,.;?!])", r"\1", result)
        result = result[0].upper() + result[1:]
    return result or text.strip()
