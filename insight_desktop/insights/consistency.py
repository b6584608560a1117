"""Plain readings that a label should agree with: an amount somebody can spend, a day to start, a promise in set words.

The network shrinks from calls by speakers it has never heard; what is said in closed wordings does not change with
the speaker. A hint alone never gives a label: it raises the label's probability by a weight that was fitted together
with the network's (`training/calibrate.py`), so a hint that says little weighs little.
"""
# ruff: noqa: E501 -- tables of words

import re
from collections.abc import Callable

from insight_desktop.domain.conversation import Conversation
from insight_desktop.domain.insight import Signal
from insight_desktop.domain.speaker import Role
from insight_desktop.insights.dates import ANY_DAY
from insight_desktop.insights.due_dates import due_of
from insight_desktop.insights.money import has_amount
from insight_desktop.insights.plan_dates import plan_of

_MOST = {"ja": 220, "en": 500}
"""Longer turns name amounts and days for many reasons: no hint."""

_MONEY = {
    "ja": re.compile(
        r"予算|枠|上限|天井|まで(?:なら|は|です|で|しか|が)|以内|以下|に収|くらいなら|出せ|使え|使って|取って|確保|計上|補助|経費|残って|見て(?:い)?(?:ます|る|おり)|払え|精一杯|お金(?:は|が)?な|ゼロ|一円も"
    ),
    "en": re.compile(
        r"budget|ceiling|\bcap\b|capped|limit|maximum|\bmax\b|\btops\b|no more than|up to|under\b|below\b|within|inside|set aside|put aside|approved|earmarked|\bpot\b|all in\b|"
        r"i(?:'ve| have) got|we(?:'ve| have) got|we can (?:do|go|spend|find)|i can (?:do|go|get|spend|find|sign)|could live with|afford|grant|nothing left|no money|not a (?:penny|cent|dime)|left (?:in|from|over)",
        re.IGNORECASE,
    ),
}
_PLAN = {
    "ja": re.compile(
        r"始め|はじめ|使い(?:たい|始)|動かし|動い|決め|決ま|結論|切り?替え|入れ(?:たい|る|て|ん)|稼働|契約|導入|間に合|更新|満了|期限|締め?切|までに|から(?:です|で|に|使)|スタート|開始|終わら|済ませ|開業|開店|オープン|したい|たいん|目標|遅くとも"
    ),
    "en": re.compile(
        r"\b(?:start\w*|begin\w*|go(?:ing)? live|live|switch\w*|decid\w+|decision|sign\w*|renew\w*|in place|running|ready|done|settled|sorted|install\w*|open\w*|launch\w*|finish\w*|complete\w*|"
        r"move|answer|notice|runs? out|expires?|due|soonest|earliest|latest|deadline|want|need|have to|has to|must|by then|before)\b",
        re.IGNORECASE,
    ),
}
_DECIDER = {
    "ja": re.compile(
        r"稟議|決裁|取締役会|役員会|理事会|運営会議|経営会議|評議|議会|委員会|総会|組合の|過半数|承認|最終的に(?:は)?[^。]{0,10}(?:が|で)決|(?:が|で)(?:決め(?:る|ます|て)|決まり|判子|はんこ|ハンコ)"
        r"|(?:社長|部長|本部長|専務|常務|会長|店長|院長|所長|園長|理事長|オーナー|本社|本部|上(?:の者)?|親父|女将|大将|工場長|校長|課長|経理)[^。]{0,14}(?:うん|判|首を縦|許可|了解|通さ|通せ|通ら|OK|決め|次第|一存|一声|権限|サイン|相談|説得|お伺い|回す|上げ)"
        r"|私(?:の|が)(?:一存|権限|決め)|自分(?:で|が)決め|僕が決め|俺が決め|印鑑|押印|入札|相見積"
    ),
    "en": re.compile(
        r"\b(?:sign(?:s|ed)?[- ]?off|signs? (?:it|the|for|everything|off)|the board|committee|trustees?|directors|procurement|purchasing|steering group|council|has the (?:final|last) (?:say|word)|final say|last word|"
        r"(?:has|have|needs?) to (?:approve|agree|sign|say yes|clear)|approv\w+|(?:my|the|our) (?:boss|cfo|ceo|owner|director|partners?|husband|wife|brother|father|dad|head office)\b[^.]{0,30}\b(?:decides?|signs?|approves?|agrees?|say|says|okay|ok)|"
        r"(?:i|we|he|she|they)(?:'ll| will)? (?:alone )?(?:decide|make the (?:call|decision))|makes the (?:call|decision)|my (?:call|decision|signature)|not my (?:call|decision)|votes?|unanimous|veto|majority|holds the (?:purse|cheque)|cheque ?book)\b",
        re.IGNORECASE,
    ),
}
_RIVAL = {
    "ja": re.compile(
        r"他社|同業他社|競合|相見積|某大手|大手さん|よそ(?:の|さん|も|に|と|が|で)|(?:別|ほか|他)の(?:会社|業者|ところ|とこ|メーカー|ベンダー|サービス|システム|ソフト)"
        r"|(?:乗り|切り)換え|に(?:乗り|切り)替え|内製|エクセルで(?:十分|足り)|今の業者|向こうさん|あちらさん"
    ),
    "en": re.compile(
        r"\b(?:competitors?|rival|another (?:vendor|supplier|provider|company|quote)|other (?:vendors?|suppliers?|providers?|quotes?|bids?)|two other|the other (?:lot|crowd|guys|people|one|outfit)|in-house|"
        r"(?:quote|demo|proposal|price|offer) from|talking to|(?:we use|we're using|we've got|we have|looked at|looking at|trialled|tried|switch(?:ing)? to|move to|went with|compared? (?:to|with|it|you)) [A-Z]\w+)\b"
    ),
}
_PROMISE = {
    "ja": re.compile(
        r"(?:お?送り|お?届け|お?持ち|お?出し|お?渡し|お?作り|ご?連絡|ご?報告|ご?提案|ご?案内|ご?用意|ご?手配|ご?回答|お?返事|お?電話|お?伝え|お?調べ|ご?確認|ご?相談|設定|提出|準備|持参|共有|予約|招待|招集|説明)"
        r"(?:を)?(?:し|いたし|致し|差し上げ|さしあげ|させていただき|入れ|申し上げ|して(?:おき|み|から)|しとき)?(?:ます|ときます|ましょう|ときますわ|とくわ|とく(?:ね|よ|から)|ておく)"
        r"|(?:送り|届け|渡し|作り|出し|調べ|聞き|聞いて|確かめ|まとめ|持って(?:い|行|ま)|持って)(?:ます|とき|ておき|まいり|み(?:ます|る)|いき)|(?:伺い|うかがい|参り|まいり|お邪魔し)ます|(?:送|渡|出|作|話|聞|調べ)(?:っとく|しとく|いとく|っときます|しときます|いときます|とく)"
    ),
    "en": re.compile(
        r"\b(?:i'?ll|i will|we'?ll|we will|let me|i'm going to|i'm gonna|i can|you'?ll (?:have|get)|i shall|what i can do is)\b[^.?!]{0,40}?"
        r"\b(?:send|e-?mail|mail|ring|call|phone|bring|give|get|put|draft|write|ask|check|set|book|have|find|forward|share|drop|come|prepare|pull|schedule|arrange|text|look|speak|talk|confirm|post|run|do|be)\b",
        re.IGNORECASE,
    ),
}
_SORRY = {
    "ja": re.compile(
        r"申し訳|すみません(?:でした)?|すいません|お詫び|ご迷惑|ご不便|失礼(?:を|いた|しました)|お恥ずかしい|弊社の(?:不手際|ミス|落ち度|責任)|面目"
    ),
    "en": re.compile(
        r"\b(?:sorry|apolog\w+|that's on us|our fault|not good enough|shouldn't have happened|unacceptable)\b",
        re.IGNORECASE,
    ),
}
_OURS = {
    "ja": re.compile(
        r"御社|おたく|お宅|そちら|貴社|あなたのところ|サポート|問い合わせ|電話し(?:た|て)のに|返事(?:が|も)(?:来|な)|更新(?:し|後|して)|アップデート|落ち(?:る|て|た)|固ま|重い|重くて|不具合|バグ|繋がら|つながら|止まっ|エラー|使いにく|使いづら|請求(?:書)?が|約束"
    ),
    "en": re.compile(
        r"\b(?:your (?:\w+ )?(?:app|system|software|support|people|team|invoice|product|service|update|machine|box|portal|helpdesk|guys?|engineer|thing|lot|company|billing|driver)|ticket|support|crash\w*|freez\w+|outage|"
        r"still (?:waiting|broken|not)|you (?:said|promised|told)|drops? out|goes down|went down|bug\w*|doesn't work|stopped working|logs? (?:me|us) out|on hold)\b",
        re.IGNORECASE,
    ),
}
_RESULT = {
    "ja": re.compile(
        r"おかげ|お陰|助かって|助かりました|助かっ(?:と|た)|減りました|減った|減って|浮(?:き|い)(?:まし|た|て)|楽に(?:なり|なっ)|早く(?:なり|なっ)|なくなりました|なくなった|ゼロに(?:なり|なっ)|入れて(?:よかった|良かった|正解)|導入して(?:から|よかった)|好評|喜ん(?:で|だ)|評判|短く(?:なり|なっ)|増えました"
    ),
    "en": re.compile(
        r"\b(?:thanks to|since (?:we|you|it|the)|went (?:from|down)|down from|down to|cut (?:our|it|the)|saved (?:us|me)|saves (?:us|me)|used to (?:take|be|have)|no(?:t one|t a single| more)|love (?:it|the)|best (?:thing|money|decision)|paid for itself|works? (?:great|beautifully|a treat|like)|huge difference|happy with|happier|delighted)\b",
        re.IGNORECASE,
    ),
}


