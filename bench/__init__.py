"""The benchmarks: `python -m bench [NAME...]`. One file a benchmark; each prints a small table."""
