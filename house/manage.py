"""`make manage DO="..."`: one command of `manage.py` over the database of this checkout."""

from __future__ import annotations

import subprocess
import sys

from house import places, postgres, run
from house.processes import stop_on_signals
from house.progress import Stopped


def main() -> int:
    """Run the command in the environment of `make run`; answers as it does.

    Our own database is started for it and stopped again, so `make run` must not be up; one that
    `DATABASE_URL` names is used as it stands.
    """
    stop_on_signals()
    try:
        with postgres.serving() as database:
            environment = run.settings(database.environment, port=run.FIRST_PORT)
            command = [str(places.PYTHON), run.MANAGE, *sys.argv[1:]]
            return subprocess.run(command, env=environment, cwd=places.ROOT).returncode
    except Stopped as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


if __name__ == "__main__":
    sys.exit(main())
