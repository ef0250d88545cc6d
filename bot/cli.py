"""The operator's commands. An error is one sentence on stderr and an exit code that is not 0."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import re
import signal
import sys
from pathlib import Path

import click
from telegram.error import InvalidToken

from bot import app, operating, settings
from bot.chat.intake import IntakeError, SecondInstance
from bot.clock import SystemClock
from bot.library import Library, LibraryError
from bot.library.checks import check as check_words
from bot.library.checks import renew_manifest
from bot.library.preview import MOST_PER_DAY
from bot.library.preview import preview as preview_words
from bot.storage.database import DatabaseError

log = logging.getLogger(__name__)
MOST_DAYS = 3660
"""Of a preview: ten years."""
TOKEN_IN_TEXT = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,}")


class Masked(logging.Formatter):
    """Masks anything that looks like a token, wherever it comes from; no tracebacks with values."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        return TOKEN_IN_TEXT.sub("<token>", super().format(record))


def log_to_stderr(level: str) -> None:
    """Our own lines at ``level``; libraries only from WARNING on, as they log requests and texts."""
    handler = logging.StreamHandler()
    handler.setFormatter(Masked("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(level)
    for chatty in ("telegram", "apscheduler", "httpx", "aiohttp"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


@click.group(help="Glimmer: a Telegram bot for small moments of ease.")
def glimmer() -> None:
    """The operator's commands."""


@glimmer.command()
def run() -> None:
    """Run the bot on Telegram, with the settings in .env."""
    chosen = settings.with_token(settings.read())
    log_to_stderr(chosen.log_level)
    library = app.library_of(chosen)
    _tell_refused(library)
    with app.only_one(chosen.database):
        house = app.build(chosen, library)
        asyncio.run(_until_told(house))


def _tell_refused(library: Library) -> None:
    """Log which files of PROMPTS are left out, and why; the bot goes on with the rest."""
    for refusal in library.refused:
        log.warning("PROMPTS: %s", refusal)


async def _until_told(house: app.House) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await app.work(house, stop)


@glimmer.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Where the chat page is served; 8765, or the next free one."
)
@click.option(
    "--folder", default="demo", type=click.Path(path_type=Path), help="Where the demo keeps its files."
)
@click.option("--open/--no-open", "browser", default=True, help="Open the page in a browser.")
def demo(port: int | None, folder: Path, browser: bool) -> None:
    """Talk to the bot in a browser, without Telegram."""
    from bot.demo import free_port, run_demo, writable

    log_to_stderr("WARNING")
    asyncio.run(run_demo(free_port(port), writable(folder), browser))


for command in operating.COMMANDS:
    glimmer.add_command(command)


@glimmer.group()
def prompts() -> None:
    """The words in prompts/."""


@prompts.command("check")
def prompts_check() -> None:
    """Check every line in prompts/, and in the files of PROMPTS."""
    report = check_words(app.prompts_folder(), SystemClock().now().date())
    for line in (*report.findings, *report.warnings):
        click.echo(str(line), err=True)
    if not report.ok:
        sys.exit(1)
    click.echo("prompts/ is in order")
    chosen = settings.read()
    if chosen.prompts:
        _check_packs(app.library_of(chosen), chosen.prompts)


def _check_packs(library: Library, folder: Path) -> None:
    """Which files of the operator's own would be left out, and why."""
    _echo_refused(library)
    if library.refused:
        sys.exit(1)
    click.echo(f"{folder} is in order")


def _echo_refused(library: Library) -> None:
    for refusal in library.refused:
        click.echo(f"PROMPTS: {refusal}", err=True)


@prompts.command("renew")
def prompts_renew() -> None:
    """Write the ids in prompts/ into the manifest, so that none is ever given away again."""
    click.echo(f"{renew_manifest(app.prompts_folder()).name} is up to date")


@prompts.command("preview")
@click.option("--days", default=28, show_default=True)
@click.option("--locale", default="en", show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--per-day", default=1, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One object per line.")
def prompts_preview(days: int, locale: str, seed: int, per_day: int, as_json: bool) -> None:
    """What somebody would be asked, with the files of PROMPTS mixed in."""
    library = app.library_of(settings.read())
    codes = [known.code for known in library.locales]
    if locale not in codes:
        raise click.ClickException(f"--locale must be one of {', '.join(codes)}, not {locale}")
    if not 1 <= per_day <= MOST_PER_DAY:
        raise click.ClickException(f"--per-day must be 1 to {MOST_PER_DAY}, not {per_day}")
    if not 1 <= days <= MOST_DAYS:
        raise click.ClickException(f"--days must be 1 to {MOST_DAYS}, not {days}")
    _echo_refused(library)
    for line in preview_words(library, locale, days, seed, per_day):
        row = {"day": line.day, "id": line.id, "category": line.category, "text": line.text}
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else f"{line.day:4}  {line.text}")


def _sentence(error: Exception) -> str:
    if isinstance(error, SecondInstance):
        return "Another Glimmer is running with this TELEGRAM_TOKEN; stop it first, or use another token"
    if isinstance(error, InvalidToken | IntakeError) and settings.read().telegram_api != settings.TELEGRAM:
        return "TELEGRAM_TOKEN is not known at TELEGRAM_API, or no Bot API server answers there; look at both"
    if isinstance(error, InvalidToken | IntakeError):
        return "TELEGRAM_TOKEN is not known to Telegram; copy it again from @BotFather"
    return str(error)


def _show(error: click.ClickException) -> None:
    """One sentence; only who gave no command at all gets the whole help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
    else:
        click.echo(error.format_message(), err=True)


def main() -> int:
    """Run a command; returns the exit code."""
    try:
        with contextlib.suppress(KeyboardInterrupt):
            glimmer(standalone_mode=False)
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except (settings.SettingsError, DatabaseError, LibraryError, IntakeError, InvalidToken) as error:
        click.echo(_sentence(error), err=True)
        return 1
    except ExceptionGroup as group:
        known = group.exceptions[0]
        if not isinstance(known, IntakeError | InvalidToken):
            raise
        click.echo(_sentence(known), err=True)
        return 1
    return 0
