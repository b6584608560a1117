"""Names that hide what a thing is are refused."""

import ast
import re
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "insight_desktop"
_BANNED = re.compile(
    r"(Manager|Helper|Helpers|Util|Utils)$|^(manager|helper|helpers|util|utils|misc|common)$", re.ASCII
)


def test_no_class_or_module_has_a_name_that_says_nothing() -> None:
    """A class is a noun of the domain; a module says which one."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        names = [path.stem] + [
            node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)
        ]
        found += [f"{path.relative_to(PACKAGE)}: {name}" for name in names if _BANNED.search(name)]

    assert found == []


def test_every_module_says_why_it_exists() -> None:
    """Each module begins with a docstring."""
    silent = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert silent == []
