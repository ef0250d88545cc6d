"""The domain: pure values and rules. Standard library only; no I/O, no clock, no randomness of its own.

Glossary (code that contradicts it is wrong):

person      somebody who talks to the bot in a private chat
rhythm      a person's zone, slots, pause and day end: everything that decides *when*
slot        one chosen time: a fixed local time, or a window in which a moment is drawn; on some weekdays
prompt      one invitation in ``prompts/``, with an id that is never reused
nudge       a prompt sent to a person for one slot on one local day
glimmer     a kept moment: text, photo, voice, or several in one
local day   the day a glimmer belongs to: the person's calendar date, which ends at their day end
            (04:00 unless changed)
look-back   one earlier glimmer of the person's own, given back
recap       a period in the person's own words, with a picture
library     all that stands in ``prompts/``: prompts, acknowledgements, re-invitations, recap lines,
            messages, care
receipt     the acknowledgement of a kept glimmer, with what can still be done about it
lane        the order in which calls go out: replies before nudges
silence     nudges without an answer since the person's last word or press
rung        how far a silence has come, and so how seldom nudges come (``ladder``)
inbox       updates that were committed before they were confirmed to Telegram
"""
