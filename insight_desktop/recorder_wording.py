"""What happened to a recording, in a sentence of either language; the command line and the window share them."""

from insight_desktop.domain.capture import Notice, NoticeKind, Receipt
from insight_desktop.wording import clock

NOTICES: dict[NoticeKind, dict[str, str]] = {
    NoticeKind.STARTED: {"ja": "録音を始めました。", "en": "Recording has started."},
    NoticeKind.PAUSED: {"ja": "一時停止中です。今の音は残りません。", "en": "Paused. Nothing of this is kept."},
    NoticeKind.RESUMED: {"ja": "録音を再開しました。", "en": "Recording goes on."},
    NoticeKind.AGREED: {"ja": "{at} 録音の同意を記録しました。", "en": "Agreement to the recording noted at {at}."},
    NoticeKind.MARKED: {"ja": "{at} に印を付けました。", "en": "Marked {at}."},
    NoticeKind.GAP: {
        "ja": "{side}の音が {seconds} 秒途切れました。録音は続いています。",
        "en": "{side}: {seconds} s are missing. The recording goes on.",
    },
    NoticeKind.OVERRUN: {
        "ja": "この端末の処理が追いつかず、{side}の音が {seconds} 秒失われました。",
        "en": "{side}: the machine was too busy, {seconds} s were lost.",
    },
    NoticeKind.SILENT: {
        "ja": "{side}の音が {seconds} 秒聞こえません。つながりを確かめてください。",
        "en": "{side}: nothing has been heard for {seconds} s. Check the connection.",
    },
    NoticeKind.SOUND_AGAIN: {"ja": "{side}の音がまた聞こえています。", "en": "{side}: there is sound again."},
    NoticeKind.CLIPPING: {
        "ja": "{side}の音が大きすぎて割れています。音量を下げてください。",
        "en": "{side}: too loud, the sound is cut off. Turn it down.",
    },
    NoticeKind.STALLED: {
        "ja": "{side}の機器から音が届きません。つなぎ直しています。",
        "en": "{side}: the device gives no sound. Trying again.",
    },
    NoticeKind.DEVICE_GONE: {
        "ja": "「{device}」が外れました。ここまでは保存してあり、つながれば続けます。",
        "en": "“{device}” was disconnected. What was recorded is saved; it goes on once it is back.",
    },
    NoticeKind.DEVICE_CHANGED: {
        "ja": "{side}は「{device}」で録音しています。",
        "en": "{side}: now recorded from “{device}”.",
    },
    NoticeKind.SUSPENDED: {
        "ja": "端末が {seconds} 秒スリープしていました。その間は録音されていません。",
        "en": "The machine slept for {seconds} s. Nothing was recorded meanwhile.",
    },
    NoticeKind.NO_SYSTEM_SOUND: {
        "ja": "相手の音(この端末が鳴らす音)を録れる機器がないため、マイクだけを録音しています。",
        "en": "Nothing here can record what this machine plays, so only the microphone is recorded.",
    },
    NoticeKind.DISK_LOW: {"ja": "ディスクの空きが残り {text} MB です。", "en": "Only {text} MB are free on the disk."},
    NoticeKind.DISK_FULL: {
        "ja": "ディスクの空きがなくなったため、録音を止めました。ここまでは保存してあります。",
        "en": "The disk is full, so the recording was stopped. Everything up to here is saved.",
    },
    NoticeKind.STOPPED: {"ja": "録音を終えました。", "en": "The recording has ended."},
}

SIDES = {
    "mic": {"ja": "自分", "en": "You"},
    "system": {"ja": "相手", "en": "Customer"},
    "": {"ja": "録音", "en": "Recording"},
}


def notice(what: Notice, language: str) -> str:
    """Return the sentence for something that happened to a recording."""
    return NOTICES[what.kind][language].format(
        side=SIDES[what.stream or ""][language],
        seconds=f"{what.seconds:.1f}" if what.seconds % 1 else f"{what.seconds:.0f}",
        device=what.device,
        text=what.text,
        at=clock(what.at_s),
    )


def receipt(what: Receipt, language: str) -> str:
    """Return the receipt of a recording in one line."""
    gaps = sum(each.gaps for each in what.streams)
    gap_s = sum(each.gap_s for each in what.streams)
    words = {
        "ja": (
            "録音 {length}・途切れ {gaps} 回({gap_s:.1f} 秒)",
            "{side}: {state}、無音 {silent:.0%}、音割れ {clipped:.1%}",
            "音あり",
            "音なし",
        ),
        "en": (
            "Recorded {length}, {gaps} gaps ({gap_s:.1f} s)",
            "{side}: {state}, {silent:.0%} silent, {clipped:.1%} clipped",
            "alive",
            "no sound",
        ),
    }[language]
    parts = [words[0].format(length=clock(what.seconds), gaps=gaps, gap_s=gap_s)]
    parts += [
        words[1].format(
            side=SIDES[each.stream][language],
            state=words[2] if each.alive else words[3],
            silent=each.silent_share,
            clipped=each.clipped_share,
        )
        for each in what.streams
    ]
    return " | ".join(parts)
