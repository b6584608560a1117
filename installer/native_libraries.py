"""Names the libraries in machine code that the packed program carries inside of packages or takes from the system.

Packages say under which licence they are themselves, not always what their wheels carry; this list does. A library
that it does not know stops the build, so that nothing is passed on unnamed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NativeLibrary:
    """A library, the beginnings of its files' names (after `lib`), its licence (SPDX) and where its source is."""

    name: str
    files: str
    licence: str
    home: str


_GNU = "GPL-3.0-or-later WITH GCC-exception-3.1"

KNOWN = (
    NativeLibrary("Python", r"python3", "PSF-2.0", "https://www.python.org"),
    # Qt and what its wheels carry
    NativeLibrary("Qt", r"Qt6(?!FFmpeg)", "LGPL-3.0-only", "https://code.qt.io"),
    NativeLibrary("Qt for Python", r"pyside6|shiboken6", "LGPL-3.0-only", "https://code.qt.io/pyside/pyside-setup.git"),
    NativeLibrary("Qt's stubs for FFmpeg", r"Qt6FFmpegStub", "LGPL-3.0-only", "https://code.qt.io/qt/qtmultimedia.git"),
    NativeLibrary("ICU", r"icu(?:data|i18n|uc)", "Unicode-3.0", "https://icu.unicode.org"),
    # FFmpeg, once for reading recordings (with x264 and x265, so the GPL holds for it as a whole), once for playing
    NativeLibrary(
        "FFmpeg",
        r"av(?:codec|device|filter|format|util)|sw(?:resample|scale)",
        "LGPL-3.0-or-later; in av together with x264 and x265 GPL-3.0-or-later; in Qt LGPL-2.1-or-later",
        "https://ffmpeg.org",
    ),
    NativeLibrary("x264", r"x264", "GPL-2.0-or-later", "https://www.videolan.org/developers/x264.html"),
    NativeLibrary("x265", r"x265", "GPL-2.0-or-later", "https://www.x265.org"),
    NativeLibrary("SVT-AV1", r"SvtAv1Enc", "BSD-3-Clause-Clear", "https://gitlab.com/AOMediaCodec/SVT-AV1"),
    NativeLibrary("dav1d", r"dav1d", "BSD-2-Clause", "https://code.videolan.org/videolan/dav1d"),
    NativeLibrary("libvpx", r"vpx", "BSD-3-Clause", "https://www.webmproject.org"),
    NativeLibrary("oneVPL", r"vpl", "MIT", "https://github.com/intel/libvpl"),
    NativeLibrary("LAME", r"mp3lame", "LGPL-2.0-or-later", "https://lame.sourceforge.io"),
    NativeLibrary("OpenCORE AMR", r"opencore-amr", "Apache-2.0", "https://opencore-amr.sourceforge.io"),
    NativeLibrary("Opus", r"opus", "BSD-3-Clause", "https://opus-codec.org"),
    NativeLibrary("libwebp", r"webp|sharpyuv", "BSD-3-Clause", "https://chromium.googlesource.com/webm/libwebp"),
    NativeLibrary("libdrm", r"drm", "MIT", "https://gitlab.freedesktop.org/mesa/drm"),
    NativeLibrary("ALSA", r"asound", "LGPL-2.1-or-later", "https://www.alsa-project.org"),
    # numbers
    NativeLibrary("PyTorch", r"torch|c10|shm", "BSD-3-Clause", "https://pytorch.org"),
    NativeLibrary("CTranslate2 with oneDNN and Intel MKL", r"ctranslate2", "MIT", "https://opennmt.net"),
    NativeLibrary("OpenBLAS", r"scipy_openblas|openblas", "BSD-3-Clause", "https://www.openblas.net"),
    NativeLibrary("GCC's libraries", r"gomp|gfortran|quadmath|gcc_s|stdc\+\+", _GNU, "https://gcc.gnu.org"),
    NativeLibrary("GNU C library", r"mvec", "LGPL-2.1-or-later", "https://www.gnu.org/software/libc"),
    # encryption, compression, text: what Python, FFmpeg and the sound server need
    NativeLibrary("OpenSSL", r"crypto|ssl", "Apache-2.0", "https://www.openssl.org"),
    NativeLibrary("GnuTLS", r"gnutls", "LGPL-2.1-or-later", "https://www.gnutls.org"),
    NativeLibrary("Nettle", r"nettle|hogweed", "LGPL-3.0-or-later", "https://www.lysator.liu.se/~nisse/nettle"),
    NativeLibrary("GMP", r"gmp", "LGPL-3.0-or-later", "https://gmplib.org"),
    NativeLibrary("Libgcrypt", r"gcrypt", "LGPL-2.1-or-later", "https://gnupg.org/software/libgcrypt"),
    NativeLibrary("libgpg-error", r"gpg-error", "LGPL-2.1-or-later", "https://gnupg.org/software/libgpg-error"),
    NativeLibrary("p11-kit", r"p11-kit", "BSD-3-Clause", "https://p11-glue.github.io/p11-glue"),
    NativeLibrary("libtasn1", r"tasn1", "LGPL-2.1-or-later", "https://www.gnu.org/software/libtasn1"),
    NativeLibrary("libunistring", r"unistring", "LGPL-3.0-or-later", "https://www.gnu.org/software/libunistring"),
    NativeLibrary("libidn2", r"idn2", "LGPL-3.0-or-later", "https://www.gnu.org/software/libidn"),
    NativeLibrary("MIT Kerberos", r"krb5|k5crypto|gssapi_krb5|com_err", "MIT", "https://web.mit.edu/kerberos"),
    NativeLibrary("keyutils", r"keyutils", "LGPL-2.1-or-later", "https://people.redhat.com/~dhowells/keyutils"),
    NativeLibrary("SQLite", r"sqlite3", "blessing (public domain)", "https://www.sqlite.org"),
    NativeLibrary("zlib", r"z\.", "Zlib", "https://zlib.net"),
    NativeLibrary("bzip2", r"bz2", "bzip2-1.0.6", "https://sourceware.org/bzip2"),
    NativeLibrary("XZ", r"lzma", "0BSD", "https://tukaani.org/xz"),
    NativeLibrary("Zstandard", r"zstd", "BSD-3-Clause", "https://facebook.github.io/zstd"),
    NativeLibrary("LZ4", r"lz4", "BSD-2-Clause", "https://lz4.org"),
    NativeLibrary("Brotli", r"brotli", "MIT", "https://github.com/google/brotli"),
    NativeLibrary("libffi", r"ffi", "MIT", "https://sourceware.org/libffi"),
    NativeLibrary("Expat", r"expat", "MIT", "https://libexpat.github.io"),
    NativeLibrary("PCRE2", r"pcre2", "BSD-3-Clause", "https://www.pcre.org"),
    NativeLibrary("libuuid", r"uuid", "BSD-3-Clause", "https://github.com/util-linux/util-linux"),
    # the Linux desktop: sound, messages, windows, letters, printing
    NativeLibrary("PulseAudio", r"pulse", "LGPL-2.1-or-later", "https://www.freedesktop.org/wiki/Software/PulseAudio"),
    NativeLibrary("libsndfile", r"sndfile", "LGPL-2.1-or-later", "https://libsndfile.github.io/libsndfile"),
    NativeLibrary("FLAC, Ogg, Vorbis", r"FLAC|ogg|vorbis", "BSD-3-Clause", "https://xiph.org"),
    NativeLibrary("mpg123", r"mpg123", "LGPL-2.1-only", "https://www.mpg123.de"),
    NativeLibrary("libasyncns", r"asyncns", "LGPL-2.1-or-later", "https://0pointer.de/lennart/projects/libasyncns"),
    NativeLibrary("libcap", r"cap\.", "BSD-3-Clause", "https://sites.google.com/site/fullycapable"),
    NativeLibrary("libbsd", r"bsd|md\.", "BSD-3-Clause", "https://libbsd.freedesktop.org"),
    NativeLibrary("systemd", r"systemd", "LGPL-2.1-or-later", "https://systemd.io"),
    NativeLibrary("D-Bus", r"dbus", "AFL-2.1 OR GPL-2.0-or-later", "https://www.freedesktop.org/wiki/Software/dbus"),
    NativeLibrary("GLib", r"glib|gthread", "LGPL-2.1-or-later", "https://gitlab.gnome.org/GNOME/glib"),
    NativeLibrary("CUPS", r"cups", "Apache-2.0", "https://openprinting.github.io/cups"),
    NativeLibrary("Avahi", r"avahi", "LGPL-2.1-or-later", "https://avahi.org"),
    NativeLibrary("FreeType", r"freetype", "FTL OR GPL-2.0-or-later", "https://freetype.org"),
    NativeLibrary("Fontconfig", r"fontconfig", "MIT", "https://www.freedesktop.org/wiki/Software/fontconfig"),
    NativeLibrary("libpng", r"png16", "libpng-2.0", "http://www.libpng.org/pub/png/libpng.html"),
    NativeLibrary("X.Org's libraries", r"X(?:11|au|dmcp|ext|randr|render)|xcb", "MIT", "https://www.x.org"),
    NativeLibrary("xkbcommon", r"xkbcommon", "MIT", "https://xkbcommon.org"),
    NativeLibrary("Wayland", r"wayland", "MIT", "https://wayland.freedesktop.org"),
)


def carried(files: Iterable[Path]) -> tuple[NativeLibrary, ...]:
    """Return the libraries that some files are, in the order of the list.

    Raises:
        ValueError: a file is none of them.
    """
    found: set[NativeLibrary] = set()
    for file in files:
        library = next((known for known in KNOWN if re.match(rf"lib(?:{known.files})", file.name)), None)
        if library is None:
            message = f"{file.name} is in no list of licences: add it to installer/native_libraries.py"
            raise ValueError(message)
        found.add(library)
    return tuple(library for library in KNOWN if library in found)


def shared_libraries(folder: Path) -> list[Path]:
    """Return the files of a packed folder that are such libraries: `lib….so…`, no part of a package's own code."""
    parts = [folder, *folder.glob("*.libs"), folder / "torch" / "lib", folder / "PySide6", folder / "PySide6/Qt/lib"]
    return sorted(file for part in parts for file in part.glob("lib*.so*"))
