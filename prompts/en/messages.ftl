# Every sentence that the bot says besides prompts, acknowledgements and recap lines.
# <b>, <i> and <blockquote> are Telegram's. Button labels end in -button, short notices in -toast.

## Meeting

welcome =
    Hello. This is a quiet place for <b>glimmers</b>: small moments of ease. Warm light on a wall, a good first sip, somebody holding a door.

    I ask you at times you choose, once a day to begin with. You answer with a few words, a photo or a voice note, or not at all. I keep what you send and give it back to you later.

    <i>The word comes from therapist Deb Dana. Noticing small good moments is a gentle habit; it is not therapy or medical advice, and I am a program.</i>
first-invitation = You can also write at any time, without being asked. Here is a first one, if you like:
first-quietly = You can also write at any time, without being asked.

## Where and when

zone-question =
    So that I ask at the right hour: <b>where are you?</b>
    Tap a place, or type the name of a city near you.
zone-question-again =
    Your clock is set to <b>{ $zone }</b>.
    To change it, tap a place or type the name of a city near you.
zone-clock-button = By what time it is for me
zone-share-button = Share my location
zone-share-send-button = Send my location once
zone-share = Use the button below. The place is worked out here, on this machine, and not kept; only the time zone is.
zone-located-not = That is fine.
zone-located = Thank you. The place itself is not kept.
zone-hours = What time is it for you now? Tap the hour.
zone-which = Which of these is yours, or has the same clock?
zone-hint = I was looking for a city and did not find that one, so I kept your words as a moment. A bigger city nearby works, or the time it is now, such as 14:32.
zone-misread = I do not know that place. A bigger city nearby works, or the time it is for you now, such as 14:32.
zone-no-clock = No place I know shows { $time } just now. The name of a bigger city nearby works, or the time on your clock, such as 14:32.
zone-none-toast = No city is on that hour just now. Try the one before or after.
zone-skipped = That is fine. I go by { $zone } for now; /timezone changes it at any time.
zone-kept = Your clock stays on { $zone }; /timezone changes it at any time.
zone-done = Your clock: <b>{ $zone }</b>, where it is { $now } now.
zone-done-city = Your clock: <b>{ $city }</b>, on { $zone } time. It is { $now } there now.
zone-namesakes = Or was it another one of that name?
skip-button = Skip for now
times-question =
    <b>When may I ask?</b>
    Now: { $times }
    Tap to change it, or type times: <i>8:30, 21:00 weekdays, 10-18</i>
times-misread = I could not read those times. These would work: <i>8:30</i>, <i>8.30pm, 13:00 mon wed fri</i>, <i>10-18 weekends</i>. Up to six.
times-too-many = Six times are as many as I can ask, and these are more. Leave out the ones you would miss least, and type the rest again.
times-off = To be asked no more, <i>/pause for good</i> keeps me quiet until /resume. A single time can be tapped away under /times.
times-hint = I was looking for times and could not read those, so I kept your words as a moment. These would work: <i>8:30</i>, <i>half past eight</i>, <i>21:00 weekdays</i>. Or tap one.
late-hint = Some time had passed since I asked, so I kept your words as a moment. If they were the answer, send them once more, or tap one.
morning-button = Morning
midday-button = Midday
evening-button = Evening
hours-button = Other times
hours-question = Tap the hours that suit you; tap a time below them for its minutes and weekdays.
slot-question =
    <b>{ $time }</b>
    Tap the minute and the weekdays.
slot-until-button = At some moment until…
slot-until = Until when? I come at some moment between { $start } and then, another one each day.
slot-minute-button = To the minute
slot-off-button = Not at this time
times-full-toast = Six times are as many as I can ask.
done-button = That is good
upcoming = I will ask next (time in { $zone }):
upcoming-none = No time is chosen, so I will not ask for now. You can write at any time; /times chooses when I ask.
upcoming-paused = The pause goes on until /resume, so I will not ask for now. You can write at any time.
upcoming-quiet = All of your times lie in your quiet hours, so I will not ask for now. /times changes the times, /when the quiet hours.
times-crowded = { $times }: that is within four hours of another of your times, so no question comes then. A later end leaves room for one.

