"""A process that sets pages: `python -m dashboard.exports.profile.worker`.

Each line it reads is a task as JSON, `{"path", "data"}`; each line it writes is `{}` or what went
wrong, `{"error"}`. It ends when nobody writes to it any more, so it outlives no command.
"""

import json
import signal
import sys
from pathlib import Path

from dashboard.exports.whole_file import write_whole
from dashboard.fonts import FontError
from dashboard.typeset import typeset


def main() -> None:
    """Work until the input ends. Ctrl+C is for the command, which ends the input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in sys.stdin.buffer:
        answer = _do(line)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _do(line: bytes) -> dict[str, str]:
    task = json.loads(line)
    try:
        content = typeset("profile", task["data"], output="pdf")[0]
        write_whole(Path(task["path"]), content)
    except OSError as problem:
        return {"error": str(problem.strerror or problem)}
    except (FontError, RuntimeError) as problem:
        return {"error": str(problem).partition("\n")[0]}
    return {}


if __name__ == "__main__":
    main()
