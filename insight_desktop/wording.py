"""Sentences for known errors and other codes, in both languages; the command line and the window share them."""

import locale
import os

from insight_desktop.domain.errors import ErrorCode, KnownError

PROGRAM_SUMMARY = {
    "ja": "商談の録音を、この端末の中だけで文字起こしし、顧客の声を読み解きます。",
    "en": "Transcribes sales meetings on this machine and understands what the customer said.",
}

HEALTH_NOTES = {
    "no_sound": {
        "ja": "マイクも音声の出力も見つかりません。つないでから、もう一度調べてください。",
        "en": "There is no microphone and no sound output. Plug one in and look again.",
    },
    "no_backup": {
        "ja": "自動の控えはまだありません。プログラムを閉じるときに、1日1回作られます。",
        "en": "There is no automatic backup yet; one is made each day when the program closes.",
    },
    "passphrase_needed": {
        "ja": "暗号化されています。パスフレーズがないので、中身は調べていません。",
        "en": "It is encrypted. Without the passphrase it was not looked into.",
    },
}
"""What the health check says beside a finding."""

ERRORS: dict[ErrorCode, dict[str, str]] = {
    ErrorCode.FILE_MISSING: {
        "ja": "ファイル「{path}」が見つかりません。場所と名前を確かめてください。",
        "en": "There is no file “{path}”. Check its place and name.",
    },
    ErrorCode.FILE_UNREADABLE: {
        "ja": "「{path}」は音声として読めません。壊れているか、音声でないファイルです。別のプレイヤーで再生できるか"
        "確かめてください。元のファイルはそのままです。",
        "en": "“{path}” cannot be read as audio: it is damaged or no sound file. See whether another player plays it. "
        "The original was left as it is.",
    },
    ErrorCode.FILE_EMPTY: {
        "ja": "「{path}」は空のファイルです。コピーや録音が途中で終わっていないか確かめてください。",
        "en": "“{path}” is an empty file. See whether its copy or recording was cut short.",
    },
    ErrorCode.FILE_GROWING: {
        "ja": "「{path}」はまだ書き込み中です。録音やコピーが終わってから、もう一度取り込んでください。",
        "en": "“{path}” is still being written. Import it again once its recording or copy has ended.",
    },
    ErrorCode.FILE_IS_FOLDER: {
        "ja": "「{path}」はフォルダーです。中の音声ファイルを選んでください。",
        "en": "“{path}” is a folder. Choose the sound files in it.",
    },
    ErrorCode.FILE_IS_ARCHIVE: {
        "ja": "「{path}」は圧縮ファイルです。展開してから、中の音声ファイルを取り込んでください。",
        "en": "“{path}” is an archive. Unpack it, then import the sound files in it.",
    },
    ErrorCode.NO_AUDIO: {
        "ja": "「{path}」には音声が入っていません。",
        "en": "“{path}” holds no sound.",
    },
    ErrorCode.NO_QUOTES: {
        "ja": "今週は、音声が残っている発言がありません。音声ファイルは作りませんでした。",
        "en": "No quote of this week has its sound here, so no sound file was made.",
    },
    ErrorCode.AUDIO_CUT_OFF: {
        "ja": "「{path}」は {declared} 秒のはずですが、読めたのは {decoded} 秒です。読めた部分を処理します。",
        "en": "“{path}” should last {declared} s but only {decoded} s could be read. That part is processed.",
    },
    ErrorCode.AUDIO_TRACKS: {
        "ja": "「{path}」には音声が {tracks} 本入っています。1本目だけを文字にします。",
        "en": "“{path}” holds {tracks} sound tracks. Only the first one is written down.",
    },
    ErrorCode.PERMISSION_REFUSED: {
        "ja": "「{path}」を開く権限がありません。",
        "en": "You may not open “{path}”.",
    },
    ErrorCode.DISK_FULL: {
        "ja": "ディスクに空きがありません。ここまでの内容は保存してあります。空きを作ってから、もう一度お試しください。",
        "en": "The disk is full. Everything up to here is saved. Free some space and try again.",
    },
    ErrorCode.DEVICE_MISSING: {
        "ja": "マイク「{device}」が見つかりません。つながっているか確かめてください。",
        "en": "There is no input device “{device}”. Check that it is connected.",
    },
    ErrorCode.DEVICE_GONE: {
        "ja": "録音中に「{device}」が外れました。ここまでの録音は保存してあります。",
        "en": "“{device}” was disconnected while recording. The recording up to then is saved.",
    },
    ErrorCode.NO_AUDIO_SERVER: {
        "ja": "この端末では音声の入出力が使えません(音声サーバーが動いていません)。",
        "en": "This machine has no sound input or output (no audio server is running).",
    },
    ErrorCode.RECORDING_FAILED: {
        "ja": "録音を続けられませんでした({reason})。ここまでの録音は保存してあります。",
        "en": "The recording could not go on ({reason}). What was recorded is saved.",
    },
    ErrorCode.MODEL_MISSING: {
        "ja": "モデル「{model}」がこの端末にありません。「insight-desktop models fetch {model}」で入れられます。",
        "en": "The model “{model}” is not on this machine. “insight-desktop models fetch {model}” installs it.",
    },
    ErrorCode.MODEL_DAMAGED: {
        "ja": "モデル「{model}」のファイルが壊れています。「insight-desktop models fetch {model}」で直せます。",
        "en": "The files of the model “{model}” are damaged. “insight-desktop models fetch {model}” repairs them.",
    },
    ErrorCode.MODEL_DOWNLOAD_FAILED: {
        "ja": "モデル「{model}」を取得できませんでした({reason})。次回は続きから取得します。",
        "en": "The model “{model}” could not be fetched ({reason}). The next try goes on from there.",
    },
    ErrorCode.DATABASE_NEWER: {
        "ja": "このワークスペースは新しい版のプログラムで作られています。プログラムを更新してください。内容には触れていません。",
        "en": "This workspace was made by a newer version. Update the program. Nothing was changed.",
    },
    ErrorCode.DATABASE_DAMAGED: {
        "ja": "データベース「{path}」が壊れています。控え「{backup}」から元に戻せます。",
        "en": "The database “{path}” is damaged. It can be restored from the backup “{backup}”.",
    },
    ErrorCode.WORKSPACE_LOCKED: {
        "ja": "ワークスペース「{path}」は別の画面で使用中です。",
        "en": "The workspace “{path}” is in use by another window.",
    },
    ErrorCode.WORKER_CRASHED: {
        "ja": "処理が途中で止まりました。録音とここまでの文字起こしは保存してあり、続きから再開できます。",
        "en": "The processing stopped unexpectedly. The recording and the text so far are saved; it can go on from there.",
    },
    ErrorCode.CANCELLED: {
        "ja": "処理を中止しました。ここまでの文字起こしは保存してあります。",
        "en": "The processing was cancelled. The text so far is saved.",
    },
    ErrorCode.NOT_FOUND: {
        "ja": "「{name}」は見つかりません。",
        "en": "“{name}” was not found.",
    },
    ErrorCode.TRANSCRIPT_UNREADABLE: {
        "ja": "「{path}」は文字起こしとして読めません({reason})。",
        "en": "“{path}” cannot be read as a transcript ({reason}).",
    },
    ErrorCode.NO_MESSAGES: {
        "ja": "「{path}」に発言や回答が見つかりません。「名前: 発言」の行があるチャット、または1行目が質問の CSV を選んでください。",
        "en": "No message or answer was found in “{path}”. Choose a chat with lines like “Name: text”, or a CSV whose "
        "first row holds the questions.",
    },
    ErrorCode.CATALOGUE_CIRCLE: {
        "ja": "カタログの製品が互いを前提にして一周しています({way})。何も変更していません。",
        "en": "Products of the catalogue ask for each other in a circle ({way}). Nothing was changed.",
    },
    ErrorCode.CSV_UNREADABLE: {
        "ja": "「{path}」は CSV として読めません({reason})。",
        "en": "“{path}” cannot be read as a CSV ({reason}).",
    },
    ErrorCode.PROFILE_UNKNOWN: {
        "ja": "出力プロファイル「{name}」はありません。「insight-desktop profiles」で一覧を見られます。",
        "en": "There is no export profile “{name}”. “insight-desktop profiles” lists them.",
    },
    ErrorCode.PROFILE_INVALID: {
        "ja": "出力プロファイル「{path}」に誤りがあります: {reason}",
        "en": "The export profile “{path}” has a mistake: {reason}",
    },
    ErrorCode.EXPORT_FAILED: {
        "ja": "「{path}」に書き出せませんでした({reason})。ファイルは作られていません。",
        "en": "“{path}” could not be written ({reason}). No file was made.",
    },
    ErrorCode.NOTHING_TO_EXPORT: {
        "ja": "書き出す商談がありません。",
        "en": "There is no meeting to export.",
    },
    ErrorCode.BACKUP_FAILED: {
        "ja": "バックアップ「{path}」を作れませんでした。データは元のままです。別の場所でお試しください。",
        "en": "The backup “{path}” could not be made. Your data is as it was. Try another place.",
    },
    ErrorCode.BACKUP_UNREADABLE: {
        "ja": "「{path}」はこのプログラムのバックアップではないか、壊れています。データは元のままです。",
        "en": "“{path}” is no backup of this program, or is damaged. Your data is as it was.",
    },
    ErrorCode.PASSPHRASE_NEEDED: {
        "ja": "ワークスペース「{path}」は暗号化されています。パスフレーズを入力してください(コマンドでは環境変数 INSIGHT_DESKTOP_PASSPHRASE でも渡せます)。",
        "en": "The workspace “{path}” is encrypted. Enter its passphrase (for commands, INSIGHT_DESKTOP_PASSPHRASE can hold it).",
    },
    ErrorCode.PASSPHRASE_UNSAID: {
        "ja": "新しいパスフレーズがありません。端末で入力するか、環境変数 {variable} で渡してください。何も変わっていません。",
        "en": "There is no new passphrase. Type it in a terminal, or hand it over in {variable}. Nothing was changed.",
    },
    ErrorCode.PASSPHRASE_WRONG: {
        "ja": "パスフレーズが違います。もう一度入力するか、復旧コードをお使いください。",
        "en": "The passphrase is wrong. Try again, or use the recovery code.",
    },
    ErrorCode.PASSPHRASE_SHORT: {
        "ja": "パスフレーズは{least}文字以上にしてください。",
        "en": "A passphrase needs at least {least} characters.",
    },
    ErrorCode.KEY_FILE_DAMAGED: {
        "ja": "鍵のファイル「{path}」が壊れています。バックアップから元に戻してください。データには触れていません。",
        "en": "The key file “{path}” is damaged. Restore it from a backup. Your data was not touched.",
    },
    ErrorCode.SOUND_DAMAGED: {
        "ja": "暗号化された音声「{path}」が壊れているため、再生も文字起こしもできません。文字と議事録は無事です。",
        "en": "The encrypted sound “{path}” is damaged and cannot be played or transcribed. Texts and minutes are whole.",
    },
    ErrorCode.ENCRYPTION_MISSING: {
        "ja": "暗号化に必要な部品(sqlcipher3、cryptography)がありません。python3 bootstrap.py を実行すると入ります。",
        "en": "The parts for encryption (sqlcipher3, cryptography) are missing. Running python3 bootstrap.py installs them.",
    },
    ErrorCode.FOLDER_NOT_EMPTY: {
        "ja": "「{path}」には移せません。空のフォルダーか、新しいフォルダーを選んでください。",
        "en": "“{path}” cannot be used. Choose an empty or a new folder.",
    },
    ErrorCode.SETTINGS_DAMAGED: {
        "ja": "設定ファイル「{path}」が読めないため、標準の設定で始めます。元のファイルは「{backup}」に残してあります。",
        "en": "The settings “{path}” cannot be read, so the defaults are used. The file was kept as “{backup}”.",
    },
    ErrorCode.SETTINGS_NOT_SAVED: {
        "ja": "設定を「{path}」に保存できませんでした({reason})。前の設定はそのままです。",
        "en": "The settings could not be saved to “{path}” ({reason}). The earlier ones are still there.",
    },
    ErrorCode.LANGUAGE_UNSUPPORTED: {
        "ja": "言語「{language}」には対応していません(ja か en)。",
        "en": "The language “{language}” is not supported (ja or en).",
    },
}