## What is minded when I ask

set-when-button = How I ask
when-page =
    <b>How I ask</b>
    Sound: { $sound }
    Quiet hours: { $quiet }
    How exactly: { $jitter }
    Your day ends: { $dayend }
    After you wrote: { $after }
    In a silence: { $patience }
when-back-button = All of this
when-misread = I could not read that. These would work: <i>/when quiet 22-7</i>, <i>/when minutes 10</i>, <i>/when day end 3:00</i>, <i>/when silence off</i>.
when-unfit = That one does not work here.
when-hint = I was waiting for an answer and could not read that as one, so I kept your words as a moment.
when-all-day = Quiet at every hour is a pause: <i>/pause for good</i>, or /pause to choose for how long.
wish-on-typed = on, yes, with sound
wish-off-typed = off, none, never, no, without
wish-always-typed = always, always ask
wish-done = { $what }: <b>{ $value }</b>.
wish-sound-button = Sound
wish-sound-typed = sound
wish-sound-question = Shall my questions make a sound when they arrive?
wish-sound-on-button = As Telegram does it
wish-sound-off-button = Without a sound
wish-quiet-button = Quiet hours
wish-quiet-typed = quiet hours, quiet
wish-quiet-question = In which hours shall I be quiet? Tap, or type them: <i>22-7</i>
wish-quiet-none-button = None
wish-jitter-button = How exactly
wish-jitter-typed = minutes, minute, jitter
wish-jitter-question = Shall I come to the minute, or may I be a little early or late? Tap, or type minutes, up to 30.
wish-jitter-none-button = To the minute
wish-jitter-minutes-button = { $minutes } minutes either way
wish-dayend-button = End of my day
wish-dayend-typed = day ends, day end, end of my day, end of day
wish-dayend-question = When does your day end? What you write before that belongs to the day before. Tap, or type an hour up to noon: <i>3:00</i>
wish-after-button = After I wrote
wish-after-typed = after i wrote, after i write, after writing, after
wish-after-hours-typed = 3 hours, 3h, hours
wish-after-day-typed = the whole day, whole day, all day, the day, day, rest of the day
wish-after-question = When you have written something, how long shall I leave you be?
wish-after-hours-button = Three hours
wish-after-day-button = The rest of the day
wish-after-always-button = Ask all the same
wish-patience-button = In a silence
wish-patience-typed = in a silence, in silence, silence, patience
wish-patience-question = When my questions meet silence, I ask less and less often, and then stop until you write. How patient shall I be? Tap, or type how many questions, 3 to 50.
wish-patience-nudges-button = Stop after { $nudges } questions
wish-patience-off-button = Keep asking as I chose

## Nudges

nothing-button = Nothing today
another-button = Another question
later-button = Later
later-question = When would suit you better?
later-20-button = In 20 minutes
later-60-button = In an hour
later-evening-button = This evening
later-tomorrow-button = Tomorrow
later-done = Later, then: { $at }.
another-none-toast = That was the last one for now. You can write about anything.
less-button = Not this kind
less-toast = Fewer of that kind, then.
less-done = Fewer of that kind, then. You can write about anything.
more-like-button = More like this
more-like-toast = More of that kind, then.
nudge-none = I have no fresh question just now. Anything you write is kept all the same.
button-gone-toast = This button has had its day.
button-gone = That button is from an older message. /help shows what there is.

## Keeping

