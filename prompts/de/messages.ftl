# Alles, was der Bot außer Fragen, Bestätigungen und Rückblicken sagt. Mit „du“, ohne Geschlecht für die, die lesen.

## Meeting

welcome =
    Hallo. Das hier ist ein ruhiger Ort für <b>Lichtblicke</b>: kleine Momente, in denen es leichter wird. Sonne auf der Wand, der erste Schluck Kaffee, jemand, der die Tür aufhält.

    Ich frage dich danach, zu Zeiten, die du aussuchst, für den Anfang einmal am Tag. Du antwortest mit ein paar Worten, einem Foto, einer Sprachnachricht, oder gar nicht. Was du schickst, hebe ich auf und gebe es dir später zurück.

    <i>Das Wort „Glimmer“ dafür stammt von der Therapeutin Deb Dana. Auf kleine gute Momente zu achten ist eine freundliche Gewohnheit, keine Therapie und kein ärztlicher Rat. Und ich bin ein Programm.</i>
first-invitation = Schreiben kannst du auch jederzeit ungefragt. Hier ist eine erste Frage, wenn du magst:
first-quietly = Schreiben kannst du auch jederzeit ungefragt.

## Where and when

zone-question =
    Damit ich zur richtigen Stunde frage: <b>Wo bist du?</b>
    Tippe einen Ort an oder schreib eine Stadt in deiner Nähe.
zone-question-again =
    Deine Uhr steht auf <b>{ $zone }</b>.
    Soll sie anders gehen, tippe einen Ort an oder schreib eine Stadt in deiner Nähe.
zone-clock-button = Nach meiner Uhrzeit
zone-share-button = Standort senden
zone-share-send-button = Standort einmal senden
zone-share = Dafür ist der Knopf unten. Der Ort wird hier auf diesem Rechner nachgeschlagen und nicht behalten; nur die Zeitzone bleibt.
zone-located-not = Auch gut.
zone-located = Danke. Der Ort selbst wird nicht behalten.
zone-hours = Wie spät ist es gerade bei dir? Tippe die Stunde an.
zone-which = Welche davon ist deine, oder geht nach derselben Uhr?
zone-hint = Ich habe eine Stadt gesucht und diese nicht gefunden. Deine Worte sind deshalb als Moment aufgehoben. Eine größere Stadt in der Nähe geht, oder die Uhrzeit bei dir, etwa 14:32.
zone-misread = Den Ort kenne ich nicht. Eine größere Stadt in der Nähe geht, oder die Uhrzeit bei dir, etwa 14:32.
zone-no-clock = Kein Ort, den ich kenne, zeigt gerade { $time }. Der Name einer größeren Stadt in der Nähe geht, oder die Zeit auf deiner Uhr, etwa 14:32.
zone-none-toast = Zu dieser Stunde gehört gerade keine Stadt. Probier die davor oder danach.
zone-skipped = Auch gut. Vorerst gehe ich nach { $zone }; mit /timezone lässt sich das jederzeit ändern.
zone-kept = Deine Uhr bleibt bei { $zone }; mit /timezone lässt sich das jederzeit ändern.
zone-done = Deine Uhr: <b>{ $zone }</b>. Dort ist es jetzt { $now }.
zone-done-city = Deine Uhr: <b>{ $city }</b>, nach der Zeit von { $zone }. Dort ist es jetzt { $now }.
zone-namesakes = Oder war eine andere mit diesem Namen gemeint?
skip-button = Jetzt nicht
times-question =
    <b>Wann darf ich fragen?</b>
    Zurzeit: { $times }
    Tippe etwas an oder schreib Zeiten: <i>8:30, 21:00 werktags, 10-18</i>
times-misread = Diese Zeiten konnte ich nicht lesen. So ginge es: <i>8:30</i>, <i>13:00 mo mi fr</i>, <i>10-18 sa so</i>. Bis zu sechs.
times-too-many = Mehr als sechs Zeiten kann ich mir nicht merken. Lass weg, was dir am wenigsten fehlt, und schreib den Rest noch einmal.
times-off = Wenn ich gar nicht mehr fragen soll: Mit <i>/pause für immer</i> bleibt es still bis /resume. Eine einzelne Zeit tippst du unter /times wieder weg.
times-hint = Ich habe Zeiten gesucht und diese nicht lesen können. Deine Worte sind deshalb als Moment aufgehoben. So ginge es: <i>8:30</i>, <i>halb neun</i>, <i>21:00 werktags</i>. Oder tippe eine an.
late-hint = Seit meiner Frage war einige Zeit vergangen. Deine Worte sind deshalb als Moment aufgehoben. Waren sie die Antwort, schick sie noch einmal oder tippe etwas an.
morning-button = Morgens
midday-button = Mittags
evening-button = Abends
hours-button = Andere Zeiten
hours-question = Tippe die Stunden an, die dir passen; tippe darunter auf eine Zeit für ihre Minuten und Wochentage.
slot-question =
    <b>{ $time }</b>
    Tippe die Minute und die Wochentage an.
slot-until-button = Irgendwann bis…
slot-until = Bis wann? Ich komme irgendwann zwischen { $start } und dann, jeden Tag anders.
slot-minute-button = Auf die Minute
slot-off-button = Nicht zu dieser Zeit
times-full-toast = Mehr als sechs Zeiten kann ich mir nicht merken.
done-button = So ist es gut
upcoming = Die nächsten Fragen (Uhr von { $zone }):
upcoming-none = Es ist keine Zeit gewählt, darum frage ich vorerst nicht. Schreiben kannst du jederzeit; mit /times wählst du, wann ich frage.
upcoming-paused = Die Pause dauert bis /resume, darum frage ich vorerst nicht. Schreiben kannst du jederzeit.
upcoming-quiet = Alle deine Zeiten liegen in deiner Ruhezeit, darum frage ich vorerst nicht. Mit /times änderst du die Zeiten, mit /when die Ruhezeit.
times-crowded = { $times }: Das liegt keine vier Stunden nach einer anderen deiner Zeiten, darum kommt dann keine Frage. Mit einem späteren Ende ist Platz für eine.

