"""The queue of jobs as the user sees it."""
