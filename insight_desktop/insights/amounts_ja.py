"""Amounts of money in a Japanese turn: 三十万まで, 五十が天井, 一人二千円."""
# ruff: noqa: PLR2004 -- tables of words, and sizes that are plain where they stand

import re

from insight_desktop.insights.amounts import Amount, Setting, size_meant
from insight_desktop.insights.numbers import Number, numbers

TEN_THOUSAND = 10_000
_WINDOW = 16
_COUNTER_JA = re.compile(
    r"^\s*(?:人|名|件|台|店|棟|個|枚|本(?!給)|社|箇所|か所|ヶ所|カ所|時|分(?!の)|秒|年|月|日|か月|ヶ月|ヵ月|カ月|週|回|度|割|パーセント|%|席|頭(?!打)|床|戸"
    r"|坪|室|冊|部|ページ|字|点|キロ|メートル|トン|リットル|歳|才|番|階|号|両|組|病棟|教室|クラス|アカウント|ライセンス|倍|種類|つ|拠点|期|丁目|代|話|通|桁"
    r"|ちょい|掛け|系統|便|箱|袋|品目|校|院|施設|世帯|世代|ギガ|テラ|GB|TB|MB|km|kg|m)"
)
_UNIT_JA = re.compile(r"^\s*(?:円|ドル|ユーロ)")
_CEILING_AFTER_JA = re.compile(
    r"^(?:円|ドル)?(?:くらい|ぐらい|ほど|程度|ちょうど|ってとこ|という|っていう|とか|ちょい|ちょっと)?(?:、)?(?:が|を|は|の|で|に)?、?(?:まで|以内|以下|未満|上限|天井|限度|限界|線|目安"
    r"|精一杯|ちょうど|枠|頭打ち|ぎりぎり|ギリギリ|切れば|切ったら|くらいやったら|やったら|(?:だ|でし)ったら|でしたら|なら|あたりを?上限|より下|のまま|ずつ|収め|内に)|^(?:円|ドル)?。そこ(?:が(?:線|上限|天井|限界|限度)|まで)"
)
_SPEND_AFTER_JA = re.compile(
    r"取って|とって|積んで|積みました|見て|見と|予算|枠|計上|組め|組ん|使え|使っていい|出せる|出します|出す|払え|残って|残り|もらって|いただいて|頂いて"
    r"|持ち出し|腹|固定費|申請|要求|用意|確保|回せ|つけて|付いて|上げてある|言われて|聞い|通せる|通る|決めて|約束|預かって|収ま|差し上げ"
)
_BUDGET_BEFORE_JA = re.compile(
    r"予算|枠|上限|天井|上げても|出せて|最大|ひっくるめ|全部で|合わせて|あわせて|全体で|補助|込み|総額|財布|費目|経費|開業費|交付金|残り|せいぜい|目標|年で|年に|年間"
    r"|月に|月々|月額|年額|月$|年$|初期で|一括|だから|せやから|そこで"
)
_OTHER_BEFORE_JA = re.compile(
    r"今が|いまが|現状|今の|いまの|いま$|今は|いまは|今$|去年|先月|昨年|あちらが|おたくが|向こう|見積|請求|思たら|しかし|今月は|電気代|家賃|給料|売上|余りは"
    r"|のうち|年前は|もともと|前は|値上"
)
_OTHER_AFTER_JA = re.compile(
    r"^(?:円|ドル)?(?:でも(?!いい)|は無理|は出せ|は高|だと|じゃ(?!あ)|はなあ|だっけ|の差|弱|安く|高く|浮|増え|減|絞|上が|値引|か。|か…|かあ|かい|だったのが|から|は(?:うーん|ちょっと|さすが)"
    r"|なので|も(?:する|かか|し)|いるやろ|もら|余計に|(?:が|は)?飛(?:ん|ぶ)|で(?:した|す)(?:っけ|よね))"
)
_TAKEN_BACK_AFTER_JA = re.compile(r"^(?:円)?(?:、|…+)?(?:いや|ええと|えーと|もとい|違う|じゃな(?:い|くて))")
_INSTEAD_BEFORE_JA = re.compile(
    r"(?:いや|ええと|えーと|もとい|違う|違った|違いました|じゃなくて)(?:、|…+| )?(?:月|年)?$"
    r"|いや、[^。]{0,16}(?:ので|から)、$"
)
_OVER_AFTER_JA = re.compile(r"^(?:円|ドル)?(?:を|より上|より|以上)")
NOTHING = re.compile(
    r"(?:予算|お金|金|費用|枠|財布|余裕)[^。]{0,24}(?:ない|なく|ありません|ございません|ゼロ|0円|残っ(?:て|と)(?:い)?(?:ない|ません|らん|おりません)|使い切|出せ(?:ません|ない|ん))"
    r"|(?:一円|一銭|びた一文|1円|いちえん)(?:も|たりとも)(?!上が|増え|高く|超え|余分|余計)[^。]{0,30}(?:ない|なく|ません|らん|せん|へん|ねえ|ねぇ|なか|ぬ|ん)|(?<![一二三四五六七八九十百千万\d])[〇零0]円|ゼロ|新規は?ゼロ|使い切(?:って|り|った)"
    r"|(?:お金|予算|追加)[^。]{0,14}(?:出ません|出ない|付きません|つかない|組んでいない|組んでない|組んでおりません|ございません)|ないよ|ないですよ|^(?:いや|いえ)?[、。]?(?:ない|無い|ありません|ございません)(?:です|んです)?(?:ね|よ|わ)?。?$|(?:^|。|、)(?:今は|いまは|今年は|今期は|来期は)(?:無い|ない|ありません)。"
    r"|(?:予算|お金|足す金|金|費用|枠|一円|一銭|びた一文)[^。]{0,24}(?:無い|無く|無か|無え)"
    r"|(?:予算|お金|枠|財布|金庫|期ぶん|期分|年分|年ぶん)[^。]{0,24}(?:からっぽ|空っぽ|すっからかん|底をつ)"
)