## What is minded when I ask

set-when-button = Wie ich frage
when-page =
    <b>Wie ich frage</b>
    Ton: { $sound }
    Ruhezeit: { $quiet }
    Wie genau: { $jitter }
    Dein Tag endet: { $dayend }
    Wenn du geschrieben hast: { $after }
    Wenn es still bleibt: { $patience }
when-back-button = Alles davon
when-misread = Das konnte ich nicht lesen. So ginge es: <i>/when ruhe 22-7</i>, <i>/when minuten 10</i>, <i>/when tagesende 3:00</i>, <i>/when stille aus</i>.
when-unfit = Das geht hier nicht.
when-hint = Ich habe auf eine Antwort gewartet und das nicht als eine lesen können. Deine Worte sind deshalb als Moment aufgehoben.
when-all-day = Ruhe zu jeder Stunde ist eine Pause: <i>/pause für immer</i>, oder /pause, um zu wählen, wie lange.
wish-on-typed = an, ein, ja, mit, on
wish-off-typed = aus, ohne, keine, keiner, nie, nein, off
wish-always-typed = immer, trotzdem, always
wish-done = { $what }: <b>{ $value }</b>.
wish-sound-button = Ton
wish-sound-typed = ton
wish-sound-question = Soll es klingen, wenn eine Frage kommt?
wish-sound-on-button = Wie Telegram es macht
wish-sound-off-button = Lautlos
wish-quiet-button = Ruhezeit
wish-quiet-typed = ruhezeit, ruhe
wish-quiet-question = In welchen Stunden soll es ruhig sein? Tippe etwas an oder schreib sie: <i>22-7</i>
wish-quiet-none-button = Keine
wish-jitter-button = Wie genau
wish-jitter-typed = minuten, minute
wish-jitter-question = Soll ich auf die Minute kommen, oder darf es etwas früher oder später sein? Tippe etwas an oder schreib Minuten, bis 30.
wish-jitter-none-button = Auf die Minute
wish-jitter-minutes-button = { $minutes } Minuten hin oder her
wish-dayend-button = Ende meines Tages
wish-dayend-typed = tagesende, ende meines tages
wish-dayend-question = Wann endet dein Tag? Was du vorher schreibst, zählt noch zum Vortag. Tippe etwas an oder schreib eine Uhrzeit bis mittags: <i>3:00</i>
wish-after-button = Wenn ich geschrieben habe
wish-after-typed = wenn ich geschrieben habe, nach dem schreiben, danach
wish-after-hours-typed = 3 stunden, 3h, stunden
wish-after-day-typed = den ganzen tag, ganzen tag, ganzer tag, den tag, tag, rest des tages
wish-after-question = Wenn du etwas geschrieben hast, wie lange soll ich dich dann in Ruhe lassen?
wish-after-hours-button = Drei Stunden
wish-after-day-button = Den Rest des Tages
wish-after-always-button = Trotzdem fragen
wish-patience-button = Wenn es still bleibt
wish-patience-typed = wenn es still bleibt, stille, geduld
wish-patience-question = Bleibt es still, frage ich immer seltener und höre dann auf, bis du schreibst. Wie viel Geduld soll ich haben? Tippe etwas an oder schreib, wie viele Fragen, 3 bis 50.
wish-patience-nudges-button = Aufhören nach { $nudges } Fragen
wish-patience-off-button = Weiter fragen wie gewählt

## Nudges

nothing-button = Heute nichts
another-button = Andere Frage
later-button = Später
later-question = Wann passt es dir besser?
later-20-button = In 20 Minuten
later-60-button = In einer Stunde
later-evening-button = Heute Abend
later-tomorrow-button = Morgen
later-done = Dann später: { $at }.
another-none-toast = Das war fürs Erste die letzte. Du kannst schreiben, worüber du willst.
less-button = Nicht diese Art
less-toast = Dann weniger von dieser Art.
less-done = Dann weniger von dieser Art. Du kannst über alles schreiben.
more-like-button = Mehr davon
more-like-toast = Dann mehr von dieser Art.
nudge-none = Gerade habe ich keine frische Frage. Was du schreibst, wird trotzdem aufgehoben.
button-gone-toast = Dieser Knopf hat ausgedient.
button-gone = Der Knopf gehört zu einer älteren Nachricht. /help zeigt, was es gibt.

## Keeping