undo-button = Undo
undone = Taken back. It will not come up again.
redo-button = Keep it after all
redone = Kept after all.
undo-none = There is nothing to take back.
set-aside = Something went wrong on my side with this, and an answer to it may be missing. It is not lost: I keep it as it came, and whoever runs me can see that something failed.
cannot-keep = I can keep words, photos, albums, voice notes, videos, music, stickers, files and places. This one I cannot; a few words about it, gladly.
more-button = …
open-button = Open
yesterday-button = This was the day before: { $day }
gone-day-button = It was yesterday
this-day-button = It was today
join-button = Add to the last one
joined-toast = Both are one moment now.
part-button = Make it two again
parted-toast = They are two moments again.
kept-belated = What you sent while I was away is kept, each under its own time. /list shows it.
too-big = The file is larger than 20 MB, so I cannot take a copy of it. It stays with Telegram; I keep where to find it, and your words with it. Files up to 20 MB I keep whole.
place-kept = As words: { $place }. The exact spot is not kept.
spot-button = Keep the exact spot
spot-toast = The exact spot is kept with it.
place-clock = It is { $zone } time there. Shall I go by that clock?
place-clock-button = Yes, by that clock
care-answer =
    That sounds very heavy, and it is good that you wrote it down. I am a program: nobody is reading this, and I cannot get help to you. A person can.{ $numbers }

    Helplines in your country, by phone or chat: { $directory }
    In danger right now: your local emergency number.
    You could also call someone you trust, or someone near you.
care-pause-button = Pause the questions
care-else-button = I meant something else
care-countries-button = Other countries
kept-plainly = Kept, word for word.
nothing-plainly = All right. I will leave it there.
support-button = People to talk to
support-elsewhere =
    People who listen, in nearly every country, by phone or chat: { $directory }
    It asks where you are, or you choose.
care-else = All right. Your words are kept as you wrote them. Where to find help stays above, and under /support.
care-soft = If this is more than a hard day, /support has people to talk to.
support =
    I am a program and cannot get help to you. People can.{ $numbers }

    Helplines in your country, by phone or chat: { $directory }
    In danger right now: your local emergency number.
    You could also call someone you trust, or someone near you.

## Giving back

recap-question = Which stretch would you like to look back on?
recap-today-button = Today
recap-week-button = This week
recap-month-button = This month
recap-all-button = All of it
recap-more-button = Another five
recap-nothing-more = That is all there is in this stretch.
recap-season-button = This season
recap-year-button = This year
recap-last-week-button = Last week
recap-last-month-button = Last month
recap-last-season-button = Last season
recap-last-year-button = Last year
recap-nothing = From this stretch there is nothing to give back.
recap-none = There are moments of yours from other times. /remember brings one.
recap-total-typed = total, how many, count
recap-total-button = How many are there?
recap-total =
    { $total ->
        [0] There is nothing from these days.
        [one] One moment.
       *[other] { $total } moments.
    }
remark-part-morning = Mornings, mostly.
remark-part-midday = The middle of the day, mostly.
remark-part-evening = Evenings, mostly.
remark-part-night = Late hours, mostly.
remark-theme-sight = Light and things to look at run through it.
remark-theme-sound = Sounds run through it.
remark-theme-touch = Much of it could be touched.
remark-theme-smell = There is a scent to most of it.
remark-theme-taste = A good part of it could be tasted.
remark-theme-body = Breath and body keep coming up.
remark-theme-nature = Weather and green things run through it.
remark-theme-animals = Animals keep turning up.
remark-theme-people = People keep turning up.
remark-theme-kindness = There is kindness running through it.
remark-theme-home = Home keeps coming up.
remark-theme-quiet = Quiet keeps coming up.
remark-theme-play = There is some play in most of it.
remark-theme-making = Something made or mended, more than once.
remark-theme-passing = Much of it happened on the way somewhere.
remark-theme-memory = Older days keep coming up.
recap-misread = I could not read that. These would work: <i>/recap last week</i>, <i>/recap march</i>, <i>/recap 2026-03</i>, <i>/recap since june</i>, <i>/recap all</i>.
medium-photo = a picture
medium-voice = a voice note
medium-audio = a sound
medium-video = a video
medium-video_note = a round video
medium-animation = a moving picture
medium-sticker = a sticker
medium-document = a file

## What comes back by itself

set-giving-button = What comes back
gifts =
    <b>What comes back by itself</b>
    A recap each week: { $week }
    A recap each month: { $month }
    One of yours each week: { $look }
    The same day in other years: { $day }
