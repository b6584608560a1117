"""Built-in profiles are clean; broken ones are refused with the right sentence."""

import json
from pathlib import Path

import pytest

from insight_desktop import export_wording, wording
from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.exports import profile_reader
from insight_desktop.exports.profiles import Evidence, RowsOf
from insight_desktop.exports.report import FindingKind

NINE = {
    "salesforce_task", "salesforce_event", "hubspot_calls", "hubspot_meetings", "hubspot_notes", "zoho_calls",
    "dynamics_phonecall", "pipedrive_activities", "kintone_generic", "jp_sfa_activity", "meeting_notes",
}  # fmt: skip
VARIANTS = {
    "salesforce_next_steps", "esm_activity", "geniee_activity", "hotprofile_report", "mazrica_custom_object",
    "dynamics_appointment", "hubspot_tasks",
}  # fmt: skip

COLUMN = '[[column]]\nheader = "A"\nsource = "call.id"\ntype = "id"\nrequired = true\n'
BROKEN = {
    "not_toml": "profile = ",
    "unknown_key": 'colour = "red"\n' + COLUMN,
    "unknown_key-in-column": COLUMN + "width = 3\n",
    "unknown_key-in-file": COLUMN + '[file]\nencodng = "utf-8"\n',
    "missing_key": "[[column]]\nconst = 'x'\n",
    "wrong_type": "version = 'x'\n" + COLUMN,
    "not_one_of": COLUMN + '[file]\nencoding = "shift_jis"\n',
    "malformed": COLUMN + '[file]\nname = "../x.csv"\n',
    "malformed-time": COLUMN + '[time]\ndate = "%A"\n',
    "too_few": COLUMN + "[keys]\nrow_key = []\n",
    "too_small": COLUMN + "max = 0\n",
    "unknown_base": 'extends = "nowhere"\n' + COLUMN,
    "extends_itself": 'extends = "mine"\n' + COLUMN,
    "unknown_header": 'drop = ["B"]\n' + COLUMN,
    "no_columns": "",
    "doubled_header": COLUMN + COLUMN,
    "bad_header": '[[column]]\nheader = "A\\nB"\nconst = "x"\n',
    "header_needs_quotes": '[file]\nheader = "plain"\n[[column]]\nheader = "A,B"\nconst = "x"\n',
    "header_not_cp932": '[file]\nencoding = "cp932"\n[[column]]\nheader = "🎉"\nconst = "x"\n',
    "two_sources": COLUMN + 'const = "x"\n',
    "no_source": '[[column]]\nheader = "A"\n',
    "unknown_path": '[[column]]\nheader = "A"\nsource = "call.path"\n',
    "type_does_not_fit": '[[column]]\nheader = "A"\nsource = "call.id"\ntype = "date"\n',
    "step_without_steps": '[[column]]\nheader = "A"\nsource = "step.text"\n',
    "unknown_body": '[[column]]\nheader = "A"\nbody = "note"\nmax = 10\n',
    "body_without_max": '[[column]]\nheader = "A"\nbody = "n"\n[body.n]\nsections = ["call.id"]\n',
    "drop_without_body": COLUMN + 'overflow = "drop_sections"\n',
    "bad_pattern": COLUMN + 'pattern = "("\n',
    "drops_no_section": COLUMN + '[body.n]\nsections = ["call.id"]\ndrop = ["ai.needs"]\n',
    "key_not_required": COLUMN + '[keys]\ncrm_key = "B"\n',
    "unknown_zone": COLUMN + '[time]\nzone = "Mars/Olympus"\n',
    "br_without_html": COLUMN + '[file]\ncell_newline = "br"\n',
}  # fmt: skip


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("INSIGHT_DESKTOP_HOME", str(tmp_path))
    folder = profile_reader.user_folder()
    folder.mkdir()

    def save(text: str, name: str = "mine") -> Path:
        head = "" if "version = " in text else "version = 1\n"
        path = folder / f"{name}.toml"
        path.write_text(f'profile = "{name}"\n{head}{text}', "utf-8")
        return path

    return save


def test_all_built_in_profiles_are_there():
    assert set(profile_reader.names()) == NINE | VARIANTS


@pytest.mark.parametrize("name", sorted(NINE | VARIANTS))
def test_built_in_profile_is_clean(name):
    profile = profile_reader.load(name)
    assert name == profile.id
    assert profile.built_in
    assert {"ja", "en"} == set(profile.title) == set(profile.how_to)


@pytest.mark.parametrize("name", sorted(NINE | VARIANTS))
def test_every_body_says_the_call_id(name):
    profile = profile_reader.load(name)
    assert all("call.id" in body.sections and "call.id" not in body.drop for body in profile.bodies.values())


@pytest.mark.parametrize(("case", "text"), BROKEN.items(), ids=BROKEN)
def test_broken_profile_is_refused_with_its_reason(own, case, text):
    with pytest.raises(KnownError) as caught:
        profile_reader.check(own(text))
    assert ErrorCode.PROFILE_INVALID is caught.value.code
    assert case.split("-")[0] == caught.value.params["fault"]
    assert "?" not in wording.sentence(caught.value, "ja")


def test_override_changes_constants_and_names(own):
    own('extends = "salesforce_task"\n[override."Status"]\nconst = "完了"\n[override."Type"]\nheader = "種別"\n')
    profile = profile_reader.load("mine")
    columns = {column.header: column for column in profile.columns}
    assert columns["Status"].const == "完了"
    assert columns["種別"].const == "Call"
    assert Evidence.DOCUMENTED is profile.evidence
    assert not profile.built_in


def test_override_with_a_source_takes_the_constant_out(own):
    own('extends = "salesforce_task"\n[override."Type"]\nsource = "call.channel"\n')
    column = next(c for c in profile_reader.load("mine").columns if c.header == "Type")
    assert (column.source, column.const) == (("call.channel",), None)


def test_order_and_drop_rearrange_columns(own):
    own('extends = "salesforce_event"\norder = ["OwnerId", "Subject"]\ndrop = ["Location"]\n')
    headers = [column.header for column in profile_reader.load("mine").columns]
    assert headers[:3] == ["OwnerId", "Subject", "StartDateTime"]
    assert "Location" not in headers


def test_columns_append_unless_replaced(own):
    own('extends = "salesforce_task"\n[[column]]\nheader = "VoiceCallId__c"\nsource = "call.id"\n')
    assert profile_reader.load("mine").columns[-1].header == "VoiceCallId__c"


def test_variants_inherit_what_they_do_not_say():
    profile = profile_reader.load("salesforce_next_steps")
    assert RowsOf.NEXT_STEP is profile.rows
    assert profile.file.max_rows == 50_000
    assert "CallType" not in [column.header for column in profile.columns]


@pytest.mark.parametrize("name", ["nothing", "../settings", "a b"])
def test_unknown_profile_has_its_own_sentence(name):
    with pytest.raises(KnownError) as caught:
        profile_reader.load(name)
    assert ErrorCode.PROFILE_UNKNOWN is caught.value.code


def test_schema_file_is_json_and_names_every_column_key():
    schema = json.loads((profile_reader.folder() / "profile.schema.json").read_text("utf-8"))
    assert {"header", "source", "const", "body", "spaces"} <= set(schema["$defs"]["column"]["properties"])


def test_findings_and_faults_are_worded_in_both_languages():
    assert set(FindingKind) == set(export_wording.EXPORT_FINDINGS)
    for table in (export_wording.EXPORT_FINDINGS, export_wording.EXPORT_FAULTS, export_wording.PROFILE_FAULTS):
        assert all({"ja", "en"} == set(words) for words in table.values())
