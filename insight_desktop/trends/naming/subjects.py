"""What the subjects of `insights.themes` are called at the head of a theme's name, in the language of its voices."""

from collections import Counter
from collections.abc import Iterable

_NAMES = {
    "manual-entry": ("手入力", "Manual entry"),
    "overtime": ("残業", "Overtime"),
    "data-errors": ("間違い・ずれ", "Mistakes"),
    "search-time": ("探す手間", "Searching"),
    "paper": ("紙・書類", "Paper"),
    "support-response": ("サポートの対応", "Support"),
    "outage": ("停止・故障", "Outages"),
    "slow-system": ("遅さ・待ち", "Waiting"),
    "delivery-delay": ("納期の遅れ", "Late delivery"),
    "billing-errors": ("請求・支払い", "Billing"),
    "price": ("価格", "Price"),
    "staff-shortage": ("人手不足", "Staff shortage"),
    "one-person-knows": ("一人しか分からない", "Only one person knows"),
    "training": ("教育・研修", "Training"),
    "phone-load": ("電話対応", "Phone calls"),
    "scheduling": ("予定・シフト", "Scheduling"),
    "stock": ("在庫", "Stock"),
    "reporting": ("集計・報告", "Reports"),
    "approval": ("承認", "Approvals"),
    "security": ("セキュリティ", "Security"),
    "compliance": ("監査・法令", "Audits and rules"),
    "integration": ("連携", "Integration"),
    "mobile-use": ("スマホ・外出先", "Phones and tablets"),
    "access-control": ("権限", "Access"),
    "storage-limit": ("容量・上限", "Limits"),
    "more-users": ("利用人数の増加", "More users"),
    "new-site": ("新しい拠点", "New sites"),
    "other-departments": ("ほかの部署", "Other departments"),
    "quality": ("品質", "Quality"),
    "noise-false-alarms": ("誤報", "False alarms"),
    "maintenance": ("点検・修理", "Maintenance"),
    "usability": ("使いやすさ", "Ease of use"),
    "customer-complaints": ("クレーム", "Complaints"),
    "lost-sales": ("機会損失", "Lost sales"),
    "time-saved": ("時間の短縮", "Time saved"),
    "visibility": ("見える化", "Visibility"),
    "communication": ("連絡・共有", "Keeping informed"),
    "accuracy": ("精度", "Accuracy"),
    "language-support": ("多言語", "Languages"),
    "workload": ("手間・負担", "Workload"),
}
_JOINTS = {"ja": "：", "en": ": "}
_SHARE, _FEWEST = 0.4, 2
LONGEST = 38


def subject_name(subjects: Iterable[str], language: str) -> str:
    """Return what most of the subjects are called; empty where they have none in common."""
    found = list(subjects)
    for subject, count in Counter(sorted(found)).most_common():
        if subject in _NAMES:
            is_shared = count >= _FEWEST and count >= _SHARE * len(found)
            return _NAMES[subject][language == "en"] if is_shared else ""
    return ""


def headed(head: str, phrase: str, language: str) -> str:
    """Return the subject with the phrase that tells more; one of them alone where there is no room for both."""
    if not head or not phrase or phrase.casefold() == head.casefold():
        return head or phrase
    name = f"{head}{_JOINTS[language]}{phrase}"
    return name if len(name) <= LONGEST else head


def phrase_of(name: str) -> str:
    """Return the phrase of a name that `headed` made."""
    for joint in _JOINTS.values():
        before, found, after = name.partition(joint)
        if found and any(before in names for names in _NAMES.values()):
            return after
    return name