TRANSCRIPT_FAULTS: dict[str, dict[str, str]] = {
    "not_an_object": {"ja": "JSON の形が商談のものではありません", "en": "the JSON is not that of a call"},
    "not_json": {"ja": "JSON として壊れています({at} 行目)", "en": "broken JSON in line {at}"},
    "too_deep": {"ja": "JSON の入れ子が深すぎます", "en": "the JSON is nested too deep"},
    "not_text": {"ja": "テキストファイルではありません", "en": "not a text file"},
    "is_folder": {"ja": "フォルダーです", "en": "it is a folder"},
    "no_turns": {"ja": "発言がありません", "en": "there are no turns"},
    "turn_incomplete": {"ja": "{at} 番目の発言に話者か文がありません", "en": "turn {at} lacks a speaker or a text"},
    "turn_backwards": {"ja": "{at} 番目の発言の終わりが始まりより前です", "en": "turn {at} ends before it starts"},
    "no_date": {"ja": "「{at}」が日付ではありません", "en": "“{at}” is no date"},
    "no_cues": {"ja": "字幕が見つかりません", "en": "there are no cues with text"},
    "no_speaker_lines": {"ja": "「話者: 発言」の形の行がありません", "en": "no line reads “Speaker: text”"},
}


REASONS: dict[str, dict[str, str]] = {
    "no_connection": {"ja": "接続できないか、途中で切れました", "en": "no connection, or it was cut"},
    "not_found_on_server": {"ja": "配布元にファイルがありません", "en": "the server does not have the file"},
    "refused_by_server": {"ja": "配布元に断られました", "en": "the server refused"},
    "encoding": {
        "ja": "文字コードが UTF-8 でも Shift_JIS でもありません。表計算ソフトで「CSV UTF-8」として保存し直してください",
        "en": "its encoding is neither UTF-8 nor Shift_JIS; save it again as “CSV UTF-8” in a spreadsheet",
    },
    "spreadsheet": {
        "ja": "Excel などの表計算ファイルです。表計算ソフトで開き、「CSV UTF-8」として保存したものを選んでください",
        "en": "it is a workbook; open it in your spreadsheet, save it as “CSV UTF-8” and choose that",
    },
    "archive": {
        "ja": "圧縮ファイルです。展開して、中の CSV を選んでください",
        "en": "it is a compressed archive; unpack it and choose the CSV in it",
    },
    "pdf": {
        "ja": "PDF です。元の表を「CSV UTF-8」として保存したものを選んでください",
        "en": "it is a PDF; save the table that it was made of as “CSV UTF-8” and choose that",
    },
    "web_page": {
        "ja": "Web ページか XML です。表計算ソフトで開き、「CSV UTF-8」として保存したものを選んでください",
        "en": "it is a web page or XML; open it in a spreadsheet, save it as “CSV UTF-8” and choose that",
    },
    "no_text": {
        "ja": "画像や音声など、文字の表でないファイルです。CSV を選んでください",
        "en": "it is no table of text but, say, a picture or sound; choose a CSV",
    },
    "no_header": {"ja": "見出しの行を読み取れません", "en": "its line of headers cannot be read"},
    "no_column": {"ja": "「{names}」の列がありません", "en": "it has no column “{names}”"},
    "broken_line": {
        "ja": "{line} 行目の区切りか引用符が正しくありません",
        "en": "a separator or quote in line {line} is out of place",
    },
    "is_folder": {"ja": "フォルダーです。中の CSV を選んでください", "en": "it is a folder; choose the CSV in it"},
    "not_a_file": {"ja": "ファイルではありません", "en": "it is no file"},
    "too_large": {"ja": "ファイルが大きすぎます", "en": "it is too large"},
    "empty": {"ja": "中身がありません", "en": "it is empty"},
    "wrong_checksum": {"ja": "届いたファイルの検査値が合いません", "en": "what arrived has a wrong checksum"},
    "no_source": {
        "ja": "配布元が登録されていません。「python3 bootstrap.py」で入れ直せます",
        "en": "it has no download source; “python3 bootstrap.py” installs it again",
    },
}
"""Words for the `reason` of an error, where it is a code; anything else stands for itself."""


