"""Sound: devices, recording, decoding and importing."""