undo-button = Zurücknehmen
undone = Zurückgenommen. Es taucht nicht mehr auf.
redo-button = Doch behalten
redone = Doch behalten.
undo-none = Es gibt nichts zurückzunehmen.
set-aside = Damit ist bei mir etwas schiefgegangen, und vielleicht fehlt eine Antwort darauf. Verloren ist es nicht: Ich hebe es auf, wie es kam, und wer diesen Bot betreibt, kann sehen, dass etwas nicht ging.
cannot-keep = Aufheben kann ich Worte, Fotos, Alben, Sprachnachrichten, Videos, Musik, Sticker, Dateien und Orte. Das hier nicht; ein paar Worte darüber gern.
more-button = …
open-button = Öffnen
yesterday-button = Das war am Tag davor: { $day }
gone-day-button = Das war gestern
this-day-button = Das war heute
join-button = Zum letzten dazu
joined-toast = Beides ist jetzt ein Moment.
part-button = Wieder zwei daraus machen
parted-toast = Es sind wieder zwei Momente.
kept-belated = Was du geschickt hast, während ich weg war, ist aufgehoben, jedes unter seiner eigenen Zeit. /list zeigt es.
too-big = Die Datei ist größer als 20 MB, deshalb kann ich keine Kopie davon machen. Sie bleibt bei Telegram; ich behalte, wo sie zu finden ist, und deine Worte dazu. Dateien bis 20 MB hebe ich ganz auf.
place-kept = In Worten: { $place }. Die genaue Stelle wird nicht aufgehoben.
spot-button = Die genaue Stelle behalten
spot-toast = Die genaue Stelle gehört jetzt dazu.
place-clock = Dort gilt die Zeit von { $zone }. Soll ich mich danach richten?
place-clock-button = Ja, nach dieser Uhr
care-answer =
    Das klingt sehr schwer, und es ist gut, dass du es aufgeschrieben hast. Ich bin ein Programm: Niemand liest hier mit, und ich kann keine Hilfe zu dir schicken. Ein Mensch kann das.{ $numbers }

    Hilfe in deinem Land, am Telefon oder im Chat: { $directory }
    Wenn du gerade in Gefahr bist: die Notrufnummer bei dir vor Ort.
    Du kannst auch jemanden anrufen, dem du vertraust, oder jemanden in deiner Nähe.
care-pause-button = Fragen pausieren
care-else-button = Ich meinte etwas anderes
care-countries-button = Andere Länder
kept-plainly = Behalten, Wort für Wort.
nothing-plainly = In Ordnung. Ich lasse es dabei.
support-button = Menschen zum Reden
support-elsewhere =
    Menschen, die zuhören, in fast jedem Land, am Telefon oder im Chat: { $directory }
    Dort wirst du gefragt, wo du bist, oder du wählst es aus.
care-else = In Ordnung. Deine Worte stehen da, wie du sie geschrieben hast. Wo es Hilfe gibt, steht weiterhin oben und unter /support.
care-soft = Falls es mehr ist als ein schwerer Tag: Unter /support findest du Menschen zum Reden.
support =
    Ich bin ein Programm und kann keine Hilfe zu dir schicken. Menschen können das.{ $numbers }

    Hilfe in deinem Land, am Telefon oder im Chat: { $directory }
    Wenn du gerade in Gefahr bist: die Notrufnummer bei dir vor Ort.
    Du kannst auch jemanden anrufen, dem du vertraust, oder jemanden in deiner Nähe.

## Giving back

recap-question = Auf welche Zeit möchtest du zurückschauen?
recap-today-button = Heute
recap-week-button = Diese Woche
recap-month-button = Dieser Monat
recap-all-button = Alles
recap-more-button = Noch fünf
recap-nothing-more = Mehr liegt aus dieser Zeit nicht da.
recap-season-button = Diese Jahreszeit
recap-year-button = Dieses Jahr
recap-last-week-button = Letzte Woche
recap-last-month-button = Letzter Monat
recap-last-season-button = Letzte Jahreszeit
recap-last-year-button = Letztes Jahr
recap-nothing = Aus dieser Zeit gibt es nichts zurückzugeben.
recap-none = Aus anderen Zeiten liegt etwas da. /remember bringt es.
recap-total-typed = anzahl, wie viele, gesamt
recap-total-button = Wie viele sind es?
recap-total =
    { $total ->
        [0] Aus diesen Tagen ist nichts da.
        [one] Ein Moment.
       *[other] { $total } Momente.
    }
remark-part-morning = Meist am Morgen.
remark-part-midday = Meist mitten am Tag.
remark-part-evening = Meist am Abend.
remark-part-night = Meist zu später Stunde.
remark-theme-sight = Licht und Dinge zum Anschauen ziehen sich hindurch.
remark-theme-sound = Geräusche ziehen sich hindurch.
remark-theme-touch = Vieles davon ließ sich anfassen.
remark-theme-smell = Das meiste davon hat einen Geruch.
remark-theme-taste = Einiges davon war zum Schmecken.
remark-theme-body = Atem und Körper kommen immer wieder vor.
remark-theme-nature = Wetter und Grünes ziehen sich hindurch.
remark-theme-animals = Tiere tauchen immer wieder auf.
remark-theme-people = Menschen tauchen immer wieder auf.
remark-theme-kindness = Freundlichkeit zieht sich hindurch.
remark-theme-home = Das Zuhause kommt immer wieder vor.
remark-theme-quiet = Ruhe kommt immer wieder vor.
remark-theme-play = In vielem steckt etwas Spiel.
remark-theme-making = Mehrmals etwas gemacht oder geflickt.
remark-theme-passing = Vieles davon geschah unterwegs.
remark-theme-memory = Frühere Tage kommen immer wieder vor.
recap-misread = Das konnte ich nicht lesen. So ginge es: <i>/recap letzte woche</i>, <i>/recap märz</i>, <i>/recap 2026-03</i>, <i>/recap seit juni</i>, <i>/recap alles</i>.
medium-photo = ein Bild
medium-voice = eine Sprachnachricht
medium-audio = eine Aufnahme
medium-video = ein Video
medium-video_note = ein rundes Video
medium-animation = ein bewegtes Bild
medium-sticker = ein Sticker
medium-document = eine Datei

## What comes back by itself

set-giving-button = Was zurückkommt
gifts =
    <b>Was von selbst zurückkommt</b>
    Ein Rückblick jede Woche: { $week }
    Ein Rückblick jeden Monat: { $month }
    Einer deiner Momente jede Woche: { $look }
    Derselbe Tag in anderen Jahren: { $day }