def _kind(conversation: Conversation) -> str:
    return "ja" if conversation.language == "ja" else "en"


def _says(table: dict[str, re.Pattern[str]]) -> Callable[[Conversation, int], bool]:
    def read(conversation: Conversation, index: int) -> bool:
        return table[_kind(conversation)].search(conversation.turns[index].text) is not None

    return read


def says_budget(conversation: Conversation, index: int) -> bool:
    """Tell whether the turn names an amount in words of what can be spent."""
    text, language = conversation.turns[index].text, _kind(conversation)
    return len(text) <= _MOST[language] and _MONEY[language].search(text) is not None and has_amount(text, language)


def says_plan(conversation: Conversation, index: int) -> bool:
    """Tell whether the turn names a time in words of deciding, starting or ending, and promises nothing."""
    text, language = conversation.turns[index].text, _kind(conversation)
    if len(text) > _MOST[language] or _PLAN[language].search(text) is None or _PROMISE[language].search(text):
        return False
    return plan_of(text, ANY_DAY, language) is not None


def _promise(conversation: Conversation, index: int) -> bool:
    text, language = conversation.turns[index].text, _kind(conversation)
    if "?" in text or "？" in text or _PROMISE[language].search(text) is None:
        return False
    # «I'll send it» is a promise; with a day it is hardly ever anything else
    return language == "ja" or due_of(text, ANY_DAY, language) is not None


