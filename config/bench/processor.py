"""What a server's processes use: time of the processor, and memory. Linux only."""

import os
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def family(master: int, *, size: int) -> list[int]:
    """Return the ids of a process and its children, once there are so many together."""
    for _ in range(100):
        children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
        if len(children) + 1 >= size:
            break
        time.sleep(0.1)
    return [master, *map(int, children)]


def spent(processes: list[int]) -> float:
    """Return the milliseconds of processor time the processes used until now."""
    total = 0
    for number in processes:
        # The name may hold spaces; what follows its closing bracket does not.
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total * 1000 / TICK


def memory(processes: list[int]) -> float:
    """Return the MiB the processes use, what they share counted once (PSS)."""
    total = 0
    for number in processes:
        for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024
