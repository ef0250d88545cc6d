"""The commands. An error is one sentence (DatabaseError, SettingsError); ``bot.cli`` shows it."""

from __future__ import annotations

import asyncio
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import click

from bot import app, settings
from bot.clock import SystemClock
from bot.operating.asking import ask_telegram as ask
from bot.operating.check import look_over
from bot.operating.findings import Grade
from bot.storage.backup import back_up, dailies
from bot.storage.backup import restore as put_back
from bot.storage.database import open_as_it_is
from bot.storage.encryption import change_key, require_plain
from bot.storage.media import Media
from bot.storage.reindexing import Reindexing

MARKS = {Grade.FINE: "fine", Grade.NOTE: "note", Grade.PROBLEM: "MEND"}


def _usable(_context: click.Context, _parameter: click.Parameter, file: str) -> Path:
    try:
        return settings.file_named(file)
    except ValueError as why:
        raise click.ClickException(f"FILE {why}") from None


@click.command()
@click.option("--retry-media", is_flag=True, help="First have files that were given up tried once more.")
@click.option("--renew-search", is_flag=True, help="First put right what the search index has wrong.")
@click.option("--ask-telegram", is_flag=True, help="Ask Telegram whether it knows the token.")
def check(retry_media: bool, renew_search: bool, ask_telegram: bool) -> None:
    """Look over the journal and this machine, and say what to do. Exit code 1 if something needs mending."""
    chosen, now = settings.read(), SystemClock().now()
    if retry_media:
        _retry_media(chosen, now)
    if renew_search:
        _renew_search(chosen)
    found = list(look_over(chosen, now))
    if ask_telegram and chosen.telegram_token:
        found.insert(1, asyncio.run(ask(chosen)))
    for finding in found:
        click.echo(f"{MARKS[finding.grade]}  {finding.text}")
    if any(finding.grade is Grade.PROBLEM for finding in found):
        sys.exit(1)


def _retry_media(chosen: settings.Settings, now: datetime) -> None:
    if not chosen.keep_media:
        raise click.ClickException("KEEP_MEDIA is off, so no file is fetched; switch it on first")
    with closing(open_as_it_is(chosen.database, chosen.database_key)) as db:
        click.echo(f"Files that the bot tries once more, while it runs: {Media(db).retry(now)}")


def _renew_search(chosen: settings.Settings) -> None:
    with closing(open_as_it_is(chosen.database, chosen.database_key)) as db:
        click.echo(f"Moments that were put right in the search index: {Reindexing(db).renew()}")


@click.command()
@click.argument("file", callback=_usable)
def backup(file: Path) -> None:
    """Copy the journal to FILE; the bot may be running. Encrypted if the journal is."""
    chosen = settings.read()
    back_up(chosen.database, chosen.database_key, file)
    click.echo(f"{file} is a whole copy of {chosen.database}")


@click.command()
@click.argument("file", callback=_usable)
def restore(file: Path) -> None:
    """Put the backup FILE in the journal's place, once it has proved whole. Stop the bot first."""
    chosen = settings.read()
    with app.only_one(chosen.database):
        old = put_back(file, chosen.database, chosen.database_key, SystemClock().now())
    click.echo(f"{chosen.database} is now what was in {file}")
    if old is not None:
        click.echo(f"What was there before is {old}; delete it when all is well")


@click.command()
def encrypt() -> None:
    """Encrypt a plain journal with DATABASE_KEY, which must be in .env first. Stop the bot first."""
    chosen = settings.read()
    if not chosen.database_key:
        raise click.ClickException("Put a DATABASE_KEY of your own into .env first, and keep a copy of it")
    with app.only_one(chosen.database):
        require_plain(chosen.database, chosen.database_key)
        change_key(chosen.database, "", chosen.database_key)
    click.echo(f"{chosen.database} is encrypted. Whoever loses the key loses the file")
    _tell_of_copies(chosen.database, "are not encrypted")


@click.command()
def rekey() -> None:
    """Encrypt the journal with another key, read from the terminal or stdin. Stop the bot first."""
    chosen = settings.read()
    if not chosen.database_key:
        raise click.ClickException("The journal has no key yet; put DATABASE_KEY into .env and run encrypt")
    new = _new_key()
    with app.only_one(chosen.database):
        change_key(chosen.database, chosen.database_key, new)
    click.echo("Done. Put the new key into DATABASE_KEY now: the old one opens the journal no more")
    _tell_of_copies(chosen.database, "have the old key")


def _new_key() -> str:
    """Typed twice, or the first line of stdin where there is no terminal."""
    if sys.stdin.isatty():
        new = str(click.prompt("New key", hide_input=True, confirmation_prompt=True))
    else:
        new = sys.stdin.readline().strip()
    if not new:
        raise click.ClickException("The new key is empty; nothing was changed")
    return new


def _tell_of_copies(journal: Path, how: str) -> None:
    if copies := dailies(journal):
        click.echo(f"The daily copies in {copies[0].parent} {how}; delete them, or keep them apart")


COMMANDS = (check, backup, restore, encrypt, rekey)