gifts-back-button = Alles davon
gift-never = nein
gift-week-button = Rückblick jede Woche
gift-month-button = Rückblick jeden Monat
gift-look-button = Ein Moment jede Woche
gift-day-button = An diesem Tag
gift-week-question = Wann soll die Woche zurückkommen, in deinen eigenen Worten? Tippe Tag und Stunde an oder schreib sie: <i>sonntag 18:30</i>
gift-month-question = Am Ersten kann der Monat davor zurückkommen, in deinen eigenen Worten. Um welche Zeit? Tippe sie an oder schreib sie: <i>18:30</i>
gift-look-question = Wann soll einmal in der Woche einer deiner Momente vorbeikommen? Tippe Tag und Stunde an oder schreib sie: <i>sonntag 18:30</i>
gift-day-question = Gibt es vom selben Datum einen Moment aus einem anderen Jahr, kann er vorbeikommen. Um welche Zeit? Tippe sie an oder schreib sie: <i>8:30</i>
gift-weekly-hint = Ich habe einen Tag und eine Uhrzeit gesucht und das nicht lesen können. Deine Worte sind deshalb als Moment aufgehoben. So ginge es: <i>sonntag 18:30</i>, <i>halb neun</i>. Oder tippe sie an.
gift-hint = Ich habe eine Uhrzeit gesucht und das nicht lesen können. Deine Worte sind deshalb als Moment aufgehoben. So ginge es: <i>18:30</i>, <i>halb neun</i>. Oder tippe eine an.
gift-weekly-days = Es kommt einmal in der Woche, darum ist es einer dieser Tage geworden. Ein anderer lässt sich antippen.
gift-month-days = Es kommt am Ersten, auf welchen Wochentag er auch fällt.
gift-day-days = Es kommt, wo es einen gibt, an welchem Wochentag auch immer.
gift-month-when = am Ersten, { $time }
gift-day-when = wo es einen gibt, { $time }
gift-done = { $what }: <b>{ $when }</b>.
gift-instead = Es kommt anstelle von: { $other }.
gift-next = Das nächste Mal: { $at }.
gift-quiet = Das liegt in deiner Ruhezeit, und in ihr kommt nichts von selbst. Tippe eine andere Zeit an, oder ändere die Ruhezeit mit /when.
gift-held-back = { $when }, in deiner Ruhezeit, darum vorerst nicht
gifts-quiet = Das käme in dieser Zeit und kommt darum vorerst nicht von selbst: { $gifts }.
gift-off-button = Nicht von selbst
gift-off-toast = Von selbst kommt es nicht mehr. /recap und /remember bringen es, wann du magst.
gift-offer = Eine kleine Handvoll ist inzwischen hier. Soll etwas davon von selbst zurückkommen, in deinen eigenen Worten?
gift-take-week-button = Am Sonntagabend
gift-take-month-button = Am Monatsersten
gift-refuse-button = Nein, danke
gift-refused = Dann bleibt es hier, bis du fragst. /recap gibt es jederzeit zurück.

## Remembering

remember-button = Einer von meinen
remember-none = Noch ist nichts da, was zurückkommen könnte. Was du ab jetzt behältst, liegt hier, wenn du es möchtest.
remember-away = Von dem, was du behalten hast, kommt gerade nichts zurück. In /list ist alles da.
remember-another-button = Noch einer
near-button = Darf öfter kommen
near-toast = Der kommt nun öfter vorbei.
not-near-button = Wieder wie die anderen
not-near-toast = Der kommt nun vorbei wie die anderen.
not-again-button = Diesen nicht noch einmal
not-again-toast = Er kommt nicht wieder. In deinem Tagebuch steht er weiterhin.
not-again-undo-button = Darf wiederkommen
again-toast = Er darf wiederkommen.
hide-day-button = Diesen Tag verbergen
day-hidden-toast = Von diesem Tag ({ $day }) kommt nichts wieder. In deinem Tagebuch steht alles weiterhin.
hide-day-undo-button = Der Tag darf wiederkommen
day-shown-toast = Dieser Tag ({ $day }) darf wiederkommen.

## The journal: looking through and finding

