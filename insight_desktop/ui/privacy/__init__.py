"""Privacy: what left the machine, which models work here, the enrolled voice, and deleting for good."""
