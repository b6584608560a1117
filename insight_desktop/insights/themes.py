"""A short English key for what an insight is about, so that several customers' voices can be counted together.

A table of subjects, tried in order; the first whose words occur wins, told in Japanese or English. What no row knows is
`other`; finer groups are made over many calls in `trends`.
"""
# ruff: noqa: E501 -- a table of words

import re
from collections.abc import Iterable

_SUBJECTS = (
    ("manual-entry", r"手入力|手打ち|打ち込|入力し直|二重入力|二度打|二回打|転記|書き写|手で(?:書|打|入|計)|手書き|typ(?:e|ed|ing) (?:it|them)?|re-?type|re-?key|by hand|copy(?:ing)? and past|manual(?:ly)?"),
    ("overtime", r"残業|深夜まで|夜中まで|休日出勤|徹夜|終電|overtime|late nights?|weekends? (?:working|doing)"),
    ("data-errors", r"間違|ミス|誤り|誤入力|漏れ|抜け|ずれ|食い違|合わない|重複|mistake|errors?\b|wrong|mismatch|duplicate|doesn't (?:match|add up)"),
    ("search-time", r"探す|探し|見つから|検索|どこにある|find(?:ing)? (?:it|them|the)|can't find|hunt(?:ing)? for|dig(?:ging)? (?:out|through)|search"),
    ("paper", r"紙|ファ[クッ]ス|FAX|印刷|判子|ハンコ|押印|書類|帳票|paper|fax|print(?:ing|ed|out)|binder|clipboard"),
    ("support-response", r"折り返し|問い合わせ|サポート|窓口|返事が(?:ない|来|遅)|対応が遅|たらい回|support|call(?:ed)? back|ticket|helpdesk|response|nobody (?:answers|rings)"),
    ("outage", r"落ち(?:る|た|て)|止ま(?:る|っ)|停止|動かな|固ま|つながらな|切れ(?:る|た|て)|障害|故障|down\b|outage|crash|freez|cut(?:s)? out|went dark|broke"),
    ("slow-system", r"重い|遅い|待たされ|時間がかか|slow|takes (?:ages|forever|hours|days)|lag|spinning"),
    ("delivery-delay", r"納期|遅れ|届かな|納品|間に合わな|late deliver|delay|overdue|behind schedule|late\b"),
    ("billing-errors", r"請求|二重請求|明細|入金|支払|invoice|bill(?:ing|ed)?|overcharg|credit note|payment"),
    ("price", r"値段|価格|料金|高い|費用|コスト|値上|price|cost|expensive|cheap|fee\b"),
    ("staff-shortage", r"人手|人が足り|人がい(?:な|ま)|採用|辞め|退職|欠員|short[- ]staffed|understaffed|nobody to|can't hire|recruit|turnover|quit"),
    ("one-person-knows", r"属人|一人しか|あの人しか|しか分から|しかわから|引き継|only (?:one|person|\w+) (?:who )?knows|one person|hand(?:over|ing over)|retir"),
    ("training", r"研修|教育|教え|覚え|新人|マニュアル|train(?:ing)?|onboard|learn|teach|new (?:starters?|hires?)"),
    ("phone-load", r"電話が(?:鳴|多|かか)|電話対応|受電|架電|phone (?:rings|calls)|on the phone|calls? (?:all day|coming)|ring(?:s|ing) me"),
    ("scheduling", r"シフト|予定|日程|スケジュール|勤務表|配車|予約|rota|schedul|roster|booking|appointment|diary"),
    ("stock", r"在庫|棚卸|欠品|発注|仕入|stock|inventory|order(?:ing)? too|shortage|run out of"),
    ("reporting", r"報告|集計|レポート|月次|日報|報告書|report|spreadsheet|figures|dashboard|month[- ]end"),
    ("approval", r"承認|稟議|決裁|ワークフロー|approv|sign[- ]?off|authoris|authoriz"),
    ("security", r"漏洩|漏えい|情報漏|セキュリティ|パスワード|ウイルス|不正|詐欺|盗|security|password|phish|breach|hack|ransom|theft|stolen"),
    ("compliance", r"監査|法令|法改正|規制|行政|基準|電帳法|audit|complian|regulat|inspect|legal requirement|law\b"),
    ("integration", r"連携|つなが(?:る|れ|って)|取り込|CSV|API|基幹|integrat|connect(?:s|ed|or)?|sync|import|export|talk to (?:each other|our)"),
    ("mobile-use", r"スマホ|携帯|タブレット|外出先|出先|アプリ|mobile|phone app|tablet|on the road|offline"),
    ("access-control", r"権限|閲覧|見られ|ログイン|アカウント|permission|access|log(?:in|ging in|s? in)|role\b"),
    ("storage-limit", r"容量|上限|いっぱい|足りな|storage|capacity|full\b|limit|maxed"),
    ("more-users", r"人数|席|ライセンス|増員|増える|増やし|人増|名増|more (?:people|users|seats|staff)|licen[cs]es?|headcount|seats?\b|growing"),
    ("new-site", r"新(?:店|拠点|支店|工場|棟|校|院|館)|二号店|出店|開店|オープン|移転|分院|分園|営業所|new (?:site|store|shop|branch|office|clinic|building|depot|unit|place)|second (?:site|location)|opening"),
    ("other-departments", r"他の部署|ほかの部署|隣の部署|別の部|全社|グループ会社|other (?:teams?|departments?|branches)|the rest of the (?:company|group)"),
    ("quality", r"品質|不良|汚れ|傷|壊れ|割れ|quality|defect|damaged?|dirty|broken|faulty"),
    ("noise-false-alarms", r"誤報|誤検知|誤作動|鳴りっぱなし|false alarms?|false positives?|beep"),
    ("maintenance", r"点検|保守|修理|メンテ|部品|maintenance|repair|servic(?:e|ing)|spare part"),
    ("usability", r"使いにく|使いづら|分かりにく|わかりにく|画面|操作|ややこし|複雑|clumsy|confusing|hard to use|clicks?|complicated|screen"),
    ("customer-complaints", r"クレーム|苦情|お叱り|怒ら|complain|angry|upset (?:customer|client)"),
    ("lost-sales", r"機会損失|逃し|取りこぼ|離れ|失注|lost (?:sales|customers|business)|missed|walk(?:ed)? away|no-?shows?"),
    ("time-saved", r"減り|減っ|短く|短縮|早く(?:終|帰)|楽に|半分に|saved?|halved|faster|less time|went down|dropped"),
    ("visibility", r"見えな|見える化|把握|分からない|わからない|可視|visib|no idea|don't know (?:who|what|where|which)|see (?:what|who|where)|track"),
    ("communication", r"連絡|伝わ|共有|情報が|申し送り|communicat|tell(?:s|ing)? (?:us|me|them)|share|message|keep everyone"),
    ("accuracy", r"精度|正確|認識|読み取り|accura|precis|recognis|recogniz"),
    ("language-support", r"外国語|英語|多言語|やさしい日本語|翻訳|言葉の壁|languages?|translat|English|Spanish|Polish"),
    ("workload", r"手間|大変|負担|追われ|忙し|手が回|手一杯|時間を取|work(?:load)?|burden|busy|time-consuming|hours? (?:a|every|each)|hassle|nightmare"),
)  # fmt: skip
_TABLE = tuple((key, re.compile(pattern, re.IGNORECASE)) for key, pattern in _SUBJECTS)
OTHER = "other"


def theme_of(texts: Iterable[str]) -> str:
    """Return the key of the subject that the texts speak of most; the order of the table breaks ties."""
    joined = "\n".join(texts)
    counts = [(len(pattern.findall(joined)), -number, key) for number, (key, pattern) in enumerate(_TABLE)]
    best = max(counts)
    return best[2] if best[0] else OTHER
