"""The queue: never two running, cancel always ends, a restart loses nothing."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from insight_desktop.domain.errors import ErrorCode, KnownError
from insight_desktop.domain.ids import JobId
from insight_desktop.domain.job import JobState, Stage
from insight_desktop.store.jobs import FINAL, FOLLOWS
from insight_desktop.store.workspace import Workspace
from tests.store.builders import a_meeting


def test_jobs_run_in_their_order_one_at_a_time(workspace: Workspace):
    meeting = a_meeting(workspace)
    first, second, third = (workspace.jobs.enqueue(meeting.id, total_s=60, people=3) for _ in range(3))
    assert workspace.jobs.people(first.id) == 3
    workspace.jobs.move(third.id, before=first.id)
    assert [job.id for job in workspace.jobs.pending()] == [third.id, first.id, second.id]
    following = workspace.jobs.next()
    assert following is not None
    assert following.id == third.id
    assert workspace.jobs.start(third.id) is not None
    assert workspace.jobs.next() is None
    assert workspace.jobs.start(first.id) is None
    workspace.jobs.finish(third.id)
    assert workspace.jobs.start(third.id) is None
    workspace.jobs.move(first.id, before=None)
    assert [job.id for job in workspace.jobs.pending()] == [second.id, first.id]
    assert workspace.jobs.recent(1)[0].changed_at is not None


def test_failure_keeps_its_code_and_params(workspace: Workspace):
    job = workspace.jobs.enqueue(a_meeting(workspace).id)
    workspace.jobs.start(job.id)
    workspace.jobs.advance(job.id, Stage.TRANSCRIBE, done_s=5, total_s=10)
    failed = workspace.jobs.fail(job.id, KnownError(ErrorCode.MODEL_MISSING, model="base"))
    assert (failed.error_code, failed.error_params) == ("model_missing", (("model", "base"),))
    assert (failed.stage, failed.done_s, failed.total_s, failed.attempts) == (Stage.TRANSCRIBE, 5, 10, 1)
    workspace.jobs.retry(job.id)
    again = workspace.jobs.start(job.id)
    assert again is not None
    assert (again.error_code, again.done_s, again.attempts) == ("", 5, 2)


def test_what_ran_at_a_crash_is_interrupted(workspace: Workspace):
    job = workspace.jobs.enqueue(a_meeting(workspace).id)
    workspace.jobs.start(job.id)
    assert [each.state for each in workspace.jobs.interrupt_running()] == [JobState.INTERRUPTED]
    assert workspace.jobs.running() is None
    assert [each.id for each in workspace.jobs.pending()] == [job.id]


def test_impossible_step_is_a_bug(workspace: Workspace):
    job = workspace.jobs.enqueue(a_meeting(workspace).id)
    with pytest.raises(ValueError, match="cannot become done"):
        workspace.jobs.finish(job.id)


def test_unknown_job_is_a_known_error(workspace: Workspace):
    assert workspace.jobs.people(JobId("x")) is None
    with pytest.raises(KnownError):
        workspace.jobs.get(JobId("x"))


def test_jobs_of_trashed_meetings_wait(workspace: Workspace):
    meeting = a_meeting(workspace)
    workspace.jobs.enqueue(meeting.id)
    workspace.meetings.trash(meeting.id)
    assert workspace.jobs.next() is None
    workspace.meetings.restore(meeting.id)
    assert workspace.jobs.next() is not None


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory):
    with Workspace.open(tmp_path_factory.mktemp("jobs")) as workspace:
        yield workspace


def test_queue_as_a_state_machine(shared: Workspace):  # noqa: C901 - the rules of one machine
    class Queue(RuleBasedStateMachine):
        """Users and crashes do anything in any order."""

        jobs = Bundle("jobs")

        @initialize()
        def empty(self) -> None:
            shared.db.run("DELETE FROM job")
            self.meeting = a_meeting(shared)

        @rule(target=jobs)
        def enqueue(self) -> JobId:
            return shared.jobs.enqueue(self.meeting.id).id

        @rule(job=jobs)
        def start(self, job: JobId) -> None:
            before = shared.jobs.get(job).state
            running = shared.jobs.running()
            started = shared.jobs.start(job)
            may = running is None and JobState.RUNNING in FOLLOWS[before]
            assert (started is not None) == may

        @rule(job=jobs, action=st.sampled_from(["finish", "interrupt", "retry"]))
        def become(self, job: JobId, action: str) -> None:
            before = shared.jobs.get(job).state
            after = {"finish": JobState.DONE, "interrupt": JobState.INTERRUPTED, "retry": JobState.QUEUED}[action]
            if after in FOLLOWS[before]:
                assert getattr(shared.jobs, action)(job).state is after
            else:
                with pytest.raises(ValueError, match="cannot become"):
                    getattr(shared.jobs, action)(job)
                assert shared.jobs.get(job).state is before

        @rule(job=jobs)
        def cancel(self, job: JobId) -> None:
            assert shared.jobs.cancel(job).state in FINAL

        @rule()
        def restart(self) -> None:
            shared.jobs.interrupt_running()
            assert shared.jobs.running() is None

        @rule(job=jobs, other=jobs)
        def move(self, job: JobId, other: JobId) -> None:
            if shared.jobs.get(job).state is JobState.QUEUED:
                shared.jobs.move(job, before=other)

        @invariant()
        def never_two_running(self) -> None:
            states = [row["state"] for row in shared.db.rows("SELECT state FROM job")]
            assert states.count("running") <= 1

        @invariant()
        def next_is_waiting(self) -> None:
            following = shared.jobs.next()
            waiting = [job for job in shared.jobs.pending() if job.state is JobState.QUEUED]
            assert following == (None if shared.jobs.running() else next(iter(waiting), None))

    run_state_machine_as_test(Queue, settings=settings(max_examples=25, stateful_step_count=15, deadline=None))
