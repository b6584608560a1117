"""The reasons of a verdict on proposing, said as one sentence in either language."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from insight_desktop.domain.suggestion import GateReason
from insight_desktop.suggestions.cues import Cue

NOTHING_FITS = "nothing_fits"

# Kept with the analysis in the meeting's language, and written anew on the screen in the interface's.
_WHY: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ja": {
            Cue.PROBLEM: "解決したい困りごとが見つかった",
            Cue.LEAN: "前向きな動きがある",
            Cue.GROWTH: "利用や事業が広がっている",
            Cue.SUCCESS: "成果が語られた",
            Cue.RENEWAL: "更新が近い",
            Cue.NEAR_LIMIT: "利用が上限に近い",
            Cue.NEAR_DATE: "希望の期日が近い",
            Cue.DISSATISFACTION: "当社への不満が残っている",
            Cue.LOW_LOYALTY: "推奨度が低い",
            Cue.REFUSAL: "断られたばかりである",
            Cue.OBJECTION: "懸念が残っている",
            Cue.NOT_YET: "今ではないと言われている",
            Cue.NOT_ALONE: "ほかの人の承認が要る",
            Cue.CONTENT: "今のままで足りると言われている",
            Cue.DEFERRAL: "先に待つべきことがある",
            Cue.DISTANT: "始めたい時期がまだ先である",
            Cue.NO_PROBLEM: "解決すべき困りごとが語られていない",
            Cue.UNPROVED: "まだ購入へ向かう言葉がない",
            Cue.OPEN_CASE: "対応中の問い合わせがある",
            Cue.OFFERED_LATELY: "最近提案したばかりである",
            Cue.COOLING_DOWN: "断られてからまだ間がない",
            Cue.ONBOARDING: "まだ使い始めで慣れていない",
            Cue.TOO_DEAR: "予算の見込みを超える",
            Cue.OWN_STEP: "お客様も次の行動を約束している",
            Cue.DECIDED: "購入を決めたばかりである",
            Cue.SETTLED: "不満はその場で解消した",
            Cue.HIGH_LOYALTY: "推奨者である",
            Cue.UNDER_WAY: "進行中の仕事の成果がまだ語られていない",
            NOTHING_FITS: "困りごとに合う製品がカタログにない",
        },
        "en": {
            Cue.PROBLEM: "a problem was found",
            Cue.LEAN: "they take steps towards buying",
            Cue.GROWTH: "their use or business grows",
            Cue.SUCCESS: "a success was told",
            Cue.RENEWAL: "the renewal is near",
            Cue.NEAR_LIMIT: "their use is near its limit",
            Cue.NEAR_DATE: "the day they named is near",
            Cue.DISSATISFACTION: "they are dissatisfied with us",
            Cue.LOW_LOYALTY: "their loyalty is low",
            Cue.REFUSAL: "they have just refused",
            Cue.OBJECTION: "objections are open",
            Cue.NOT_YET: "they say that this is not the time",
            Cue.NOT_ALONE: "somebody else must agree first",
            Cue.CONTENT: "they say that what they have will do",
            Cue.DEFERRAL: "something else must come first",
            Cue.DISTANT: "they want to begin much later",
            Cue.NO_PROBLEM: "no problem was voiced",
            Cue.UNPROVED: "nothing said leans towards buying yet",
            Cue.OPEN_CASE: "a support case is open",
            Cue.OFFERED_LATELY: "something was offered lately",
            Cue.COOLING_DOWN: "a refusal is still fresh",
            Cue.ONBOARDING: "they are still learning what they bought",
            Cue.TOO_DEAR: "it costs more than they expect",
            Cue.OWN_STEP: "they have promised a step of their own",
            Cue.DECIDED: "they have just decided to buy",
            Cue.SETTLED: "the complaint was settled in the call",
            Cue.HIGH_LOYALTY: "they recommend us",
            Cue.UNDER_WAY: "the work under way has not shown its result yet",
            NOTHING_FITS: "nothing in the catalogue solves what was voiced",
        },
    }
)
_JOINED = {"ja": ("、", "。"), "en": ("; ", ".")}


def sentence(reasons: Sequence[GateReason], language: str) -> str:
    """Return the reasons as one sentence."""
    tag = "ja" if language == "ja" else "en"
    between, end = _JOINED[tag]
    text = between.join(_WHY[tag][reason.code] for reason in reasons) + end
    return text[:1].upper() + text[1:]
