"""Candidates for the name of another vendor in a Japanese turn: noun compounds before さん, という, が来て and the like."""
# ruff: noqa: E501, C901, PLR0911, PLR0912, PLR2004 -- tables of words; one rule a line

import re
from collections.abc import Sequence

from insight_desktop.insights.vendor_points import ENOUGH
from insight_desktop.nlp.morphemes import Morpheme, morphemes

_QUOTED = ENOUGH + 0.9
"""A name in quotation marks that is introduced as one stands even where the trained reader marks none."""
_HONORIFICS = ("さん", "はん", "様", "さま", "氏")
_NAMING_AFTER = re.compile(
    r"^(?:(?:だが|なんか)?(?:っ?ちゅう|っつう)(?:と|の|こ|ん|やつ)|って(?:やつ|奴|いう|いうの|とこ|の|やつ|会社|名|ところ|専用|[^、。]{1,4}の会社)|って(?=[、。])|という|いう(?:の|とこ|もの|会社|名|てな)|っていう|てい?う|だったか|だっけ|とかいう|いうところ|て名|だが(?:って|という))"
)
_ACTING_AFTER = re.compile(
    r"^(?:さん|はん|様|社)*(?:だと|じゃ|って|なら|が|は|も|を|ば|の|から|に|と|で|とか|へ|、|。|)[^。]{0,22}?(?:名刺|任せ|広告|使よ|代理店|使っ|使い|使う|入れ|試し|見積|提案|薦め|勧め|推し|紹介|比べ|比較|触|乗り換え|デモ|案内|営業|声かけ|来て|来た|来は|来んしゃ|お見え|話を|話も|話が|契約|安い|安く|高|統一|慣れ|相見積|見に|体験|替え|付け|電話)"
)
_BROUGHT_AFTER = re.compile(r"^(?:さん|はん|様)?(?:が|も|は)?[^。]{0,12}(?:持って(?:い|き|来)|置いて(?:い|帰)|置いと)")
"""Of a firm only: a trade may bring what another one makes."""
_COMPANY_END = re.compile(
    r"(?:保管|農機|重機|損保|海上|無線|計測|衡機|衡器|計器|機工|紙器|包機|会計|工房|社|商会|警備|リネン|システムズ?|サービス|クリーン|データ|製作所|屋|堂|電機|ソフト|モール|オート|自動車|什器|事務機|洋紙店|センター|ネット|くん|ナビ|ボックス|ノート|カルテ|パッケージ|カメラ|写真館"
    r"|ベーカリー|印刷|便|フォン|コール|リース|バンク|スイート|クラウド|パッド|ログ|ゲート|フロー|プラン|ワークス|テック|ラボ|ウォッチ|ガード|レジ|電話|校正|証券|銀行|運輸|物流|製薬|薬局|化学|映像|ゴンドラ|マイスター|PRO|One|MA)$"
)
_KATAKANA = re.compile(r"[ァ-ヶー]{2,}")
_COMMON_JA = re.compile(
    r"^(?:スマホ|アプリ|デモ|コスト|メール|サポート|レジ|データ|システム|ソフト|クラウド|カタログ|プラン|タブレット|カメラ|センサー|パソコン|サイト|ホームページ|メーカー|ベンダー|サービス|サンプル|セット|ポイント|クーポン|ネット|グループ|オーナー"
    r"|ライン|LINE|エクセル|Excel|CSV|PDF|FAX|ファックス|ファクス|チラシ|ちらし|テスト|リスト|ファイル|マニュアル|スタッフ|パート|アルバイト|クライアント|ユーザー|コンサル|アカウント|ライセンス|ロードサービス|クリック|ボタン|プレビュー|トップ|バルブ|バッテリー"
    r"|マニュアル|グラフ|ゲーム|クレーン|バケット|メッセージ|チャット|会社|他社|同業|業者|問屋|組合|銀行|営業|本社|工場|専務|社長|部長|課長|所長|店長|先生|理事|院長|事務長|担当|同業者|親会社|取引先|隣|知り合い|仲間|友だち|お客|客|患者|職員|現場|若い|薬剤師|旦那|奥|嫁|息子|娘|主任|係長|皆|みな|神|荷主|税理士|会計士|社労士|弁護士|大家|電力会社|農協|商工会|自治会|大手|あちら|こちら|そちら|御社|おたく|うち|お宅|弊社|貴社|お子|母|父|親|孫|編集長|支配人|料理長|ドクター|ナース|看護師|保護者|卒業生|農家|工務店|下請|元請|町内会|大学|高校|病院|医院|市役所|県庁|役場|本部|支店|支社|営業所|店|お店|新人|若手|ベテラン|パートナー|ドライバー|オペレーター|エンジニア|プロ|ママ|パパ)$"
)
_INSTITUTION = re.compile(
    r"(?:病院|医院|クリニック|会社|ソフト|大学|高校|小学校|中学|組合|協議会|社協|銀行|信金|信用金庫|役所|役場|市|町|村|県|カルテ|本部|単価|機能|全部|館|よそ|エンジニア|テスト|ガス|ロール)$"
)
_NAMING_LETTER = re.compile(r"[ァ-ヶA-Za-zＡ-Ｚ]|[一-龠]{2}|[一-龠]の[一-龠]")
_PERSON = re.compile(r"名詞-固有名詞-(?:人名|地名)")