def _dissatisfaction(conversation: Conversation, index: int) -> bool:
    """Tell whether the rep apologises at once for what the customer said, or the customer speaks of ours failing."""
    turns, language = conversation.turns, _kind(conversation)
    sorry = (
        index + 1 < len(turns) and turns[index + 1].role is Role.REP and _SORRY[language].search(turns[index + 1].text)
    )
    return bool(sorry) or _OURS[language].search(turns[index].text) is not None


_HINTS: tuple[tuple[Signal, Callable[[Conversation, int], bool]], ...] = (
    (Signal.BUDGET, says_budget),
    (Signal.TIMELINE, says_plan),
    (Signal.DECISION, _says(_DECIDER)),
    (Signal.COMPETITOR, _says(_RIVAL)),
    (Signal.NEXT_STEP, _promise),
    (Signal.DISSATISFACTION, _dissatisfaction),
    (Signal.SUCCESS, _says(_RESULT)),
)


def hints(conversation: Conversation) -> tuple[frozenset[Signal], ...]:
    """Return for each turn the labels that its plain wording, or the answer to it, speaks for."""
    return tuple(
        frozenset(
            signal
            for signal, read in _HINTS
            if (turn.role is not Role.REP or signal is Signal.NEXT_STEP) and read(conversation, index)
        )
        for index, turn in enumerate(conversation.turns)
    )