list = Deine Momente, der neueste Tag zuerst. Tipp einen an, um ihn zu öffnen.
list-none = Hier ist noch nichts. Was du schickst, wird aufgehoben.
list-misread = Den Tag konnte ich nicht lesen. Das ginge: <i>/list</i>, <i>/list märz</i>, <i>/list 2026-03-05</i>.
newer-button = ‹ Neuere
older-button = Ältere ›
search-question = Wonach suchst du? Ein Wort genügt, oder sein Anfang; in „Anführungszeichen“ bleiben Worte beisammen.
search-found = Gefunden zu <i>{ $words }</i>, das Neueste zuerst:
search-none = In deinen Momenten steht <i>{ $words }</i> nicht. Ein kürzeres Wort oder nur der Anfang findet vielleicht mehr.
search-left-out = Auch in etwas, das nicht zurückkommt, stehen diese Worte; /list zeigt es.
search-gone-toast = Diese Suche ist vorbei. /search beginnt eine neue.
opened-from = von { $what }
opened-about = zu: { $what }
opened-place = bei { $what }
opened-spot = { $what }
opened-tags = { $what }
file-gone = Hierzu gehört eine Datei, die ich nicht mehr zeigen kann: Telegram gibt sie nicht mehr heraus, und eine Kopie davon gibt es nicht.
edit-button = Ändern
edit-question = Schick die neuen Worte; sie treten an die Stelle der alten.
reworded = Deine neuen Worte sind aufgehoben.
earlier-button = Die Worte davor
unworded-toast = Die Worte davor sind wieder da.
move-button = Anderer Tag
move-question = Zu welchem Tag gehört es? Tipp ihn an oder schreib ihn: <i>gestern</i>, <i>5. März</i>, <i>2026-03-05</i>.
move-hint = Ich warte auf einen Tag, etwa <i>gestern</i> oder <i>2026-03-05</i>, und habe deine Worte so lange als Moment aufgehoben.
words-hint = Das ist als eigener Moment aufgehoben. Gewartet hatte ich auf Worte; wenn du sie hast, tipp noch einmal auf die Taste.
move-future = Dieser Tag kommt erst noch. Jeder bis heute geht.
moved = Es gehört jetzt zu diesem Tag: { $day }.
moved-toast = Es gehört jetzt zu diesem Tag: { $day }.
tag-button = Schlagworte
tag-question = Welche Schlagworte soll es haben? Schick ein paar, etwa <i>garten regen</i>.
tag-question-more = Es hat jetzt { $tags }. Schick Worte zum Hinzufügen, oder <i>-wort</i>, um eines wegzunehmen, das du hier hinzugefügt hast.
tagged = Seine Schlagworte: { $tags }
untagged = Es hat jetzt keine Schlagworte.
leave-button = Nicht von selbst zurückgeben
left-out-toast = Es bleibt hier und kommt nicht von selbst zurück.
let-in-button = Darf wiederkommen
let-in-toast = Es darf wiederkommen.
delete-button = Löschen
delete-toast = Gelöscht heißt fort, auch aus der Suche. Soll es gehen?
delete-no-button = Behalten
delete-yes-button = Für immer löschen
spared-toast = Es bleibt.
deleted = Es ist endgültig gelöscht.

## Taking it away, bringing it back, and forgetting

export-button = Erst mitnehmen
export-title = Lichtblicke
export-nothing = Hier sind noch keine Momente von dir, also gibt es nichts mitzunehmen.
export-done = Hier ist es: zum Lesen (glimmers.md), für eine Tabelle (glimmers.csv), für andere Programme (glimmers.json), und was dabei war. Leg es an einen sicheren Ort; wer die Datei hat, kann sie lesen. /import bringt alles zurück.
export-done-parts = Hier ist es, in mehreren Dateien, jede für sich vollständig: zum Lesen (glimmers.md), für eine Tabelle (glimmers.csv), für andere Programme (glimmers.json), und was dabei war. Leg sie an einen sicheren Ort; wer sie hat, kann sie lesen. /import bringt sie zurück, alle auf einmal oder eine nach der anderen.
export-awaited = { $what }, noch nicht hier
export-elsewhere = { $what }, nur bei Telegram
export-which =
    { $awaited ->
        [0] nur bei Telegram ({ $elsewhere })
       *[other] { $elsewhere ->
            [0] noch nicht hier ({ $awaited })
           *[other] noch nicht hier ({ $awaited }), nur bei Telegram ({ $elsewhere })
        }
    }
export-missing = Von den Bildern und anderen Dateien ist nicht alles dabei: { $which }.
import-question =
    Schick mir die Datei: eine aus /export, aus Day One (JSON), Daylio oder Presently (CSV), oder eine eigene Tabelle oder einen Text mit einem Datum wie 2024-03-07 vor jedem Eintrag. Höchstens 20 MB; mehr gibt Telegram mir nicht.

    Ich sage dir erst, was darin steht. Nichts wird aufgehoben, bevor du es sagst.
import-source-glimmer = eine Datei aus /export
import-source-dayone = ein Tagebuch aus Day One
import-source-daylio = eine Tabelle aus Daylio
import-source-presently = eine Tabelle aus Presently
import-source-table = eine Tabelle
import-source-markdown = ein Text mit Daten
import-found =
    Das sieht aus wie { $source }.
    Momente: { $moments }, von { $first } bis { $last }
    Bilder und andere Dateien: { $files }
    Noch nicht hier: { $new }
    Die ersten Worte darin:
    { $example }

    { $together ->
        [1] Soll das herein?
       *[other] Mit dem, was du vorher geschickt hast, warten jetzt { $together } Dateien. Sollen alle herein?
    }
import-yes-button = Hereinholen
import-no-button = Lassen
import-not = Alles bleibt, wie es war.
import-known = Das ist alles schon hier.
import-done = Es ist da. Neue Momente: { $new }. Schon hier gewesen: { $known }. Wenn es noch eine Datei gibt, schick sie einfach.
import-gone = Die Datei habe ich nicht mehr zur Hand. Schick /import und dann die Datei noch einmal.
import-nothing-waits = Es wartet nichts mehr. Wenn es noch eine Datei gibt, schick sie einfach.
import-not-fetched = Telegram hat mir die Datei gerade nicht gegeben. Schick sie in einer Weile noch einmal.
import-too-big = Die Datei ist größer als 20 MB, und mehr gibt Telegram mir nicht. Lässt sie sich teilen, schick die Teile einzeln.
import-refused-unknown = Diese Art Datei kenne ich nicht, also habe ich nichts aufgehoben. Das geht: ein ZIP aus /export, Day One als JSON, Daylio oder Presently als CSV, eine Tabelle mit einer Spalte für das Datum und einer für die Worte, oder ein Text mit einem Datum wie 2024-03-07 vor jedem Eintrag.
import-refused-broken = Die Datei ist beschädigt oder nicht, was sie vorgibt, also habe ich nichts aufgehoben. Vielleicht hilft es, sie noch einmal zu exportieren.
import-refused-newer = Die Datei stammt von einem neueren Bot als diesem, also habe ich nichts aufgehoben. Wer diesen Bot betreibt, kann ihn erneuern.
import-refused-encoding = Die Datei ist nicht in UTF-8, die Buchstaben kämen falsch heraus; ich habe nichts aufgehoben. Speichere sie als UTF-8 und schick sie noch einmal.
import-refused-dates =
    { $line ->
        [0] Ein Datum in der Datei kann ich nicht lesen, also habe ich nichts aufgehoben.
       *[other] Das Datum in Zeile { $line } kann ich nicht lesen, also habe ich nichts aufgehoben.
    } Als 2024-03-07 geschrieben ist ein Datum immer klar.
