"""What the user deletes for good is nowhere in the workspace any more."""

from pathlib import Path

from insight_desktop.domain.moment import MomentKind
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting, a_recording, an_analysis, some_segments

WORDS = "門外不出の価格改定"


def _written(folder: Path, word: str) -> list[str]:
    """Return the files that hold a word, as text or as SQLite keeps it."""
    found = [path for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
    return sorted(str(path.relative_to(folder)) for path in found)


def test_emptied_trash_leaves_no_word_behind(tmp_path: Path):
    folder = tmp_path / "workspace"
    with Workspace.open(folder) as workspace:
        kept = a_meeting(workspace, "残る商談")
        gone = a_meeting(workspace, f"{WORDS}の件", memo=WORDS)
        sound = workspace.audio_dir / "x.flac"
        sound.write_bytes(WORDS.encode())
        sound.with_suffix(".session.json").write_text(WORDS, encoding="utf-8")
        workspace.meetings.add_recording(a_recording(gone, path="audio/x.flac"))
        workspace.transcripts.complete(gone.id, some_segments((f"{WORDS}を始めます", "はい", "ええ", "では")))
        workspace.analyses.save(gone.id, an_analysis())
        workspace.moments.add(gone.id, MomentKind.MARK, 3.0, text=WORDS)
        workspace.back_up()
        assert _written(folder, WORDS)
        workspace.meetings.trash(gone.id)
        assert workspace.empty_trash() == 1
        assert _written(folder, WORDS) == []
        assert not sound.exists()
        assert workspace.meetings.get(kept.id) is not None
        assert workspace.search.find("価格改定") == ()
        assert len(list(folder.glob("*.backup*"))) == 1
    assert _written(folder, WORDS) == []


def test_empty_trash_costs_no_backup(tmp_path: Path):
    with Workspace.open(tmp_path / "workspace") as workspace:
        copy = workspace.back_up()
        assert workspace.empty_trash() == 0
        assert copy.exists()
