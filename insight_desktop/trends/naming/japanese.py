# ruff: noqa: E501, SIM905 - lists of words
"""Phrases of a Japanese sentence that could name what it is about: 「月末の締め」, 「月末の締めが遅れる」.

A noun phrase, or up to two of them with the predicate that they lead to, the predicate in its dictionary form; what
polite speech adds (ます, んです, ている) falls away, negation and what changes the meaning (られる, にくい) stay.
"""

from collections.abc import Iterator, Sequence

from insight_desktop.nlp.morphemes import Morpheme, morphemes

LONGEST = 24
_NOUN = ("名詞", "接頭辞", "接尾辞-名詞的", "記号-文字")
_TELLING = ("名詞-普通名詞", "名詞-固有名詞", "動詞", "形容詞", "形状詞")
_BARE = ("名詞-数詞", "名詞-普通名詞-副詞可能")
_NOUN_CASES = frozenset({"が", "を", "の", "は", "も"})
_FORMAL = frozenset("事 物 所 方 為 様 訳 筈 時 の 其れ 此れ 中 上 下 内 前 後 程 位 形 的".split())
_CASES = frozenset({"が", "を", "に", "で", "から", "まで", "と", "は", "も"})
_KEPT_HELPERS = frozenset({"れる", "られる", "せる", "させる", "たい"})
_KEPT_SUFFIXES = frozenset(
    {"にくい", "づらい", "すぎる", "過ぎる", "きる", "切る", "きれる", "切れる", "やすい", "難い"}
)
_SKIPPED_VERBS = frozenset(
    {"居る", "有る", "仕舞う", "貰う", "頂く", "呉れる", "下さる", "来る", "行く", "置く", "見る"}
)
_EMPTY_VERBS = frozenset(
    {"居る", "有る", "言う", "思う", "成る", "為る", "御座る", "下さる", "頂く", "貰う", "呉れる", "違う", "仕舞う"}
    | {"行く", "出来る", "遣る", "要る", "欲しい", "良い", "聞く"}
)
_EMPTY_NOUNS = frozenset(
    "事 物 所 方 為 様 訳 筈 時 今 其れ 此れ 其処 此処 彼 何 誰 内 うち 感じ 話 本当 正直 一応 結構 全部 皆 御社 我が社 弊社 分 形 気 "
    "お宅 そちら こちら 其方 此方 私 僕 俺 自分 私達 皆さん 今回 最近 今日 明日 昨日 先日 前 後 中 上 下 次 以上 以下 通り 場合 点 例えば 辺 実際 "
    "おかげ 御蔭 ちょっと 一寸 みたい ところ 意味 状態 状況 程 位 くらい 先 他 別 度 毎 的 風 系 人 者 "
    "奴 やつ こと もの とき ところ 内容 実 月 日 週 手 頭 半 年度 初年度 来年 今年 去年 来月 先月 毎月 毎日 毎年 名 社 件 回 一番 自身 間 点 数 側".split()
)
_ROWS = {
    "カ行": "か", "ガ行": "が", "サ行": "さ", "タ行": "た", "ナ行": "な", "バ行": "ば", "マ行": "ま", "ラ行": "ら", "ワア行": "わ",
}  # fmt: skip


def phrases(text: str) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Yield each phrase with the lemmas of its words, and whether it holds a predicate."""
    for clause in _clauses(morphemes(text)):
        yield from _of_clause(clause)


def words(text: str) -> frozenset[str]:
    """Return the lemmas of the words by which sentences are compared."""
    return frozenset(
        word.lemma
        for word in morphemes(text)
        if word.kind.startswith(_TELLING) and word.lemma not in _EMPTY_NOUNS | _EMPTY_VERBS
    )


def _clauses(words: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    clause: list[Morpheme] = []
    for word in words:
        if word.kind.startswith(("補助記号", "空白", "感動詞")):
            if clause:
                yield clause
            clause = []
        else:
            clause.append(word)
    if clause:
        yield clause


def _of_clause(words: list[Morpheme]) -> Iterator[tuple[str, frozenset[str], bool]]:
    arguments: list[tuple[str, frozenset[str], str]] = []
    at = 0
    while at < len(words):
        nouns, after = _noun_phrase(words, at)
        if nouns:
            text = "".join(word.text for word in nouns)
            lemmas = frozenset(word.lemma for word in nouns if word.kind.startswith(("名詞", "動詞")))
            is_verb = after < len(words) and nouns[-1].kind.startswith("名詞-普通名詞-サ変") and _is_suru(words[after])
            if _is_told(nouns):
                yield text, lemmas, False
            if not is_verb:
                case = words[after].text if after < len(words) and words[after].text in _CASES else ""
                if _is_told(nouns) and case:
                    arguments = [*arguments[-1:], (text, lemmas, {"も": "は"}.get(case, case))]
                at = after + bool(case)
                continue
            predicate, end = _predicate(words, after)
            yield from _joined(arguments, text + predicate, lemmas)
            at, arguments = end, []
            continue
        if words[at].kind.startswith(("動詞", "形容詞", "形状詞-一般")):
            predicate, end = _predicate(words, at)
            if words[at].lemma not in _EMPTY_VERBS:
                yield from _joined(arguments, predicate, frozenset({words[at].lemma}))
            at, arguments = end, []
            continue
        if words[at].kind.startswith(("助詞-接続助詞", "接続詞")):
            arguments = []
        at += 1


def _joined(
    arguments: Sequence[tuple[str, frozenset[str], str]], predicate: str, lemmas: frozenset[str]
) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Yield the predicate with the one and the two noun phrases before it."""
    text, known = predicate, lemmas
    for argument, words, case in reversed(arguments):
        text, known = f"{argument}{case}{text}", known | words
        if len(text) > LONGEST:
            return
        yield text, known, True


