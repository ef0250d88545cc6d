"""People who talk to the running bot, and what the server saw of it."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Mapping, Sequence

from benchmarks.stage import until
from bot.sandbox import Person, Sandbox

SAID = "the kettle, and light on the wall"
SETTLE = 1.0  # seconds of rest before measuring


def crowd(sandbox: Sandbox, count: int) -> list[Person]:
    """People the bot may write to."""
    people = [sandbox.person("Nobody") for _ in range(count)]
    for person in people:
        sandbox.world.chat(person.id).started = True
    return people


def messages(sandbox: Sandbox) -> Mapping[int, list[float]]:
    """When messages of the bot arrived at the server, by chat; seconds of the monotonic clock."""
    found: dict[int, list[float]] = {}
    for call in sandbox.calls:
        if call.method == "sendMessage" and call.status == 200 and call.chat_id is not None:
            found.setdefault(call.chat_id, []).append(call.at_monotonic)
    return found


async def speak(people: Sequence[Person], every: float, seed: int = 1) -> dict[int, float]:
    """Each says one thing, ``every`` so many seconds on average, by chance; when it arrived at the server."""
    rng = random.Random(seed)
    said = {}
    for person in people:
        await asyncio.sleep(rng.expovariate(1 / every))
        said[person.id] = time.monotonic()
        person.says(SAID)
    return said


async def answers(sandbox: Sandbox, said: Mapping[int, float]) -> dict[int, float]:
    """When each of those was answered."""
    await until(lambda: said.keys() <= messages(sandbox).keys())
    found = messages(sandbox)
    return {person_id: next(at for at in found[person_id] if at >= when) for person_id, when in said.items()}


def waits(said: Mapping[int, float], answered: Mapping[int, float]) -> list[float]:
    """Milliseconds from a message's arrival at the server to its answer's."""
    return [(answered[person_id] - at) * 1000 for person_id, at in said.items()]


async def warm_up(sandbox: Sandbox, person: Person) -> None:
    """The first message ever makes the list of cities; it is not measured here."""
    await answers(sandbox, await speak([person], 0.01))