import-refused-empty = In der Datei stehen keine Einträge.
import-refused-too-much = In der Datei steht mehr, als ich auf einmal aufnehmen kann, also habe ich nichts aufgehoben. In kleineren Teilen geht es.
import-refused-unsafe = In dem Archiv ist etwas, das nicht in ein Tagebuch gehört, etwa ein weiteres Archiv oder ein Pfad, der hinausführt. Ich habe nichts aufgehoben.
import-refused-locked = Das Archiv hat ein Passwort, ich kann nicht hineinsehen. Ich habe nichts aufgehoben.
forget-question =
    <b>Soll ich dich vergessen?</b>
    Was geht:
    · deine Momente: { $moments }, vom { $first } bis zum { $last }
    · mit ihnen Bilder: { $pictures }, Sprachnachrichten: { $voices }, andere Dateien: { $files }
    · deine Zeiten und das, was ich dich gefragt habe

    Zurückholen lässt es sich nicht. Die Nachrichten in diesem Chat bleiben bei Telegram, bis du den Chat löschst.
forget-missing = Von den Bildern und anderen Dateien lässt sich nicht alles mitnehmen: { $which }.
forget-question-empty =
    <b>Soll ich dich vergessen?</b>
    Momente von dir liegen hier keine. Was geht: deine Zeiten, deine Zeitzone und das, was ich dich gefragt habe.
forget-yes-button = Alles vergessen
forget-no-button = Alles behalten
forget-not = Alles bleibt, wie es war.
forget-done =
    Erledigt. Im Heft steht nichts mehr von dir. Ältere Sicherungskopien, falls es welche gibt, kann nur löschen, wer diesen Bot betreibt; frag dort nach.

    Mach es gut. Schreibst du irgendwann wieder, lernen wir uns neu kennen.

## Pictures

pictures-button = Bilder
pictures-question = Welches Bild soll es sein?
picture-sky-button = Nachthimmel
picture-year-button = Jahr der Lichter
picture-clock-button = Tagesuhr
picture-petals-button = Fünf Sinne
picture-contact-button = Fotos
picture-garland-button = Wiederkehrende Wörter
picture-not = Das Bild ist mir gerade nicht gelungen. Deine Momente sind alle da; später klappt es vielleicht.
look-light-button = In hellen Farben
look-dark-button = In dunklen Farben
wordless-button = Ohne Worte
with-words-button = Mit Worten
postcard-button = Postkarte
postcard-question = Welcher Moment soll auf die Karte?
booklet-button = Als PDF speichern
booklet-done = Ein kleines Heft zum Drucken oder Aufheben, in deinen eigenen Worten. Wer die Datei hat, kann es lesen.
booklet-done-some = Ein kleines Heft zum Drucken oder Aufheben, in deinen eigenen Worten. Alles passt nicht hinein, es ist eine Auswahl aus der ganzen Zeit; /export gibt dir alles. Wer die Datei hat, kann es lesen.
booklet-closing = Aufgehoben, wie es geschrieben wurde.
booklet-closing-some = Eine Auswahl, aufgehoben, wie es geschrieben wurde. Alles zusammen gibt es im Chat mit /export.
season-spring = Frühling
season-summer = Sommer
season-autumn = Herbst
season-winter = Winter
title-today = Ein Tag
title-day = Ein Tag
title-week = Die Woche
title-month = Ein Monat
title-season = Ein Teil des Jahres
title-year = Das Jahr
title-stretch = Eine Reihe von Tagen
title-since = Seit dem { $day }
title-all = Alles zusammen
title-lights = Ein Jahr der Lichter
title-clock = Rund um die Uhr
title-petals = Fünf Sinne
title-contact = Was ich sah
title-garland = Wörter, die wiederkamen
hour-midnight = Mitternacht
hour-six = 6
hour-noon = Mittag
hour-eighteen = 18
sense-sight = Sehen
sense-sound = Hören
sense-touch = Tasten
sense-smell = Riechen
sense-taste = Schmecken
alt-sky = { $period } ({ $dates }) als Nachthimmel. Jeder Stern ist ein Moment: Die Tage laufen von links nach rechts, und je später die Stunde, desto höher steht er.
alt-sky-by-day = { $period } ({ $dates }) als Nachthimmel. Jeder Stern ist ein Moment: Die Tage laufen von links nach rechts, und wo die Stunde bekannt ist, steht der Stern höher, je später es war.
alt-year = Reihen von Lichtern ({ $dates }), eine für jeden Monat von { $first } bis { $last }. Wo ein Tag etwas hat, steht ein Licht.
alt-clock = Ein Ring aus Tag und Nacht ({ $dates }): Mittag oben, Mitternacht unten, und jeder Moment bei seiner Stunde.
alt-petals =
    { $petals ->
        [one] Eine Blume mit einem Blatt ({ $dates }): { $senses }. Dieser Sinn steckt in deinen Worten.
       *[other] Eine Blume ({ $dates }) mit einem Blatt je Sinn: { $senses }. Je größer ein Blatt, desto mehr von diesem Sinn steckt in deinen Worten.
    }
