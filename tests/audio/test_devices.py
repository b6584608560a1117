"""The device that is meant is found; the wrong kind is never taken by accident."""

import pytest

from insight_desktop.audio.devices import Device, DeviceKind, carries_output, choose
from insight_desktop.domain.errors import ErrorCode, KnownError

MIC = Device(id="hw:1", name="Headset", kind=DeviceKind.MICROPHONE)
INNER = Device(id="hw:0", name="内蔵マイク", kind=DeviceKind.MICROPHONE, is_default=True)
LOOP = Device(id="speaker.monitor", name="Monitor of Headset", kind=DeviceKind.LOOPBACK, is_default=True)
HOLE = Device(id="bh", name="BlackHole 2ch", kind=DeviceKind.MICROPHONE)
ALL = (MIC, INNER, LOOP, HOLE)


@pytest.mark.parametrize(
    ("kind", "wanted", "expected"),
    [
        (DeviceKind.MICROPHONE, None, INNER),
        (DeviceKind.MICROPHONE, "", INNER),
        (DeviceKind.MICROPHONE, "hw:1", MIC),
        (DeviceKind.MICROPHONE, "headset", MIC),
        (DeviceKind.MICROPHONE, "内蔵", INNER),
        (DeviceKind.LOOPBACK, None, LOOP),
        (DeviceKind.LOOPBACK, "headset", LOOP),
        (DeviceKind.LOOPBACK, "blackhole 2ch", HOLE),
    ],
)
def test_device_is_found(kind: DeviceKind, wanted: str | None, expected: Device):
    assert choose(ALL, kind, wanted) is expected


def test_missing_device_is_named():
    with pytest.raises(KnownError) as caught:
        choose(ALL, DeviceKind.MICROPHONE, "USB Mic")
    assert caught.value.code is ErrorCode.DEVICE_MISSING
    assert caught.value.params == {"device": "USB Mic"}


def test_loopback_never_stands_in_for_a_microphone():
    with pytest.raises(KnownError):
        choose((LOOP,), DeviceKind.MICROPHONE, None)


@pytest.mark.parametrize(
    ("name", "found"), [("BlackHole 2ch", "yes"), ("Loopback Audio", "yes"), ("MacBook Pro Microphone", "no")]
)
def test_virtual_devices_of_macos_carry_what_the_machine_plays(name: str, found: str):
    assert carries_output(name) is (found == "yes")
