"""Runs a command and prints its exit code, wall and processor seconds and peak memory in KiB.

A process of its own, because a child's peak begins with the size of the process that started it.
"""

import os
import sys
import time

start = time.monotonic()
null = os.open(os.devnull, os.O_WRONLY)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - start
print(os.waitstatus_to_exitcode(status), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