def amounts(text: str, setting: Setting | None = None) -> list[Amount]:
    """Return the amounts of a Japanese turn that may be money; with a setting also bare ones if there is no other."""
    found = _amounts(text, setting, bare_ones=False)
    return found if found or setting is None else _amounts(text, setting, bare_ones=True)


def sure_amounts(text: str) -> list[float]:
    """Return the amounts that are told with their size."""
    return [
        number.value
        for number in numbers(text, "ja")
        if _UNIT_JA.match(text[number.end :]) or (number.value >= TEN_THOUSAND and not _is_counted(text, number))
    ]


told_amounts = sure_amounts


def _is_counted(text: str, number: Number) -> bool:
    after = text[number.end : number.end + _WINDOW]
    if _UNIT_JA.match(after) or (number.value >= TEN_THOUSAND and re.match(r"^(?:分の|代)", after)):
        return False
    return _COUNTER_JA.match(after) is not None


def _amounts(text: str, setting: Setting | None, *, bare_ones: bool) -> list[Amount]:
    found: list[Amount] = []
    for number in numbers(text, "ja"):
        after = text[number.end : number.end + _WINDOW]
        before = text[max(0, number.start - _WINDOW) : number.start]
        unit = _UNIT_JA.match(after) is not None
        if _is_counted(text, number) or before.endswith(("何", "数")) or after.startswith("分の"):
            continue
        value = number.value
        if not unit and value < TEN_THOUSAND:
            # 五十が天井: the 万 is left out; a bare small number without any word of a ceiling is no amount
            told = number.scaled and value >= 1000
            spent = _CEILING_AFTER_JA.match(after) or _SPEND_AFTER_JA.search(after[:6])
            if not told and (value < 3 or not (spent or bare_ones)):
                continue
            nearby = setting.nearby if setting is not None else ()
            value *= size_meant(value, (1.0, TEN_THOUSAND), 1.0 if told else TEN_THOUSAND, nearby)
        elif unit and value < 10:
            continue
        points = _points_ja(before, after)
        found.append(Amount(number=number, value=value, points=points))
    return found


def _points_ja(before: str, after: str) -> float:
    clause_before = re.split(r"[。!?]", before)[-1]
    clause_after = re.split(r"[。!?]", after)[0]
    points = 0.5
    if _CEILING_AFTER_JA.match(after):
        points += 3.0
    if _SPEND_AFTER_JA.search(clause_after):
        points += 1.5
    if _BUDGET_BEFORE_JA.search(clause_before):
        points += 1.5
    if _OTHER_BEFORE_JA.search(clause_before[-9:]):
        points -= 2.5
    if _OTHER_AFTER_JA.match(after):
        points -= 2.5
    if _OVER_AFTER_JA.match(after):
        points -= 0.5
    if _TAKEN_BACK_AFTER_JA.match(after):
        points -= 1.5
    if _INSTEAD_BEFORE_JA.search(clause_before):
        points += 1.5
    return points