gifts-back-button = All of this
gift-never = no
gift-week-button = Recap each week
gift-month-button = Recap each month
gift-look-button = One of mine each week
gift-day-button = On this day
gift-week-question = When shall the week come back, in your own words? Tap a day and an hour, or type them: <i>sunday 18:30</i>
gift-month-question = On the first of each month I can give the month before back, in your own words. At what time? Tap, or type it: <i>18:30</i>
gift-look-question = When shall one of your moments come by, once a week? Tap a day and an hour, or type them: <i>sunday 18:30</i>
gift-day-question = Where there is a moment of the same date in another year, it can come by. At what time? Tap, or type it: <i>8:30</i>
gift-weekly-hint = I was looking for a day and one time and could not read that, so I kept your words as a moment. These would work: <i>sunday 18:30</i>, <i>half past eight</i>. Or tap them.
gift-hint = I was looking for one time and could not read that, so I kept your words as a moment. These would work: <i>18:30</i>, <i>half past eight</i>. Or tap one.
gift-weekly-days = It comes once a week, so I took one of those days. Another is a tap away.
gift-month-days = It comes on the first, whichever weekday that is.
gift-day-days = It comes on any weekday, where there is one.
gift-month-when = on the first, { $time }
gift-day-when = where there is one, { $time }
gift-done = { $what }: <b>{ $when }</b>.
gift-instead = It comes in place of: { $other }.
gift-next = The next one: { $at }.
gift-quiet = That lies in your quiet hours, and nothing comes by itself in them. Tap another time, or change the quiet hours with /when.
gift-held-back = { $when }, in your quiet hours, so not for now
gifts-quiet = This would come in those hours, so it does not come by itself for now: { $gifts }.
gift-off-button = Not by itself
gift-off-toast = It no longer comes by itself. /recap and /remember bring it whenever you like.
gift-offer = A small handful is here by now. Shall some of it come back by itself, in your own words?
gift-take-week-button = On Sunday evenings
gift-take-month-button = On the first of the month
gift-refuse-button = No, thank you
gift-refused = Then it stays here until you ask. /recap gives it back at any time.

## Remembering

remember-button = One of mine
remember-none = There is nothing to give back yet. What you keep from now on will be here when you want it.
remember-away = Nothing of what you have kept comes back just now. It is all there, in /list.
remember-another-button = Another
near-button = Keep near
near-toast = It will come by more often.
not-near-button = No longer near
not-near-toast = It will come by like the others.
not-again-button = Not this one again
not-again-toast = It will not come back. It is still in your journal.
not-again-undo-button = It may come back
again-toast = It may come back.
hide-day-button = Hide that day
day-hidden-toast = Nothing from { $day } will come back. It is all still in your journal.
hide-day-undo-button = That day may come back
day-shown-toast = { $day } may come back.

## The journal: looking through and finding

