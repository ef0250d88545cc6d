"""How an invitation looks: its words and what can be answered by button."""

from __future__ import annotations

from html import escape

from bot.chat.acts import Button, Rows
from bot.chat.press import Press
from bot.domain.lines import ReinviteButton, Stage
from bot.library.locale import Locale
from bot.services.ports import Invitation


def text(invitation: Invitation) -> str:
    """The invitation as HTML."""
    return escape(invitation.text, quote=False)


def rows(invitation: Invitation, locale: Locale, more: bool = True) -> Rows:
    """*Nothing today*, *Another question* while there is one, *Later*; below another, *Not this kind*.

    Or what a re-invitation offers.
    """
    if invitation.instead and invitation.instead.stage is Stage.FINAL:
        return ((Button(locale.say("resume-button"), Press.of("resume")),),)
    if invitation.instead and invitation.instead.buttons:
        offers = invitation.instead.buttons
        return tuple((_offer(offer, invitation.nudge_id, locale),) for offer in offers)
    names = ("nothing", "another", "later") if more else ("nothing", "later")
    this = (invitation.nudge_id, invitation.place_of)
    buttons = [Button(locale.say(f"{name}-button"), Press.of(name, *this)) for name in names]
    less = Press.of("less", *this)
    unwanted = ((Button(locale.say("less-button"), less),),) if invitation.place_of else ()
    return (tuple(buttons[:1]), tuple(buttons[1:]), *unwanted)


def _offer(offer: ReinviteButton, nudge_id: int, locale: Locale) -> Button:
    return Button(locale.say(f"suits-{offer.value}-button"), Press.of("suits", offer.value, nudge_id))
