#!/usr/bin/env python3
"""Runs a program on a pseudo terminal. Each line of standard input is typed when the program asks (its output ends with
": "). Prints all that the screen showed and ends with the program's exit code."""
import os
import pty
import select
import sys
import time

lines = [line for line in sys.stdin.read().split("\n") if line]
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
shown = b""
since = b""
deadline = time.monotonic() + 50
while time.monotonic() < deadline:
    ready, _, _ = select.select([terminal], [], [], 0.2)
    if ready:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
        since += chunk
    elif since.endswith(b": ") and lines:  # it waits, and not in the middle of a line
        since = b""
        os.write(terminal, lines.pop(0).encode() + b"\n")
else:
    os.kill(pid, 9)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 255)
