"""What is wrong with an export profile, and what an export altered or refused, in a sentence of either language."""

PROFILE_FAULTS: dict[str, dict[str, str]] = {
    "not_toml": {"ja": "TOML として読めません({detail})", "en": "it is not TOML ({detail})"},
    "unknown_key": {"ja": "「{at}」という項目はありません", "en": "there is no key “{at}”"},
    "missing_key": {"ja": "「{at}」がありません", "en": "“{at}” is missing"},
    "wrong_type": {"ja": "「{at}」の型が違います({detail} が必要)", "en": "“{at}” must be of type {detail}"},
    "not_one_of": {"ja": "「{at}」は次のどれかにしてください: {detail}", "en": "“{at}” must be one of: {detail}"},
    "malformed": {"ja": "「{at}」の書き方が違います(「{detail}」)", "en": "“{at}” is malformed (“{detail}”)"},
    "too_few": {"ja": "「{at}」には {detail} 個以上が必要です", "en": "“{at}” needs at least {detail}"},
    "too_small": {"ja": "「{at}」は {detail} 以上にしてください", "en": "“{at}” must be at least {detail}"},
    "unknown_base": {
        "ja": "元にするプロファイル「{detail}」がありません",
        "en": "there is no profile “{detail}” to extend",
    },
    "extends_itself": {"ja": "「{detail}」の継承が輪になっています", "en": "“{detail}” extends itself"},
    "unknown_header": {"ja": "「{at}」が指す列「{detail}」がありません", "en": "“{at}” names no column: “{detail}”"},
    "no_columns": {"ja": "列が一つもありません", "en": "it has no column"},
    "doubled_header": {"ja": "見出し「{detail}」が重なっています", "en": "the header “{detail}” stands twice"},
    "bad_header": {
        "ja": "{at} の見出しが空か、改行を含みます",
        "en": "the header of {at} is empty or has a line break",
    },
    "header_needs_quotes": {
        "ja": "{at} の見出しは引用符なしでは書けません",
        "en": "the header of {at} cannot stand without quotes",
    },
    "header_not_cp932": {
        "ja": "{at} の見出しに CP932 にない文字があります",
        "en": "the header of {at} has characters that CP932 lacks",
    },
    "two_sources": {
        "ja": "{at} には source・const・body のうち一つだけを書いてください",
        "en": "{at} may have only one of source, const and body",
    },
    "no_source": {
        "ja": "{at} に source・const・body のどれもありません",
        "en": "{at} has none of source, const and body",
    },
    "unknown_path": {"ja": "{at} の「{detail}」という項目はありません", "en": "{at} names an unknown field “{detail}”"},
    "type_does_not_fit": {
        "ja": "{at} の型が項目に合いません({detail})",
        "en": "the type of {at} does not fit its field ({detail})",
    },
    "step_without_steps": {
        "ja": '{at} の「{detail}」は rows = "next_step" でだけ使えます',
        "en": '{at} uses “{detail}”, which needs rows = "next_step"',
    },
    "unknown_body": {"ja": "{at} の body「{detail}」がありません", "en": "{at} names an unknown body “{detail}”"},
    "body_without_max": {"ja": "{at} に max がありません", "en": "{at} is a body and needs max"},
    "drop_without_body": {
        "ja": "{at} の drop_sections は body でだけ使えます",
        "en": "{at} may use drop_sections only with a body",
    },
    "bad_pattern": {
        "ja": "{at} の pattern が正しくありません({detail})",
        "en": "the pattern of {at} is wrong ({detail})",
    },
    "drops_no_section": {
        "ja": "{at} の drop「{detail}」は sections にありません",
        "en": "{at} drops “{detail}”, which is no section",
    },
    "key_not_required": {
        "ja": "{at}「{detail}」は required = true の列にしてください",
        "en": "{at} “{detail}” must be a column with required = true",
    },
    "unknown_zone": {
        "ja": "「{at}」の時間帯「{detail}」がありません",
        "en": "“{at}” names an unknown time zone “{detail}”",
    },
    "br_without_html": {
        "ja": '「{at}」の br は markup = "html" でだけ使えます',
        "en": '“{at}” may be br only with markup = "html"',
    },
}

