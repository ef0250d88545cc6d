"""``python -m benchmarks [name …]``: all of them, or those named."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping

import click

from benchmarks import (
    burst,
    care,
    carrying,
    ceiling,
    choosing,
    crash,
    freshness,
    jobqueue,
    keeping,
    latency,
    million,
    pictures,
    recaps,
    scaling,
    searching,
    start,
    themes,
    transport,
)
from benchmarks.report import Effort, Table, machine

BENCHMARKS: Mapping[str, tuple[str, Callable[[Effort], Iterator[Table]]]] = {
    "transport": ("Bot API calls a second: our transport beside PTB's default", transport.run),
    "latency": ("from a message to its answer, idle and while nudges wait", latency.run),
    "start": ("cold start to the first getUpdates, and memory at rest", start.run),
    "freshness": ("how long the words stay fresh, beside chance and a shuffled bag", freshness.run),
    "choosing": ("how long a choice takes after ten years, alone and on a file", choosing.run),
    "pictures": ("how long pictures take, and how long others wait meanwhile", pictures.run),
    "recaps": ("ten years in words, skies while others write, and a Sunday evening", recaps.run),
    "crash": ("what is kept through kill -9 and a bad line, beside a plain PTB bot", crash.run),
    "burst": ("3,000 people due in the same minute, and replies meanwhile", burst.run),
    "ceiling": ("as many nudges a second as paid broadcast allows", ceiling.run),
    "million": ("a file with a million people: start, memory, ticks", million.run),
    "jobqueue": ("the same with PTB's JobQueue, a job per person", jobqueue.run),
    "scaling": ("how cost grows from a thousand to a million people", scaling.run),
    "keeping": ("glimmers kept per second, each on the disk before it is confirmed", keeping.run),
    "searching": ("one person's search among a million glimmers", searching.run),
    "carrying": ("ten years taken away and forgotten: memory, and what others wait", carrying.run),
    "themes": ("how often a theme is named rightly, and how often it is found", themes.run),
    "care": ("how long it takes to listen to the longest message", care.run),
}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(BENCHMARKS)))
@click.option("--list", "listing", is_flag=True, help="Say what there is, and end.")
@click.option("--quick", "effort", flag_value=Effort.QUICK, type=Effort, help="Fewer repeats; rough figures.")
@click.option("--full", "effort", flag_value=Effort.FULL, type=Effort, default=Effort.FULL, hidden=True)
def main(names: tuple[str, ...], listing: bool, effort: Effort) -> None:
    """Measure, and print tables. Everything runs on this machine, against 127.0.0.1 only."""
    if listing:
        for name, (about, _) in BENCHMARKS.items():
            click.echo(f"{name:12}{about}")
        return
    click.echo(f"{machine()}\n")
    for name in names or BENCHMARKS:
        measure(name, effort)
    click.echo(machine())


def measure(name: str, effort: Effort) -> None:
    """One benchmark, its tables as they come, and how long it took."""
    about, run = BENCHMARKS[name]
    began = time.perf_counter()
    click.echo(f"## {name}: {about}\n")
    for table in run(effort):
        for line in table.lines():
            click.echo(line)
    click.echo(f"({time.perf_counter() - began:.0f} s)\n")


if __name__ == "__main__":
    main()
