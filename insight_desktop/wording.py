"""Sentences for known errors and other codes, in both languages; the command line and the window share them."""

import locale
import os

from insight_desktop.domain.errors import ErrorCode, KnownError

PROGRAM_SUMMARY = {
    "ja": "商談の録音を、この端末の中だけで文字起こしし、顧客の声を読み解きます。",
    "en": "Transcribes sales meetings on this machine and understands what the customer said.",
}

ERRORS: dict[ErrorCode, dict[str, str]] = {
    ErrorCode.FILE_MISSING: {
        "ja": "ファイル「{path}」が見つかりません。場所と名前を確かめてください。",
        "en": "There is no file “{path}”. Check its place and name.",
    },
    ErrorCode.FILE_UNREADABLE: {
        "ja": "「{path}」は音声ファイルとして読めません。壊れているか、途中で切れています。元のファイルはそのままです。",
        "en": "“{path}” cannot be read as audio: it is damaged or cut off. The original was left as it is.",
    },
    ErrorCode.FILE_EMPTY: {
        "ja": "「{path}」は空のファイルです。",
        "en": "“{path}” is an empty file.",
    },
    ErrorCode.NO_AUDIO: {
        "ja": "「{path}」には音声が入っていません。",
        "en": "“{path}” holds no sound.",
    },
    ErrorCode.AUDIO_CUT_OFF: {
        "ja": "「{path}」は {declared} 秒のはずですが、読めたのは {decoded} 秒です。読めた部分を処理します。",
        "en": "“{path}” should last {declared} s but only {decoded} s could be read. That part is processed.",
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
    ErrorCode.CATALOGUE_UNREADABLE: {
        "ja": "商品カタログ「{path}」が読めません({reason})。",
        "en": "The product catalogue “{path}” cannot be read ({reason}).",
    },
    ErrorCode.CSV_UNREADABLE: {
        "ja": "CSV「{path}」が読めません({reason})。",
        "en": "The CSV “{path}” cannot be read ({reason}).",
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


def user_language() -> str:
    """Return `ja` or `en` by the environment; Japanese where nothing is said."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    tag = named or locale.getlocale()[0] or ""
    return "en" if tag.lower().startswith("en") else "ja"


def sentence(error: KnownError, language: str) -> str:
    """Return the one sentence that explains a known error."""
    return ERRORS[error.code][language].format_map(_Missing(error.params))


class _Missing(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"