IMPORT_LINES: dict[str, dict[str, str]] = {
    "done": {
        "ja": "新規 {created} 件、更新 {updated} 件、変更なし {unchanged} 件。",
        "en": "{created} new, {updated} updated, {unchanged} unchanged.",
    },
    "problem": {
        "ja": "{line} 行目: 「{field}」の値「{value}」を読めません。",
        "en": "Line {line}: “{value}” cannot be read as {field}.",
    },
    "absent": {"ja": "{line} 行目: 「{field}」がないため飛ばしました。", "en": "Line {line} was left out: no {field}."},
    "beyond": {
        "ja": "{line} 行目: 見出しのない列に「{value}」があります。区切り文字が値の中にないか確かめてください。",
        "en": "Line {line}: “{value}” stands beyond the last column. Is there a separator inside a value?",
    },
    "unused": {"ja": "使わなかった列: {names}", "en": "Columns not used: {names}"},
    "ambiguous": {
        "ja": "「{name}」という顧客が複数あるため、最も古いものに入れました。",
        "en": "There are several customers named “{name}”; the oldest was taken.",
    },
    "preview": {"ja": "{header} → {field}: {values}", "en": "{header} → {field}: {values}"},
}
HIT_KINDS: dict[str, dict[str, str]] = {
    "segment": {"ja": "発話", "en": "said"},
    "minutes": {"ja": "議事録", "en": "minutes"},
    "title": {"ja": "件名", "en": "title"},
    "memo": {"ja": "メモ", "en": "memo"},
    "customer": {"ja": "顧客", "en": "customer"},
}
STAGES: dict[str, dict[str, str]] = {
    "import": {"ja": "取り込み", "en": "import"},
    "transcribe": {"ja": "文字起こし", "en": "transcribing"},
    "diarize": {"ja": "話者の判定", "en": "telling speakers"},
    "analyse": {"ja": "分析", "en": "analysing"},
}
TIME_LEFT = {"ja": "残り約{minutes}分{seconds:02}秒", "en": "about {minutes} min {seconds:02} s left"}
NOTICES: dict[str, dict[str, str]] = {
    "already_there": {
        "ja": "{name}: 同じ録音がすでに取り込まれています。",
        "en": "{name}: the same recording is there already.",
    },
    "resumed": {"ja": "{name}: 前回の続きから再開します。", "en": "{name}: going on where the last run stopped."},
    "done": {"ja": "{name}: 完了しました({turns} 発話)。", "en": "{name}: done ({turns} turns)."},
    "nothing_said": {"ja": "{name}: 発話が見つかりませんでした。", "en": "{name}: nobody speaks in it."},
}