def candidates(text: str) -> list[tuple[str, float]]:
    """Return the names that a Japanese turn may hold, with points."""
    words = morphemes(text)
    found: list[tuple[str, float]] = []
    position = 0
    while position < len(words):
        following = position
        while following < len(words) and _is_name_part(words, following, position):
            following += 1
        if following > position:
            chunk = words[position:following]
            before = _hiragana_before(text, chunk[0]) or _kanji_before(text, chunk[0]) or _owner_before(text, chunk)
            name = trimmed(before + "".join(word.text for word in chunk))
            score = _score_ja(name, chunk, text[chunk[-1].end :])
            if score > 0:
                found.append((name, score))
        position = max(following, position + 1)
    quoted = re.findall(r"[「『]([^」』]{2,14})[」』](?:って(?:いう|やつ)|という(?!ので|から)|さん|いう)", text)
    return found + [
        (name, _QUOTED) for name in quoted if not re.search(r"[。、?？ぁ-ん]{3}|[。、?？]|(?:です|ます)", name)
    ]


def _is_name_part(words: Sequence[Morpheme], at: int, first: int) -> bool:
    word = words[at]
    if word.text in _HONORIFICS:
        return False
    if word.kind.startswith("名詞-数詞") or (word.kind.startswith("名詞-普通名詞-副詞可能") and at == first):
        return False
    if _KATAKANA.fullmatch(word.text):
        return True
    if word.kind.startswith(("名詞", "接頭辞", "記号", "形状詞")) and word.text not in (
        "ー",
        "方",
        "人",
        "ところ",
        "とこ",
        "こと",
        "もの",
        "よう",
        "ほう",
    ):
        return True
    if word.kind.startswith("接尾辞") and at > first:
        return word.text not in ("たち", "ら", "方", "的", "中", "分", "目", "ごと", "前", "後", "側", "用", "系")
    # シフト|の|ミカタ; ねむり|見守り|くん: a の or a verb's stem inside a name
    inside = first < at < len(words) - 1
    if inside and word.text == "の":
        return bool(
            _KATAKANA.fullmatch(words[at - 1].text)
            and _KATAKANA.fullmatch(words[at + 1].text)
            and words[at + 1].text in ("ミカタ", "トモ", "ハコ", "モリ")
        )
    return (
        inside
        and word.kind.startswith("動詞")
        and word.text.endswith("り")
        and words[at + 1].text in ("くん", "ちゃん", "さん")
    )


def _hiragana_before(text: str, first: Morpheme) -> str:
    """Return the hiragana that open a coined name, as in くすりノート, where nothing else stands before them."""
    if not _KATAKANA.match(first.text):
        return ""
    match = re.search(r"(?:^|[、。「『])([ぁ-ん]{2,4})$", text[: first.start])
    return match[1] if match and not _FUNCTION_WORDS.search(match[1]) else ""