def _noun_phrase(words: Sequence[Morpheme], at: int) -> tuple[list[Morpheme], int]:
    """Return nouns that follow each other, joined by の too, and where they end."""
    found: list[Morpheme] = []
    while at < len(words):
        joins = words[at].text == "の" and bool(found) and _is_noun(words, at + 1)
        if not joins and not _is_noun(words, at):
            break
        found.append(words[at])
        at += 1
    if not found and at < len(words) and words[at].kind.startswith("代名詞"):
        return [words[at]], at + 1
    return found, at


def _is_noun(words: Sequence[Morpheme], at: int) -> bool:
    """Tell whether a word stands as a noun: also a verb's stem before a case (締めが), but no word of time alone."""
    if at >= len(words):
        return False
    word = words[at]
    if word.kind.startswith("動詞-一般"):
        after = words[at + 1] if at + 1 < len(words) else None
        return word.text != word.base and after is not None and after.text in _NOUN_CASES
    return word.kind.startswith(_NOUN)


def _is_told(nouns: Sequence[Morpheme]) -> bool:
    """Tell whether a noun phrase says something by itself."""
    heads = [
        word
        for before, word in zip([None, *nouns], nouns, strict=False)
        if word.kind.startswith(("名詞", "動詞"))
        and not word.kind.startswith(_BARE)
        and not (word.kind == "名詞-普通名詞-助数詞可能" and before is not None and before.kind == "名詞-数詞-*")
    ]
    return bool(heads) and nouns[-1].lemma not in _FORMAL and not all(word.lemma in _EMPTY_NOUNS for word in heads)


def _is_suru(word: Morpheme) -> bool:
    return word.kind.startswith("動詞") and word.lemma in {"為る", "出来る"}


def _predicate(words: Sequence[Morpheme], at: int) -> tuple[str, int]:
    """Return a predicate in its dictionary form, negated if it is, and where it ends."""
    kept, is_negative, place = [words[at]], False, at + 1
    if words[at].kind.startswith("形容詞") and place < len(words) and words[place].lemma in {"為る", "成る"}:
        kept, place = [words[at], words[place]], place + 1
    while place < len(words):
        word = words[place]
        if word.base in _KEPT_HELPERS or word.base in _KEPT_SUFFIXES:
            kept.append(word)
        elif word.base in {"ない", "無い", "ぬ", "ん", "へん"} and word.kind.startswith(("助動詞", "形容詞-非自立")):
            is_negative, place = True, place + 1
            break
        elif not (
            (word.kind.startswith("助動詞") and word.base in {"ます", "た", "です"})
            or (word.text in {"て", "で"} and word.kind.startswith("助詞-接続助詞"))
            or (
                word.kind.startswith("動詞-非自立可能")
                and word.lemma in _SKIPPED_VERBS
                and words[place - 1].text in {"て", "で"}
            )
        ):
            break
        place += 1
    stem = "".join(word.text for word in kept[:-1])
    return stem + (_negated(kept[-1]) if is_negative else kept[-1].base), place


def _negated(word: Morpheme) -> str:
    """Return the plain negation of a verb or adjective."""
    kind, _, row = word.inflection.partition("-")
    if kind == "五段":
        return "ない" if word.lemma == "有る" else word.base[:-1] + _ROWS.get(row, "") + "ない"
    if kind == "サ行変格":
        return word.base[:-2] + "しない"
    if kind == "カ行変格":
        return "来ない"
    if word.kind.startswith("形容詞") or kind == "形容詞":
        return word.base[:-1] + "くない"
    if kind.startswith(("上一段", "下一段")) or word.base[-1:] == "る":
        return word.base[:-1] + "ない"
    return word.base + "ではない"