def clock(seconds: float) -> str:
    """Return a length as h:mm:ss or mm:ss."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def user_language() -> str:
    """Return `ja` or `en` by the environment; Japanese where nothing is said."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    tag = named or locale.getlocale()[0] or ""
    return "en" if tag.lower().startswith("en") else "ja"


def brief(error: KnownError, language: str) -> str:
    """Return what happened in a few words, for a list of such: what to do about it is left out."""
    end = "。" if language == "ja" else ". "
    happened = ERRORS[error.code][language].partition(end)[0].removesuffix(".")
    return happened.format_map(_Missing(_params(error, language))) + end.strip()


def sentence(error: KnownError, language: str) -> str:
    """Return the one sentence that explains a known error."""
    return ERRORS[error.code][language].format_map(_Missing(_params(error, language)))


def _params(error: KnownError, language: str) -> dict[str, str]:
    params = dict(error.params)
    if params.get("reason") in REASONS:
        params["reason"] = REASONS[params["reason"]][language].format_map(_Missing(params))
    return params


class _Missing(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


PASSPHRASES: dict[str, dict[str, str]] = {
    "ask": {"ja": "パスフレーズ(または復旧コード): ", "en": "Passphrase (or recovery code): "},
    "new": {"ja": "新しいパスフレーズ: ", "en": "New passphrase: "},
    "again": {"ja": "もう一度: ", "en": "Once more: "},
    "differ": {"ja": "2回の入力が違います。", "en": "The two differ."},
    "warning": {
        "ja": "パスフレーズと復旧コードの両方をなくすと、誰もデータを開けなくなります。",
        "en": "Whoever loses both the passphrase and the recovery code cannot open the data again; nobody can.",
    },
    "code": {
        "ja": "復旧コード(安全な場所に控えてください。二度と表示されません): {code}",
        "en": "Recovery code (keep it in a safe place; it is not shown again): {code}",
    },
    "protected": {"ja": "このワークスペースは暗号化されています。", "en": "This workspace is encrypted."},
    "plain": {"ja": "このワークスペースは暗号化されていません。", "en": "This workspace is not encrypted."},
}