def _owner_before(text: str, chunk: Sequence[Morpheme]) -> str:
    """Return the katakana and の that open a name which is introduced as one, as in タイムの番人っていうの."""
    match = re.search(r"[ァ-ヶー]{2,}の$", text[: chunk[0].start])
    known = _COMMON_JA.match(chunk[0].text) or _KATAKANA.search(chunk[0].text)
    return match[0] if match and not known and _NAMING_AFTER.match(text[chunk[-1].end :]) else ""


_KANJI_BEFORE = re.compile(r"(?:^|[^一-龠々])([一-龠々]{1,3})$")


def _kanji_before(text: str, first: Morpheme) -> str:
    """Return the kanji that open a coined name and were taken for words of another kind, as in 北但リネン, 丸三計器."""
    match = _KANJI_BEFORE.search(text[: first.start])
    return match[1] if match and not _PLAIN_BEFORE.search(match[1]) else ""


_PLAIN_BEFORE = re.compile(
    r"^(?:今|昔|前|次|去年|昨年|先月|先週|最近|結局|実際|以前|別|他|隣|全部|全然|多分|当時|同業|同|本|新|元|各|毎|約|計|無料|有料|中古|国産|専用|自社|他社|御社|弊社|普通|市販)+$|[年月日時分回台人円本件社名店前後内外中上下間]$"
)
_FUNCTION_WORDS = re.compile(
    r"^(?:でも|あと|その|この|あの|ただ|まあ|いや|うん|ええ|はい|もう|それ|これ|あれ|じゃ|ほら|まだ|また|なお|そう|こう|どう|うち|いま|え|あ)|(?:は|が|を|も|と|で|に|の|て|ね)$"
)


def trimmed(name: str) -> str:
    """Return a Japanese name without what stands before and after it."""
    name = re.sub(r"^(?:株式会社|有限会社|合同会社|㈱|\(株\))|(?:株式会社|有限会社|合同会社|㈱|\(株\))$", "", name)
    return re.sub(
        r"^(?:こないだ|一昨年|去年|昨年|例|同業他社|一応|実|姉妹店|前|別途|最近|先月|先週|今|結局|正直|多分)(?=[ァ-ヶA-Z])|(?<=[ァ-ヶー一-龠])っ?(?:ちゅう|つう)(?:と|の|こ|ん)?$|(?:推し|派|一択|あたり|以外|側|さ|製)$",
        "",
        name,
    ).strip("・ 　")


def is_common(name: str) -> bool:
    """Tell whether a Japanese word is no name: a thing, a person's office, a verb."""
    return bool(_COMMON_JA.match(name) or _INSTITUTION.search(name) or not _NAMING_LETTER.search(name))


def _score_ja(name: str, chunk: Sequence[Morpheme], after: str) -> float:
    if len(name) < 2 or _COMMON_JA.match(name):
        return 0.0
    score = 0.0
    katakana = _KATAKANA.search(name) is not None
    honorific = after.startswith(("さん", "はん", "様"))
    if honorific:
        score += 1.2
    if _NAMING_AFTER.match(after):
        score += 1.5
    if _ACTING_AFTER.match(after):
        score += 0.7
    if _COMPANY_END.search(name):
        score += 0.8
    if _BROUGHT_AFTER.match(after) and (honorific or _COMPANY_END.search(name)):
        score += 0.7
    if any(not word.known for word in chunk):
        score += 0.9
    if katakana:
        coined = len(chunk) > 1 or not chunk[0].known
        score += (1.3 if coined else 0.3) if len(name) >= 4 else 0.2
        if chunk[0].kind.startswith("名詞-固有名詞-一般"):
            score += 0.5
    elif not honorific and not _NAMING_AFTER.match(after):
        score -= 1.2
    if _INSTITUTION.search(name) and not (katakana and len(name) > 6):
        score -= 1.6
    if len(chunk) == 1 and not katakana:
        if _PERSON.match(chunk[0].kind):
            score -= 1.5
        elif chunk[0].known and chunk[0].kind.startswith("名詞-普通名詞") and not honorific:
            score -= 1.0
    return score
