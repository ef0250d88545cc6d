"""``python -m bot`` is the same as ``glimmer``."""

from bot.cli import main

raise SystemExit(main())