list = Your moments, the newest day first. Tap one to open it.
list-none = There is nothing here yet. Anything you send is kept.
list-misread = I could not read that. These would work: <i>/list yesterday</i>, <i>/list march</i>, or just <i>/list</i>.
newer-button = ‹ Newer
older-button = Older ›
search-question = What are you looking for? A word is enough, or the beginning of one; “quotes” keep words together.
search-found = Found for <i>{ $words }</i>, the newest first:
search-none = Nothing of yours has <i>{ $words }</i> in it. A shorter word, or only its beginning, may find more.
search-left-out = Something that does not come back has these words, too; /list shows it.
search-gone-toast = That search is over. /search begins another.
opened-from = from { $what }
opened-about = about: { $what }
opened-place = at { $what }
opened-spot = { $what }
opened-tags = { $what }
file-gone = A file belongs here that I can no longer show: Telegram does not give it out any more, and there is no copy of it.
edit-button = Edit
edit-question = Send the new words; they take the place of the old ones.
reworded = Your new words are kept.
earlier-button = The earlier words
unworded-toast = The earlier words are back.
move-button = Another day
move-question = Which day does it belong to? Tap, or type it: <i>yesterday</i>, <i>5 march</i>, <i>2026-03-05</i>.
move-hint = I am waiting for a day, such as <i>yesterday</i> or <i>2026-03-05</i>, and kept your words as a moment meanwhile.
words-hint = That is kept as a moment of its own. What I was waiting for is words; press the button again when you have them.
move-future = That day is still to come. Any day up to today works.
moved = It belongs to { $day } now.
moved-toast = It belongs to { $day } now.
tag-button = Tags
tag-question = Which tags shall it have? Send a few words, such as <i>garden rain</i>.
tag-question-more = It has { $tags } now. Send words to add, or <i>-word</i> to take one away that you added here.
tagged = Its tags: { $tags }
untagged = It has no tags now.
leave-button = Leave out of look-backs
left-out-toast = It stays here, and does not come back by itself.
let-in-button = It may come back
let-in-toast = It may come back.
delete-button = Delete
delete-toast = Deleted means gone, also from search. Shall it go?
delete-no-button = Keep it
delete-yes-button = Delete for good
spared-toast = It stays.
deleted = It is deleted, for good.

## Taking it away, bringing it back, and forgetting

export-button = Take it with me first
export-title = Glimmers
export-nothing = There are no moments of yours here yet, so there is nothing to take away.
export-done = Here it is: to read (glimmers.md), for a spreadsheet (glimmers.csv), for other programs (glimmers.json), and what came with it. Keep it somewhere safe; whoever has the file can read it. /import brings it back.
export-done-parts = Here it is, in several files, each complete in itself: to read (glimmers.md), for a spreadsheet (glimmers.csv), for other programs (glimmers.json), and what came with it. Keep them somewhere safe; whoever has them can read them. /import brings them back, all at once or one by one.
export-awaited = { $what }, not here yet
export-elsewhere = { $what }, only with Telegram
export-which =
    { $awaited ->
        [0] only with Telegram ({ $elsewhere })
       *[other] { $elsewhere ->
            [0] not here yet ({ $awaited })
           *[other] not here yet ({ $awaited }), only with Telegram ({ $elsewhere })
        }
    }
export-missing = Not all of the pictures and other files are in it: { $which }.
import-question =
    Send me the file: one from /export, from Day One (JSON), Daylio or Presently (CSV), or a table or text of your own with a date such as 2024-03-07 before each entry. At most 20 MB; Telegram gives me no more.

    I tell you what is in it first. Nothing is kept before you say so.
import-source-glimmer = a file from /export
import-source-dayone = a journal from Day One
import-source-daylio = a table from Daylio
import-source-presently = a table from Presently
import-source-table = a table
import-source-markdown = a text with dates
import-found =
    This looks like { $source }.
    Moments: { $moments }, from { $first } to { $last }
    Pictures and other files: { $files }
    Not here yet: { $new }
    The first words in it:
    { $example }

    { $together ->
        [1] Shall it come in?
       *[other] With what you sent before, { $together } files wait now. Shall they all come in?
    }
import-yes-button = Bring it in
import-no-button = Leave it
import-not = Left as it was.
import-known = All of that is here already.
import-done = It is in. New moments: { $new }. Here before: { $known }. If there is another file, just send it.
import-gone = I no longer have that file at hand. Send /import, and then the file again.
import-nothing-waits = Nothing waits to come in any more. If there is another file, just send it.
import-not-fetched = Telegram did not hand me that file just now. Send it once more in a little while.
import-too-big = That file is over 20 MB, and Telegram gives me no more. If it can be split, send the parts one by one.
import-refused-unknown = I do not know that kind of file, so nothing was kept. These work: a ZIP from /export, Day One as JSON, Daylio or Presently as CSV, a table with a column of dates and one of words, or a text with a date such as 2024-03-07 before each entry.
import-refused-broken = That file is damaged or not what it says it is, so nothing was kept. Exporting it once more may help.
import-refused-newer = That file was written by a newer bot than this one, so nothing was kept. Whoever runs this bot can update it.
import-refused-encoding = That file is not in UTF-8, so its letters would come out wrong; nothing was kept. Save it as UTF-8 and send it again.
import-refused-dates =
    { $line ->
        [0] A date in that file cannot be read, so nothing was kept.
       *[other] I cannot read the date in row { $line }, so nothing was kept.
    } Written as 2024-03-07, a date is always clear.