alt-contact =
    { $photos ->
        [one] Dein Foto ({ $dates }), allein auf seinem Bogen.
       *[other] Deine Fotos ({ $dates }), nebeneinander wie auf einem Kontaktbogen.
    }
alt-garland = Eigene Wörter, die wiederkamen ({ $dates }), an einer Girlande in der Folge der Zeit.
alt-postcard = Eine Karte mit deinen Worten vom { $day }: { $words }
alt-postcard-both = Eine Karte mit deinem Bild vom { $day }, darunter deine Worte: { $words }
alt-postcard-photo = Eine Karte mit deinem Bild vom { $day }.
alt-wordless-sky = Ein Nachthimmel aus kleinen Lichtern, ohne Worte.
alt-wordless-year = Reihen kleiner Lichter, ohne Worte.
alt-wordless-clock = Ein Ring kleiner Lichter, ohne Worte.
alt-wordless-petals = Eine Blume, ohne Worte.
alt-wordless-contact =
    { $photos ->
        [one] Ein Foto, ohne Worte.
       *[other] Fotos, ohne Worte.
    }
alt-wordless-garland = Eine Girlande kleiner Lichter, ohne Worte.
alt-wordless-postcard = Eine kleine Form in ihrem Licht, ohne Worte.
alt-themes = Die Formen stehen für: { $themes }.

## What is asked about

set-subjects-button = Wonach ich frage
subjects =
    <b>Wonach ich frage</b>
    Was du weglässt, bleibt weg, bis du es zurückholst.
subjects-even = Bisher kommen alle Arten von Fragen etwa gleich oft.
subjects-more = Öfter, nach deinen Antworten: { $kinds }.
subjects-less = Seltener: { $kinds }.
subjects-out = Weggelassen: { $kinds }.
subjects-kind-button = Arten von Fragen
subjects-subject-button = Empfindliche Themen
subjects-need-button = Was Fragen voraussetzen
subjects-afresh-button = Von vorn lernen
subjects-afresh-toast = Von vorn begonnen. Was du weggelassen hast, bleibt weg.
subjects-back-button = Zurück
subjects-kind =
    <b>Arten von Fragen</b>
    Was ein ✓ hat, kann vorkommen. Tippe etwas an, um es wegzulassen oder zurückzuholen.
subjects-subject =
    <b>Empfindliche Themen</b>
    Was ein ✓ hat, kann vorkommen. Tippe etwas an, um es wegzulassen oder zurückzuholen.
subjects-need =
    <b>Was Fragen voraussetzen</b>
    Tippe an, was für dich nicht passt, und keine Frage baut mehr darauf.
kind-sight = Gesehenes
kind-sound = Geräusche und Klänge
kind-touch = Berührung und Stoffe
kind-smell = Gerüche
kind-taste = Geschmack
kind-body = Atem und Körper
kind-nature = Natur und Wetter
kind-animals = Tiere
kind-people = Menschen
kind-kindness = Freundlichkeit
kind-home = Zuhause
kind-quiet = Ruhe und Stille
kind-play = Spiel und Unsinn
kind-making = Gemachtes und Geflicktes
kind-passing = Unterwegssein
kind-memory = Erinnerungen
subject-food = Essen und Trinken
subject-body = der Körper
subject-relationships = Partnerschaft und Liebe
subject-family = Familie
subject-memory = Kindheit und Früheres
subject-money = Geld
subject-work = Arbeit
subject-faith = Glaube
need-vision = Sehen
need-hearing = Hören
need-outdoors = Draußensein
need-mobility = Gehen

## When nothing is asked: silence, and coming back

silence-off = ich frage weiter wie gewählt
silence-as-chosen = ich frage immer seltener und höre auf, bis du schreibst
silence-sparse = ich hatte schon seltener gefragt; jetzt ist es wieder wie gewählt
silence-rare = ich war schon recht still; jetzt ist es wieder wie gewählt
silence-rest = ich hatte aufgehört zu fragen; jetzt ist es wieder wie gewählt
suits-keep-button = So lassen
suits-other_time-button = Andere Zeit
suits-fewer-button = Weniger
suits-pause-button = Eine Pause
suits-kept = Gut, es bleibt, wie es ist.
suits-fewer = Dann weniger. Mit /times änderst du es jederzeit.

## Pausing

pause-question = Wie lange soll es still sein? Schreiben kannst du trotzdem jederzeit.
pause-day-button = Bis morgen
pause-three-days-button = Drei Tage
pause-week-button = Eine Woche
pause-month-button = Einen Monat
pause-forever-button = Bis auf Weiteres
pause-misread = Das konnte ich nicht lesen. So ginge es: <i>/pause 3 tage</i>, <i>/pause bis freitag</i>, <i>/pause bis 5.1.2027</i>, <i>/pause für immer</i>.
pause-begins = Eine Pause fängt gleich an; für später kann ich mir keine vornehmen. So ginge es: <i>/pause bis freitag</i>, <i>/pause nächste woche</i> (ab jetzt und bis sie um ist), <i>/pause 3 tage</i>.
pause-past = Der Tag ist schon da oder vorbei. Nur für heute Ruhe: <i>/pause heute</i>. Für länger: <i>/pause 3 tage</i>, <i>/pause bis freitag</i>.
paused = Still bis { $day }. Schreiben kannst du trotzdem jederzeit.
paused-for-good = Still bis /resume. Schreiben kannst du trotzdem jederzeit.
resume-button = Frag mich wieder
resumed = Gut. Es geht genau hier weiter.

## Settings

settings =
    <b>So ist es eingestellt</b>
    Zeiten: { $times }
    Uhr: { $zone }
    Pause: { $pause }
    Wenn es still bleibt: { $silence }
    Wenn ich etwas aufhebe: { $acknowledge }
    Sprache: { $language }
