"""`python -m fondaco`: the command line."""

import sys

from fondaco.command import main

sys.exit(main())