import-refused-empty = There are no entries in that file.
import-refused-too-much = There is more in that file than I can take in at once, so nothing was kept. In smaller parts it works.
import-refused-unsafe = There is something in that archive that does not belong in a journal, such as another archive or a path that leads out of it. Nothing was kept.
import-refused-locked = That archive has a password, so I cannot look into it. Nothing was kept.
forget-question =
    <b>Shall I forget you?</b>
    What goes:
    · your moments: { $moments }, from { $first } to { $last }
    · with them, pictures: { $pictures }, voice notes: { $voices }, other files: { $files }
    · the times you chose, and what I asked you

    It cannot be brought back. The messages in this chat stay with Telegram until you delete the chat.
forget-missing = Not all of the pictures and other files can be taken along: { $which }.
forget-question-empty =
    <b>Shall I forget you?</b>
    There are no moments of yours here. What goes: the times you chose, your time zone, and what I asked you.
forget-yes-button = Forget everything
forget-no-button = Keep it all
forget-not = Everything stays as it was.
forget-done =
    Done. Nothing of yours is in the journal any more. Older backups, if whoever runs this bot makes them, are theirs to delete; ask them.

    Take good care of yourself. Should you write again, we meet for the first time.

## Pictures

pictures-button = Pictures
pictures-question = Which picture would you like?
picture-sky-button = Night sky
picture-year-button = Year of lights
picture-clock-button = Day clock
picture-petals-button = Five senses
picture-contact-button = Photos
picture-garland-button = Words that came back
picture-not = I could not draw that just now. Your moments are all here; trying again later may work.
look-light-button = In light colours
look-dark-button = In dark colours
wordless-button = Without words
with-words-button = With words
postcard-button = Postcard
postcard-question = Which one shall be on the card?
booklet-button = Save as PDF
booklet-done = A small booklet to print or to keep, in your own words. Whoever has the file can read it.
booklet-done-some = A small booklet to print or to keep, in your own words: a choice of what there is, from all of that time. /export gives you everything. Whoever has the file can read it.
booklet-closing = Kept as it was written.
booklet-closing-some = A choice, kept as it was written. In the chat, /export gives everything.
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter
title-today = A day
title-day = A day
title-week = The week
title-month = A month
title-season = A part of the year
title-year = The year
title-stretch = A stretch of days
title-since = Since { $day }
title-all = All of it
title-lights = A year of lights
title-clock = Around the clock
title-petals = Five senses
title-contact = What I saw
title-garland = Words that came back
hour-midnight = midnight
hour-six = 6
hour-noon = noon
hour-eighteen = 18
sense-sight = sight
sense-sound = sound
sense-touch = touch
sense-smell = smell
sense-taste = taste
alt-sky = { $period } ({ $dates }) as a night sky. Each star is one moment: the days run from left to right, and the later the hour, the higher it stands.
alt-sky-by-day = { $period } ({ $dates }) as a night sky. Each star is one moment: the days run from left to right, and where an hour is known, the later it was, the higher the star stands.
alt-year = Rows of lights ({ $dates }), a row for each month from { $first } to { $last }. Where a day has something in it, there is a light.
alt-clock = A ring of day and night ({ $dates }): noon at the top, midnight below, and each moment at its hour.
alt-petals =
    { $petals ->
        [one] A flower of one petal ({ $dates }): { $senses }. That sense is in your words.
       *[other] A flower ({ $dates }) with a petal for each of these: { $senses }. The larger a petal, the more of that sense is in your words.
    }
alt-contact =
    { $photos ->
        [one] Your photo ({ $dates }), by itself on a sheet.
       *[other] Your photos ({ $dates }), side by side as on a contact sheet.
    }
