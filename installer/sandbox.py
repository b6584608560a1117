"""Runs a packed program as on another machine: empty environment, own home, no network, source covered."""

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from installer.contents import NAME

_LIMIT_S = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    """Where the program lies, the home it gets, and the folders it must do without."""

    folder: Path
    home: Path
    hidden: tuple[Path, ...] = ()

    @property
    def inside(self) -> Path:
        """Where the launchers are."""
        return self.folder / "Contents" / "MacOS" if sys.platform == "darwin" else self.folder

    @property
    def resources(self) -> Path:
        """The bundled resources."""
        frameworks = self.folder / "Contents" / "Resources"
        return (frameworks if sys.platform == "darwin" else self.folder / "_internal") / "resources"

    def launcher(self, *, console: bool) -> Path:
        """Return one of the two launchers."""
        return self.inside / (NAME + ("-cli" if console else "") + (".exe" if os.name == "nt" else ""))

    def environment(self) -> dict[str, str]:
        """Return what little the program finds in its environment."""
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "WINDIR", "TEMP") if name in os.environ}
        home = str(self.home)
        return {"PATH": "/usr/bin:/bin", "LANG": "ja_JP.UTF-8", "HOME": home, "LOCALAPPDATA": home, **kept}

    def command(self, *arguments: str, console: bool = True) -> list[str]:
        """Return the command that starts the program behind the walls that this system offers."""
        program = [str(self.launcher(console=console)), *arguments]
        if not has_namespaces():
            return program
        covers = [folder for folder in self.hidden if folder.is_dir() and folder not in self.folder.parents]
        script = "; ".join([*(f"mount -t tmpfs none {shlex.quote(str(each))}" for each in covers), 'exec "$@"'])
        return ["unshare", "--map-root-user", "--mount", "--net", "sh", "-ec", script, "sh", *program]

    def run(self, *arguments: str, extra: dict[str, str] | None = None) -> str:
        """Run the console launcher and return its standard output.

        Raises:
            RuntimeError: it failed; with the last line of what it said.
        """
        done = subprocess.run(
            self.command(*arguments),
            env={**self.environment(), **(extra or {})},
            cwd=self.home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_LIMIT_S,
            check=False,
        )
        if done.returncode != 0:
            last = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()[-3:]
            message = f"{' '.join(arguments)} ended with {done.returncode}: {' / '.join(last)}"
            raise RuntimeError(message)
        return done.stdout

    def network(self) -> str:
        """Say whether the program was really cut off, and from which folders.

        Raises:
            RuntimeError: a wall has a hole.
        """
        if not has_namespaces():
            return "not cut off: no namespaces here"
        wall = self.command()
        seen = ["ls", "/sys/class/net", *map(str, self.hidden)]
        devices = subprocess.run([*wall[:-1], "cat", "/proc/net/route"], capture_output=True, text=True, check=True)
        if len(devices.stdout.splitlines()) > 1:
            message = "there is a route out"
            raise RuntimeError(message)
        listed = subprocess.run([*wall[:-1], *seen[:1], *seen[2:]], capture_output=True, text=True, check=True).stdout
        left = [line for line in listed.splitlines() if line.strip() and not line.endswith(":")]
        if left:
            message = f"still to be seen: {left[:3]}"
            raise RuntimeError(message)
        return f"no route, covered: {', '.join(map(str, self.hidden))}"


def has_namespaces() -> bool:
    """Tell whether programs can be cut off from network and folders here."""
    tool = shutil.which("unshare")
    if tool is None:
        return False
    tried = subprocess.run([tool, "--map-root-user", "--mount", "--net", "true"], capture_output=True, check=False)
    return tried.returncode == 0
