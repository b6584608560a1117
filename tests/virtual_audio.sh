#!/usr/bin/env bash
# virtual_audio.sh start|stop|env   (needs the Debian packages pulseaudio and pulseaudio-utils)
# A PulseAudio server with no hardware, no session bus and no systemd, in $VIRTUAL_AUDIO_DIR.
#   sink   vmic_feed         play a WAV here and it arrives at the microphone "virtual_mic"
#   sink   vspeaker          the default sink; its monitor is the system sound
#   source virtual_mic       a remap of vmic_feed.monitor, so that it looks like a real microphone
set -u
DIR=${VIRTUAL_AUDIO_DIR:?}
SOCK=$DIR/native
PIDF=$DIR/pid
export PULSE_SERVER=unix:$SOCK PULSE_RUNTIME_PATH=$DIR/rt PULSE_STATE_PATH=$DIR/state PULSE_COOKIE=$DIR/cookie
unset DBUS_SESSION_BUS_ADDRESS DISPLAY 2>/dev/null || true

alive() { [ -s "$PIDF" ] && kill -0 "$(cat "$PIDF")" 2>/dev/null &&
          grep -qa pulseaudio "/proc/$(cat "$PIDF")/cmdline" 2>/dev/null; }
ready() { pactl info >/dev/null 2>&1; }
env_lines() {
  echo "PULSE_SERVER=unix:$SOCK"; echo "PULSE_COOKIE=$DIR/cookie"
  echo "PULSE_RUNTIME_PATH=$DIR/rt"; echo "PULSE_STATE_PATH=$DIR/state"
}
start() {
  if alive && ready; then env_lines; return 0; fi
  mkdir -p "$DIR/rt" "$DIR/state"; chmod 700 "$DIR" "$DIR/rt"
  rm -f "$SOCK" "$PIDF"
  cat > "$DIR/va.pa" <<PA
load-module module-native-protocol-unix socket=$SOCK auth-anonymous=1
load-module module-null-sink sink_name=vmic_feed rate=48000 channels=1 channel_map=mono format=s16le sink_properties=device.description=VirtualMicFeed
load-module module-null-sink sink_name=vspeaker rate=48000 channels=2 format=s16le sink_properties=device.description=VirtualSpeaker
load-module module-remap-source source_name=virtual_mic master=vmic_feed.monitor channels=1 channel_map=mono master_channel_map=mono remix=no source_properties=device.description=VirtualMicrophone
set-default-sink vspeaker
set-default-source virtual_mic
PA
  # -n: no default.pa; no shared memory (containers), no realtime, never exit when idle
  HOME=$DIR setsid pulseaudio -n -F "$DIR/va.pa" --daemonize=no --use-pid-file=no --exit-idle-time=-1 \
      --disable-shm=true --realtime=no --high-priority=no --resample-method=speex-float-5 \
      --log-target=file:"$DIR/log" --log-level=notice </dev/null >/dev/null 2>&1 &
  echo $! > "$PIDF"
  for _ in $(seq 100); do ready && break; sleep 0.1; done
  ready || { echo "virtual_audio: the server did not come up, see $DIR/log" >&2; return 1; }
  env_lines
}
stop() {
  if alive; then
    p=$(cat "$PIDF"); kill -TERM "$p" 2>/dev/null
    for _ in $(seq 50); do kill -0 "$p" 2>/dev/null || break; sleep 0.1; done
    kill -0 "$p" 2>/dev/null && kill -KILL "$p" 2>/dev/null
  fi
  rm -f "$PIDF" "$SOCK"
  return 0
}
case ${1:-} in
  start) start ;; stop) stop ;; env) env_lines ;;
  *) sed -n 2,6p "$0"; exit 2 ;;
esac