alt-garland = Words of your own that came back ({ $dates }), hung along a garland in the order of time.
alt-postcard = A card with your words of { $day }: { $words }
alt-postcard-both = A card with your picture of { $day }, and below it your words: { $words }
alt-postcard-photo = A card with your picture of { $day }.
alt-wordless-sky = A night sky of small lights, without words.
alt-wordless-year = Rows of small lights, without words.
alt-wordless-clock = A ring of small lights, without words.
alt-wordless-petals = A flower, without words.
alt-wordless-contact =
    { $photos ->
        [one] A photo, without words.
       *[other] Photos, without words.
    }
alt-wordless-garland = A garland of small lights, without words.
alt-wordless-postcard = A small shape in its own light, without words.
alt-themes = The shapes stand for { $themes }.

## What is asked about

set-subjects-button = What I ask about
subjects =
    <b>What I ask about</b>
    Whatever you leave out stays out until you bring it back.
subjects-even = So far, all kinds of questions come about equally often.
subjects-more = More often, going by your answers: { $kinds }.
subjects-less = Less often: { $kinds }.
subjects-out = Left out: { $kinds }.
subjects-kind-button = Kinds of questions
subjects-subject-button = Tender subjects
subjects-need-button = What questions may need
subjects-afresh-button = Learn from scratch
subjects-afresh-toast = Begun again. What you left out stays out.
subjects-back-button = Back
subjects-kind =
    <b>Kinds of questions</b>
    Those with a ✓ may come up. Tap one to leave it out or bring it back.
subjects-subject =
    <b>Tender subjects</b>
    Those with a ✓ may come up. Tap one to leave it out or bring it back.
subjects-need =
    <b>What questions may need</b>
    Tap what does not suit you, and no question will lean on it.
kind-sight = things seen
kind-sound = sounds
kind-touch = touch and textures
kind-smell = smells
kind-taste = tastes
kind-body = breath and body
kind-nature = nature and weather
kind-animals = animals
kind-people = people
kind-kindness = kindness
kind-home = home and its things
kind-quiet = rest and quiet
kind-play = play and silliness
kind-making = things made or mended
kind-passing = being on the way
kind-memory = memories
subject-food = food and drink
subject-body = the body
subject-relationships = partners and love
subject-family = family
subject-memory = childhood and the past
subject-money = money
subject-work = work
subject-faith = faith
need-vision = seeing
need-hearing = hearing
need-outdoors = being outdoors
need-mobility = walking

## When nothing is asked: silence, and coming back

silence-off = I keep asking as you chose
silence-as-chosen = I ask less and less, then stop until you write
silence-sparse = I had begun to ask less; now it is as you chose again
silence-rare = I had grown quiet; now it is as you chose again
silence-rest = I had stopped asking; now it is as you chose again
suits-keep-button = As it is
suits-other_time-button = Another time
suits-fewer-button = Fewer
suits-pause-button = A pause
suits-kept = Good, it stays as it is.
suits-fewer = Fewer, then. /times changes it at any time.

## Pausing

pause-question = How long would you like it quiet? You can still write at any time.
pause-day-button = Until tomorrow
pause-three-days-button = Three days
pause-week-button = A week
pause-month-button = A month
pause-forever-button = Until I say so
pause-misread = I could not read that. These would work: <i>/pause 3 days</i>, <i>/pause until friday</i>, <i>/pause until 2027-01-05</i>, <i>/pause for good</i>.
pause-begins = A pause begins at once; I cannot start one later. These would work: <i>/pause until friday</i>, <i>/pause next week</i> (from now through its end), <i>/pause 3 days</i>.
pause-past = That day is already here, or gone. For some quiet today: <i>/pause today</i>. For longer: <i>/pause 3 days</i>, <i>/pause until friday</i>.
paused = Quiet until { $day }. You can still write at any time.
paused-for-good = Quiet until /resume. You can still write at any time.
resume-button = Ask me again
resumed = Good. It picks up from right here.

