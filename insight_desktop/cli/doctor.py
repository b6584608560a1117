"""`doctor`: what this machine has and lacks; never fails because something is missing."""

import argparse
import json
from dataclasses import asdict

from insight_desktop import health, paths
from insight_desktop.health import Verdict

SUMMARY = "この端末にあるもの・足りないもの / what this machine has and lacks"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare nothing besides the common arguments."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Print what was found; 0 also when something is missing, since looking was the work."""
    findings = health.examine(options.workspace or paths.default_workspace())
    if options.json:
        print(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
        return 0
    marks = {Verdict.GOOD: "○", Verdict.ABSENT: "–", Verdict.BAD: "×"}
    for finding in findings:
        print(f"{marks[finding.verdict]} {finding.subject:10} {finding.name:28} {finding.detail}")
    return 0
