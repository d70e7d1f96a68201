from congkhai.foundation.dependencies import DependencyTracker, TrackedMapping


def test_what_is_worked_out_once_is_a_dependency_of_each_task_that_asks_for_it() -> None:
    tracker = DependencyTracker()
    names = TrackedMapping({"a": "A"}, "names", tracker.on_read)
    calls: list[str] = []

    def first(given: TrackedMapping[str]) -> str:
        calls.append("called")
        return given["a"]

    tasks = []
    for _ in range(2):
        with tracker.track() as dependencies:
            assert tracker.once(first, names) == "A"
        tasks.append(dependencies)
    assert calls == ["called"]
    assert tasks == [{("names", "a")}] * 2


def test_what_checks_worked_out_does_not_hide_from_a_page_which_records_it_read() -> None:
    tracker = DependencyTracker()
    names = TrackedMapping({"a": "A"}, "names", tracker.on_read)
    with tracker.track(placed=True):
        tracker.once(names.get, "a")
    with tracker.track() as of_page:
        tracker.once(names.get, "a")
    assert of_page == {("names", "a")}


def test_results_of_other_objects_are_others_also_when_their_first_owners_are_gone() -> None:
    tracker = DependencyTracker()
    assert [tracker.once(len, [0] * size) for size in range(300)] == list(range(300))