set-times-button = Zeiten
set-timezone-button = Uhr
set-pause-button = Pause
settings-misread = Diese Einstellung kenne ich nicht. So ginge es: <i>/settings herz</i>, <i>/settings worte</i>, <i>/settings stille</i>. Hier ist alles:
set-acknowledge-button = Wie ich antworte
set-language-button = Sprache
pause-none = keine
pause-for-good = bis auf Weiteres
pause-until = bis { $day }
acknowledge-question = Woran möchtest du merken, dass etwas aufgehoben ist?
acknowledge-words-typed = worte, ein paar worte
acknowledge-reaction-typed = herz, ein herz, reaktion
acknowledge-silence-typed = stille, still, nichts
acknowledge-words = ein paar Worte
acknowledge-reaction = ein Herz an deiner Nachricht
acknowledge-silence = Stille
acknowledge-words-button = Ein paar Worte
acknowledge-reaction-button = Ein Herz an meiner Nachricht
acknowledge-silence-button = Stille
acknowledge-done = Ab jetzt: { $how }. /undo nimmt das Letzte zurück.
language-unknown = Diese Sprache kann ich noch nicht. Diese hier schon:
language-question = In welcher Sprache reden wir?
language-done = Dann auf Deutsch.

## About

help =
    Schick, was du magst und wann du magst: ein paar Worte, ein Foto, eine Sprachnachricht. Ich hebe es auf.

    /recap gibt dir deine Momente zurück
    /list zeigt sie nach Tagen, /search findet ein Wort
    /remember bringt dir gleich einen davon
    /nudge fragt dich jetzt etwas
    /times stellt ein, wann ich frage, /when, wie, und /timezone, wo du bist
    /pause und /resume
    /undo nimmt das Letzte zurück
    /settings, /language
    /export gibt dir alles als Datei, /import holt eine herein
    /privacy sagt, was aufgehoben wird, /forget entfernt alles
    /support nennt Menschen zum Reden, für schwere Tage
privacy =
    <b>Was aufgehoben wird, und wo</b>
    Deine Nachrichten an mich, mit Fotos und Sprachnachrichten und der Zeitzone, in der du sie jeweils geschrieben hast, deine Zeiten, Zeitzone und Sprache, welche Fragen ich gestellt habe und was du weglässt, und das Land für /support, wenn du eines gewählt hast. Dein Name steht nicht dabei; von wem etwas war, das du weiterleitest oder zitierst, schon. Eine Nachricht, die noch wartet oder nicht bearbeitet werden konnte, liegt da, wie Telegram sie geschickt hat, mit dem Namen, den du dort hast. Von einem Ort, den du schickst, sein Name; die genaue Stelle nur, wenn du es sagst.

    Das alles steht in einer einzigen Datei auf dem Rechner der Person, die diesen Bot betreibt. Sie könnte es lesen, wenn sie wollte. Hat sie die Datei verschlüsselt, kann es niemand, der nur an die Datei kommt. Sonst bekommt es niemand, kein anderer Dienst erfährt davon, und nichts, was du schreibst, steht in einem Protokoll.

    Chats mit Bots liegen auch auf den Servern von Telegram; sie sind nicht Ende-zu-Ende-verschlüsselt.

    Kein Mensch liest mit. /export gibt dir alles, /forget entfernt es sofort aus der Datei.
    { $copies ->
        [0] Von selbst macht dieser Bot keine Kopien der Datei; macht die Person, die ihn betreibt, welche, dann liegen sie bei ihr, frag am besten dort nach.
        [one] Jeden Tag wird eine Kopie der Datei gemacht, und die neueste bleibt; sie liegt bei der Person, die diesen Bot betreibt, frag am besten dort nach.
       *[other] Jeden Tag wird eine Kopie der Datei gemacht, und die neuesten { $copies } bleiben; sie liegen bei der Person, die diesen Bot betreibt, frag am besten dort nach.
    }
unknown-command = Das kenne ich nicht. /help zeigt, was es gibt; alles ohne Schrägstrich wird als Moment aufgehoben.
left-over = Was hinter dem Befehl stand, ist nicht aufgehoben. Als eigene Nachricht bleibt es.
stranger = Dieser Bot ist nur für ein paar Leute da. Sein Code ist frei, jeder kann einen eigenen betreiben.
group = Ich bin für einen Menschen allein gemacht und gehe deshalb wieder. Unter vier Augen kannst du mir schreiben.

## On Telegram

bot-description = Ein ruhiger Ort für kleine Momente, in denen es leichter wird. Ich frage einmal am Tag, zu deiner Zeit, hebe auf, was du antwortest, und gebe es dir in deinen eigenen Worten zurück.
bot-short-description = Kleine leichte Momente, aufgehoben und in deinen eigenen Worten zurückgegeben.
command-recap = deine Momente, zurückgegeben
command-list = deine Momente, Tag für Tag
command-search = ein Wort darin finden
command-remember = einer von deinen, jetzt
command-nudge = eine Frage, jetzt
command-times = wann ich frage
command-when = wie ich frage: Ton, Ruhezeit, Stille
command-timezone = wo du bist
command-pause = eine Weile still
command-resume = frag mich wieder
command-undo = das Letzte zurücknehmen
command-settings = wie es eingestellt ist
command-language = welche Sprache
command-export = alles mitnehmen
command-import = Momente aus einer Datei holen
command-forget = alles von mir vergessen
command-privacy = was aufgehoben wird, und wo
command-support = Menschen zum Reden
command-help = was es gibt
command-start = von vorn; nichts geht verloren
