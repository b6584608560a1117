"""The settings offer what is on the machine, and nothing else."""

from insight_desktop.asr.model_files import installed_models
from insight_desktop.local_models import location


def test_the_default_comes_first():
    assert installed_models() == ("base",)


def test_a_model_that_the_user_added_is_offered():
    folder = location.user_folder("whisper-商談用")
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"x")

    assert installed_models() == ("base", "商談用")