EXPORT_FINDINGS: dict[str, dict[str, str]] = {
    "substituted": {"ja": "文字を置き換えました", "en": "characters were substituted"},
    "replaced": {
        "ja": "プロファイルの指定で文字を置き換えました",
        "en": "characters were replaced as the profile says",
    },
    "control_removed": {"ja": "制御文字を取り除きました", "en": "control characters were removed"},
    "truncated": {"ja": "長すぎる文を短くしました", "en": "a text was too long and was shortened"},
    "section_dropped": {
        "ja": "長すぎるため項目を省きました",
        "en": "a section was left out because the note was too long",
    },
    "row_skipped": {
        "ja": "必須の項目が空のため行を省きました",
        "en": "a row was left out because a required cell is empty",
    },
    "pattern_blanked": {
        "ja": "形式に合わない値を空にしました",
        "en": "a value did not match the pattern and was blanked",
    },
    "unmapped_blanked": {"ja": "対応付けのない値を空にしました", "en": "a value had no mapping and was blanked"},
    "required_empty": {"ja": "必須の項目が空です", "en": "a required cell is empty"},
    "guarded": {
        "ja": "数式とみなされる文字の前に「'」を置きました",
        "en": "an apostrophe was put before a cell that a spreadsheet would run",
    },
    "dangerous": {
        "ja": "表計算ソフトで数式とみなされる値があります。このファイルを表計算ソフトで開かないでください",
        "en": "a spreadsheet would run this cell; do not open the file in a spreadsheet",
    },
    "changed_again": {
        "ja": "以前に書き出した商談の内容が変わっています。この CRM では二つめの記録になります",
        "en": "the meeting was exported before and has changed; this CRM will create a second record",
    },
    "exported_again": {
        "ja": "すでに書き出した商談です。この CRM では二つめの記録になります",
        "en": "the meeting was exported before; this CRM will create a second record",
    },
    "row_over_limit": {
        "ja": "一行だけでファイルの上限を超えています",
        "en": "one row alone is larger than the file limit",
    },
    "utf8_advised": {
        "ja": "置き換えた文字が多いか、名前に含まれます。UTF-8 で書き出せるか確かめてください",
        "en": "many characters, or some in names, were substituted; use UTF-8 if the CRM reads it",
    },
}

EXPORT_FAULTS: dict[str, dict[str, str]] = {
    "unmappable": {
        "ja": "「{column}」に {encoding} で書けない文字「{detail}」があります",
        "en": "“{column}” holds “{detail}”, which {encoding} lacks",
    },
    "too_long": {"ja": "「{column}」が {detail} 文字を超えています", "en": "“{column}” is longer than {detail}"},
    "empty": {"ja": "「{column}」が空です", "en": "“{column}” is empty"},
    "formula": {
        "ja": "「{column}」に数式とみなされる値があります",
        "en": "“{column}” holds a cell that a spreadsheet would run",
    },
    "unverified": {
        "ja": "書いた内容を読み直すと一致しませんでした",
        "en": "what was written did not read back the same",
    },
    "template_changed": {
        "ja": "ひな型「{detail}」の列がプロファイルと違います",
        "en": "the columns of the template “{detail}” differ from the profile's",
    },
    "disk": {"ja": "ディスクのエラー: {detail}", "en": "disk error: {detail}"},
}


PROFILE_GOOD = {
    "ja": "「{name}」に誤りはありません({columns} 列)。",
    "en": "“{name}” is in order ({columns} columns).",
}

_EXPORT_LINES = {
    "ja": (
        "{rows} 行を書き出しました。",
        "前回から変わっていない {unchanged} 行は書き出していません(--all ですべて)。",
    ),
    "en": (
        "Rows written: {rows}.",
        "Left out, as nothing changed since the last export: {unchanged} (--all: all).",
    ),
}


def export_lines(rows: int, unchanged: int, language: str) -> tuple[str, ...]:
    """Return what an export did, in one or two sentences."""
    done, left = _EXPORT_LINES[language]
    return (done.format(rows=rows), left.format(unchanged=unchanged)) if unchanged else (done.format(rows=rows),)
