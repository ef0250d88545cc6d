"""What somebody is asked about: what they leave out, and what was learned of their taste."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.kinds import Need, Subject
from bot.domain.mutes import Muted, Mutes
from bot.domain.person import Person
from bot.domain.taste import Leaning
from bot.services.choosing import Choosing


@dataclass(frozen=True, slots=True)
class Subjects:
    """Reads and changes what the choice goes by."""

    choosing: Choosing

    def mutes(self, person: Person) -> Mutes:
        """What is left out."""
        return self.choosing.tables.mutes.of(person.id)

    def offered(self, person: Person) -> Mutes:
        """What some question in their language is about, or needs."""
        asked = self.choosing.library.locale(person.language).asked
        return Mutes(
            frozenset(prompt.category for prompt in asked),
            frozenset[Subject]().union(*(prompt.sensitive for prompt in asked)),
            frozenset[Need]().union(*(prompt.needs for prompt in asked)),
        )

    def mute(self, person: Person, muted: Muted) -> None:
        """Leave it out."""
        self.choosing.tables.mutes.mute(person.id, muted)

    def unmute(self, person: Person, muted: Muted) -> None:
        """Bring it back."""
        self.choosing.tables.mutes.unmute(person.id, muted)

    def leaning(self, person: Person) -> Leaning:
        """Which kinds come more or less often by now."""
        return self.choosing.taste(person).leaning()

    def learn_afresh(self, person: Person) -> None:
        """Forget what was learned; what they left out or declined stays away."""
        self.choosing.tables.nudges.forget_reactions(person.id)