## Settings

settings =
    <b>How it is set</b>
    Times: { $times }
    Clock: { $zone }
    Pause: { $pause }
    In a silence: { $silence }
    When I keep something: { $acknowledge }
    Language: { $language }
set-times-button = Times
set-timezone-button = Clock
set-pause-button = Pause
settings-misread = I do not know that setting. These would work: <i>/settings heart</i>, <i>/settings words</i>, <i>/settings silence</i>. All of it is here:
set-acknowledge-button = How I answer
set-language-button = Language
pause-none = none
pause-for-good = until you say so
pause-until = until { $day }
acknowledge-question = When I have kept something, how shall I show it?
acknowledge-words-typed = words, a few words
acknowledge-reaction-typed = heart, a heart, reaction
acknowledge-silence-typed = silence, silent, nothing
acknowledge-words = a few words
acknowledge-reaction = a heart on your message
acknowledge-silence = silence
acknowledge-words-button = A few words
acknowledge-reaction-button = A heart on my message
acknowledge-silence-button = Silence
acknowledge-done = From now on: { $how }. /undo takes the last one back.
language-unknown = I do not speak that one yet. These I know:
language-question = Which language shall we use?
language-done = English it is.

## About

help =
    Send anything, at any time: a few words, a photo, a voice note. I keep it.

    /recap gives your moments back
    /list shows them by day, /search finds a word
    /remember brings one of them back, now
    /nudge asks you something now
    /times sets when I ask, /when how, /timezone where you are
    /pause and /resume
    /undo takes the last one back
    /settings, /language
    /export gives you all of it as a file, /import brings one in
    /privacy says what is kept, /forget removes all of it
    /support has people to talk to on a hard day
privacy =
    <b>What is kept, and where</b>
    Your messages to me, with photos and voice notes and the time zone each was written in, the times you chose, your time zone and language, which questions I asked and which kinds you left out, and the country for /support if you chose one. Your name does not stand with them; whose it was that you forward or quote does. A message that waits, or that could not be handled, lies there as Telegram sent it, with the name you have there. Of a place that you send, its name; where it lies exactly only if you say so.

    It stands in one file on the machine of whoever runs this bot. They could read it if they chose to. Where they have the file encrypted, somebody who gets hold of the file alone cannot. Nobody else gets it, nothing is sent to any other service, and nothing you write stands in a log.

    Chats with bots on Telegram are stored on Telegram's servers, too; they are not end-to-end encrypted.

    No person reads along. /export gives you all of it, /forget removes it from the file at once.
    { $copies ->
        [0] This bot makes no copies of the file by itself; if whoever runs it does, the copies are in their hands, so ask them.
        [one] A copy of the file is made each day, and the newest one is kept; it is in the hands of whoever runs this bot, so ask them.
       *[other] A copy of the file is made each day, and the newest { $copies } are kept; they are in the hands of whoever runs this bot, so ask them.
    }
unknown-command = I do not know that one. /help shows what there is; anything without a slash is kept as a moment.
left-over = What you wrote behind the command is not kept. Sent as a message of its own, it is.
stranger = This bot is kept for a few people. Its code is free, and anyone can run their own.
group = I am made for one person at a time, so I will leave. You can write to me alone.

## On Telegram

bot-description = A quiet place for small moments of ease. I ask once a day, at a time you choose, keep what you answer, and give it back in your own words.
bot-short-description = Small moments of ease, kept and given back in your own words.
command-recap = your moments, given back
command-list = your moments, day by day
command-search = find a word in them
command-remember = one of yours, now
command-nudge = a question now
command-times = when I ask
command-when = how I ask: sound, quiet hours, silences
command-timezone = where you are
command-pause = quiet for a while
command-resume = ask me again
command-undo = take the last one back
command-settings = how it is set
command-language = which language
command-export = take everything with you
command-import = bring moments in from a file
command-forget = forget everything about me
command-privacy = what is kept, and where
command-support = people to talk to
command-help = what there is
command-start = from the beginning; nothing is lost
