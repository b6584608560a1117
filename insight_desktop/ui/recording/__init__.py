"""Recording: before, during and after a meeting, and the bar that stays on top."""
