# ruff: noqa: E501 - the closed wordings stand on one line each
"""A second, cheap reader of turns: hashed character n-grams and closed wordings, weighed linearly.

It sees exact wordings that a small encoder blurs (amounts, dates, names of roles); its scores are mixed with the
network's where held-out calls showed that it pays.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 17
LONGEST = 4
FLAG_WEIGHT = 0.35
_PUNCTUATION = re.compile(r"[\s。、,.?!？！「」『』…・\"“”]+")
_WORD = re.compile(r"[a-z0-9$€£%']+|[^a-z0-9$€£%'\s]+")

FLAGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("money", r"[\d一二三四五六七八九十百千]+ ?(万|億|千)?円|[\d一二三四五六七八九十百千]万|[$€£]\s?\d|\d+ ?(k|grand|dollars|bucks|pounds|euros)\b"),
        ("budget", r"予算|上限|枠|捻出|費用|budget|spend|ceiling|cap\b|afford"),
        ("date", r"来期|今期|年内|年明け|年度|月末|月まで|月から|月に|四月|期末|quarter|january|february|march|april|june|july|august|september|october|november|december|by (the )?(end|spring|summer|fall|new year)"),
        ("decider", r"社長|専務|常務|部長|役員|取締役|理事|院長|稟議|決裁|承認|本部|上に|委員会|sign.?off|approv|board|owner|cfo|ceo|boss|committee|partner"),
        ("rival", r"他社|相見積|競合|乗り換え|さん(も|は|の|から|に)|competitor|versus|switch(ing|ed)?|quote from|demo from|looking at"),
        ("want", r"ほしい|欲しい|たいん|たいです|できれば|助かる|必要|need|want|wish|would be (nice|great)|looking for"),
        ("refuse", r"厳しい|難しい|見送|次はない|結構です|いらない|高い|not (now|right|sure|convinced)|can't justify|too (much|expensive|early)|no way|hesita"),
        ("buy", r"見積|試し|トライアル|契約|申し込|進め|デモ|導入し|quote|trial|pilot|contract|proposal|paperwork|sign up|let's do|move forward"),
        ("grow", r"増え|増員|新しい拠点|新店|支店|上限|足りな|いっぱい|全社|他の部|横展開|second|expand|growing|more (seats|users|licen)|another (site|team|office)|hiring"),
        ("success", r"おかげ|減りまし|減った|なくなりまし|短縮|助かって|喜ん|好評|saved|went from|down to|love|huge|game.?changer|paid for itself"),
        ("ours", r"御社|そちら|おたく|導入して(から|も)|使わせて|問い合わせ|サポート|your (app|system|tool|team|support|product)|you guys|ticket"),
        ("promise", r"(し|いたし|ります|きます|送り|お送り|確認し|まとめ|出し|持って)ま?す(ね|よ)?|i'll|i will|we'll|let me (send|get)|i can (send|get)"),
        ("hardship", r"困|大変|手間|面倒|漏れ|ミス|遅れ|残業|苦情|クレーム|二重|手書き|手作業|nightmare|mess|pain|waste|hours|by hand|manual|mistake|error|lost|late"),
        ("negation", r"ない|ません|なかった|n't\b|\bnot\b|\bno\b|never"),
        ("question", r"[?？]|ですか|ますか|でしょうか|かな"),
        ("past", r"でした|ました|以前|前は|昔|used to|back then|before"),
    )
)  # fmt: skip


def normal(text: str) -> str:
    """Return the text without what a recogniser may or may not write."""
    return _PUNCTUATION.sub(" ", unicodedata.normalize("NFKC", text)).strip().lower()


@lru_cache(maxsize=200_000)
def _bucket(gram: str) -> int:
    return crc32(gram.encode()) % BUCKETS


def features(text: str) -> dict[int, float]:
    """Return the weights of the buckets of a text."""
    plain = normal(text)
    grams: set[str] = set()
    for word in _WORD.findall(plain):
        if word[0].isascii():
            grams.add(f"w:{word}")
            word = f" {word} "  # noqa: PLW2901
        grams.update(word[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(word) - size + 1))
    words = plain.split()
    grams.update(f"b:{a}_{b}" for a, b in pairwise(words) if a.isascii() and b.isascii())
    weight = 1 / max(1.0, len(grams)) ** 0.5
    result = {_bucket(gram): weight for gram in grams}
    result |= {_bucket(f"flag:{name}"): FLAG_WEIGHT for name, pattern in FLAGS if pattern.search(text)}
    return result


class NgramReader:
    """Weighs n-grams; the weights are float16, labels × buckets."""

    def __init__(self, weights: NDArray[np.float16], offsets: NDArray[np.float32]) -> None:
        """Keep the weights."""
        self._weights, self._offsets = weights, offsets

    @classmethod
    def load(cls, file: Path) -> "NgramReader":
        """Read the weights of a file."""
        with np.load(file, allow_pickle=False) as content:
            return cls(content["weights"], content["offsets"])

    def read(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Return texts × labels logits."""
        result = np.tile(self._offsets.astype(np.float64), (len(texts), 1))
        for row, text in enumerate(texts):
            found = features(text)
            columns = np.fromiter(found.keys(), dtype=np.int64, count=len(found))
            values = np.fromiter(found.values(), dtype=np.float64, count=len(found))
            result[row] += self._weights[:, columns].astype(np.float64) @ values
        return result
