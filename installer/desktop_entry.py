"""What a Linux desktop wants to know of the program: its entry in the menu, its icons, and a script for one user."""

import shutil
from pathlib import Path

from installer.contents import NAME
from installer.icons import SIZES

ENTRY = """[Desktop Entry]
Type=Application
Name=Insight Desktop
GenericName=Sales meeting notes
GenericName[ja]=商談の記録
Comment=Records sales meetings, writes the minutes, and keeps everything on this machine
Comment[ja]=商談を録音し、議事録にまとめます。すべてこの端末の中だけで行います
Exec={command}
Icon=insight-desktop
Terminal=false
Categories=Office;
Keywords=meeting;minutes;transcript;sales;CRM;商談;議事録;録音;文字起こし;
StartupWMClass=insight-desktop
"""

_INSTALL = """#!/bin/sh
# Installs Insight Desktop for this user: ./install.sh   Removes it: ./install.sh remove [--with-data]
# An upgrade is the same call from the newer folder. Your meetings are kept, also when the program is removed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/opt/insight-desktop
bin=$HOME/.local/bin
if [ "${1:-}" = remove ]; then
  rm -rf "$place" "$bin/insight-desktop" "$bin/insight-desktop-cli" "$share/applications/insight-desktop.desktop"
  rm -f "$share"/icons/hicolor/*/apps/insight-desktop.png
  if [ "${2:-}" = --with-data ]; then
    rm -rf "$share/InsightDesktop" "${XDG_CACHE_HOME:-$HOME/.cache}/InsightDesktop"
    echo "Removed, with all meetings. / 商談のデータとともに削除しました。"
  else
    echo "Removed. Your meetings are still in $share/InsightDesktop. / 削除しました。商談のデータは残っています。"
  fi
  exit 0
fi
mkdir -p "$(dirname "$place")" "$bin" "$share/applications"
if [ "$here" != "$place" ]; then
  rm -rf "$place.new"
  cp -R "$here" "$place.new"
  rm -rf "$place"
  mv "$place.new" "$place"
fi
ln -sf "$place/insight-desktop" "$place/insight-desktop-cli" "$bin/"
for icon in "$place"/share/icons/*.png; do
  size=$(basename "$icon" .png)
  mkdir -p "$share/icons/hicolor/${size}x${size}/apps"
  cp "$icon" "$share/icons/hicolor/${size}x${size}/apps/insight-desktop.png"
done
sed "s|^Exec=.*|Exec=\\"$place/insight-desktop\\"|" "$place/share/insight-desktop.desktop" \\
  > "$share/applications/insight-desktop.desktop"
echo "Installed in $place. Start it from the menu, or: $bin/insight-desktop"
echo "インストールしました。メニューから「Insight Desktop」を起動してください。"
"""


def add_desktop_files(folder: Path, icons: Path) -> None:
    """Put the menu entry, the icons and `install.sh` into the frozen folder."""
    share = folder / "share"
    shutil.rmtree(share, ignore_errors=True)
    (share / "icons").mkdir(parents=True)
    for size in SIZES:
        shutil.copy(icons / f"{size}.png", share / "icons")
    (share / f"{NAME}.desktop").write_text(ENTRY.format(command=NAME), encoding="utf-8")
    script = folder / "install.sh"
    script.write_text(_INSTALL, encoding="utf-8")
    script.chmod(0o755)
