"""The health check: what the machine has and lacks, and buttons that repair."""
