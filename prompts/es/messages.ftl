# Todo lo que dice el bot aparte de invitaciones, acuses y resúmenes. De tú, sin género para quien lee.

welcome =
    Hola. Este es un lugar tranquilo para los <b>destellos</b>: momentos pequeños de calma. La luz tibia en una pared, un primer sorbo, alguien que sostiene la puerta.

    Te pregunto a las horas que elijas, una vez al día para empezar. Respondes con unas palabras, una foto o una nota de voz, o con nada. Guardo lo que envías y más adelante te lo devuelvo.

    <i>La palabra, «glimmer» en inglés, es de la terapeuta Deb Dana. Fijarse en momentos buenos y pequeños es una costumbre amable; no es terapia ni consejo médico, y yo soy un programa.</i>
first-invitation = También puedes escribir cuando quieras, sin que te pregunte. Aquí va una primera, si te apetece:
first-quietly = También puedes escribir cuando quieras, sin que te pregunte.

zone-question =
    Para preguntarte a buena hora: <b>¿dónde estás?</b>
    Toca un lugar o escribe el nombre de una ciudad cercana.
zone-question-again =
    Tu reloj está en <b>{ $zone }</b>.
    Para cambiarlo, toca un lugar o escribe el nombre de una ciudad cercana.
zone-clock-button = Por la hora que tengo
zone-share-button = Enviar mi ubicación
zone-share-send-button = Enviar mi ubicación una vez
zone-share = Usa el botón de abajo. El lugar se resuelve aquí, en esta máquina, y no se guarda; solo queda la zona horaria.
zone-located-not = Está bien así.
zone-located = Gracias. El lugar no se guarda.
zone-hours = ¿Qué hora es para ti ahora? Toca la hora.
zone-which = ¿Cuál es la tuya, o tiene el mismo reloj?
zone-hint = Buscaba una ciudad y esa no la encontré, así que guardé tus palabras como un momento. Sirve una ciudad más grande cerca de ti, o la hora que es ahora, como 14:32.
zone-misread = Ese lugar no lo conozco. Sirve una ciudad más grande cerca de ti, o la hora que es para ti ahora, como 14:32.
zone-no-clock = Ningún lugar que conozca marca ahora las { $time }. Sirve el nombre de una ciudad más grande cerca de ti, o la hora de tu reloj, como 14:32.
zone-none-toast = Ninguna ciudad tiene esa hora ahora. Prueba con la anterior o la siguiente.
zone-skipped = Está bien. Por ahora uso { $zone }; con /timezone se cambia cuando quieras.
zone-kept = Tu reloj sigue en { $zone }; con /timezone se cambia cuando quieras.
zone-done = Tu reloj: <b>{ $zone }</b>, donde ahora son las { $now }.
zone-done-city = Tu reloj: <b>{ $city }</b>, con la hora de { $zone }. Allí son ahora las { $now }.
zone-namesakes = ¿O era otra con ese nombre?
skip-button = Ahora no
times-question =
    <b>¿Cuándo puedo preguntarte?</b>
    Ahora: { $times }
    Toca para cambiarlo o escribe horas: <i>8:30, 21:00 lun mié, 10-18</i>
times-misread = No pude leer esas horas. Servirían: <i>8:30</i>, <i>13:00 lun mié vie</i>, <i>10-18 sáb dom</i>. Hasta seis.
times-too-many = Puedo tener en cuenta seis horas, y estas son más. Deja fuera las que menos eches de menos y escribe de nuevo el resto.
times-off = Para que no te pregunte más, con <i>/pause para siempre</i> hay silencio hasta /resume. Una hora suelta se quita tocándola en /times.
times-hint = Buscaba horas y esas no las pude leer, así que guardé tus palabras como un momento. Servirían: <i>8:30</i>, <i>ocho y media</i>, <i>21:00 lun mié</i>. O toca una.
late-hint = Había pasado un rato desde mi pregunta, así que guardé tus palabras como un momento. Si eran la respuesta, envíalas otra vez o toca una opción.
morning-button = Mañana
midday-button = Mediodía
evening-button = Noche
hours-button = Otras horas
hours-question = Toca las horas que te vengan bien; toca una de abajo para sus minutos y días.
slot-question =
    <b>{ $time }</b>
    Toca el minuto y los días.
slot-until-button = En algún momento hasta…
slot-until = ¿Hasta cuándo? Llego en algún momento entre las { $start } y esa hora, cada día en otro.
slot-minute-button = Al minuto
slot-off-button = A esta hora no
times-full-toast = Seis horas son las que puedo tener en cuenta.
done-button = Así está bien
upcoming = Te preguntaré (hora de { $zone }):
upcoming-none = No hay ninguna hora elegida, así que por ahora no te pregunto. Puedes escribir cuando quieras; con /times eliges cuándo pregunto.
upcoming-paused = La pausa sigue hasta /resume, así que por ahora no te pregunto. Puedes escribir cuando quieras.
upcoming-quiet = Todas tus horas caen en tus horas de calma, así que por ahora no te pregunto. Con /times cambias las horas, con /when la calma.
times-crowded = { $times }: eso queda a menos de cuatro horas de otra de tus horas, así que ahí no llega ninguna pregunta. Con un final más tarde cabría una.

## What is minded when I ask

set-when-button = Cómo pregunto
when-page =
    <b>Cómo pregunto</b>
    Sonido: { $sound }
    Horas de calma: { $quiet }
    Con qué exactitud: { $jitter }
    Tu día acaba: { $dayend }
    Después de escribir: { $after }
    En un silencio: { $patience }
when-back-button = Todo esto
when-misread = No pude leer eso. Servirían: <i>/when calma 22-7</i>, <i>/when minutos 10</i>, <i>/when fin del día 3:00</i>, <i>/when silencio no</i>.
when-unfit = Eso aquí no sirve.
when-hint = Esperaba una respuesta y no pude leer eso como una, así que guardé tus palabras como un momento.
when-all-day = Calma a todas horas es una pausa: <i>/pause para siempre</i>, o /pause para elegir cuánto.
wish-on-typed = sí, con, activado, encendido, on
wish-off-typed = no, sin, ninguna, ninguno, nunca, off
wish-always-typed = siempre, always
wish-done = { $what }: <b>{ $value }</b>.
wish-sound-button = Sonido
wish-sound-typed = sonido
wish-sound-question = Cuando llegan mis preguntas, ¿quieres que suenen?
wish-sound-on-button = Como lo haga Telegram
wish-sound-off-button = Sin sonido
wish-quiet-button = Horas de calma
wish-quiet-typed = horas de calma, calma
wish-quiet-question = ¿En qué horas prefieres calma? Toca o escríbelas: <i>22-7</i>
wish-quiet-none-button = Ninguna
wish-jitter-button = Con qué exactitud
wish-jitter-typed = minutos, minuto
wish-jitter-question = ¿Llego al minuto, o puedo llegar un poco antes o después? Toca o escribe minutos, hasta 30.
wish-jitter-none-button = Al minuto
wish-jitter-minutes-button = { $minutes } minutos antes o después
wish-dayend-button = Fin de mi día
wish-dayend-typed = fin del día, fin de mi día
wish-dayend-question = ¿Cuándo acaba tu día? Lo que escribas antes cuenta para el día anterior. Toca o escribe una hora hasta mediodía: <i>3:00</i>
wish-after-button = Después de escribir
wish-after-typed = después de escribir, después
wish-after-hours-typed = 3 horas, 3h, horas
wish-after-day-typed = todo el día, el día entero, el día, día, resto del día
wish-after-question = Cuando hayas escrito algo, ¿cuánto rato te dejo en paz?
wish-after-hours-button = Tres horas
wish-after-day-button = El resto del día
wish-after-always-button = Pregunta igual
wish-patience-button = En un silencio
wish-patience-typed = en un silencio, en silencio, silencio, paciencia
wish-patience-question = Si mis preguntas dan con silencio, pregunto cada vez menos y luego paro hasta que escribas. ¿Cuánta paciencia quieres que tenga? Toca o escribe cuántas preguntas, de 3 a 50.
wish-patience-nudges-button = Parar tras { $nudges } preguntas
wish-patience-off-button = Seguir como elegí

nothing-button = Hoy nada
another-button = Otra pregunta
later-button = Más tarde
later-question = ¿Cuándo te vendría mejor?
later-20-button = En 20 minutos
later-60-button = En una hora
later-evening-button = Esta noche
later-tomorrow-button = Mañana
later-done = Más tarde, entonces: { $at }.
another-none-toast = Era la última por ahora. Puedes escribir sobre lo que sea.
less-button = De este tipo no
less-toast = Menos de este tipo, entonces.
less-done = Menos de este tipo, entonces. Puedes escribir sobre lo que sea.
more-like-button = Más como esta
more-like-toast = Más de este tipo, entonces.
nudge-none = No me queda ninguna pregunta nueva ahora. Lo que escribas se guarda igual.
button-gone-toast = Este botón ya tuvo su día.
button-gone = Ese botón es de un mensaje antiguo. /help muestra lo que hay.

undo-button = Deshacer
undone = Retirado. No volverá a aparecer.
redo-button = Guardarlo de todos modos
redone = Guardado de todos modos.
undo-none = No hay nada que retirar.
set-aside = Algo falló por mi parte con esto, y puede que falte la respuesta. No se ha perdido: lo guardo tal como llegó, y quien lleva este bot puede ver que algo falló.
cannot-keep = Puedo guardar palabras, fotos, álbumes, notas de voz, vídeos, música, stickers, archivos y lugares. Esto no; unas palabras sobre ello, con gusto.
more-button = …
open-button = Abrir
yesterday-button = Fue el día anterior: { $day }
gone-day-button = Fue ayer
this-day-button = Fue hoy
join-button = Añadir a lo último
joined-toast = Ahora son un solo momento.
part-button = Que vuelvan a ser dos
parted-toast = Vuelven a ser dos momentos.
kept-belated = Lo que enviaste mientras yo no estaba queda guardado, cada cosa con su hora. /list lo muestra.
too-big = El archivo pasa de 20 MB, así que no puedo hacer una copia. Sigue en Telegram; guardo dónde encontrarlo, y tus palabras con él. Los archivos de hasta 20 MB los guardo enteros.
place-kept = En palabras: { $place }. El punto exacto no se guarda.
spot-button = Guardar el punto exacto
spot-toast = El punto exacto queda guardado con él.
place-clock = Allí rige la hora de { $zone }. ¿Me guío por ese reloj?
place-clock-button = Sí, por ese reloj
care-answer =
    Eso suena muy duro, y hiciste bien en escribirlo. Soy un programa: nadie está leyendo esto y no puedo hacerte llegar ayuda. Una persona sí puede.{ $numbers }

    Líneas de ayuda en tu país, por teléfono o chat: { $directory }
    Si hay peligro ahora mismo: el número de emergencias de tu zona.
    También puedes llamar a alguien de confianza, o a alguien que tengas cerca.
care-pause-button = Pausar las preguntas
care-else-button = Quería decir otra cosa
care-countries-button = Otros países
kept-plainly = Guardado, palabra por palabra.
nothing-plainly = De acuerdo. Lo dejo ahí.
support-button = Con quién hablar
support-elsewhere =
    Personas que escuchan, en casi todos los países, por teléfono o chat: { $directory }
    Ahí se pregunta dónde estás, o lo eliges.
care-else = De acuerdo. Tus palabras quedan como las escribiste. Arriba sigue escrito dónde hay ayuda, y también en /support.
care-soft = Si esto es más que un día difícil, en /support hay gente con quien hablar.
support =
    Soy un programa y no puedo hacerte llegar ayuda. Las personas sí.{ $numbers }

    Líneas de ayuda en tu país, por teléfono o chat: { $directory }
    Si hay peligro ahora mismo: el número de emergencias de tu zona.
    También puedes llamar a alguien de confianza, o a alguien que tengas cerca.

recap-question = ¿Qué tramo te gustaría mirar?
recap-today-button = Hoy
recap-week-button = Esta semana
recap-month-button = Este mes
recap-all-button = Todo
recap-more-button = Otros cinco
recap-nothing-more = Eso es todo lo que hay en este tramo.
recap-season-button = Esta estación
recap-year-button = Este año
recap-last-week-button = La semana pasada
recap-last-month-button = El mes pasado
recap-last-season-button = La estación pasada
recap-last-year-button = El año pasado
recap-nothing = De este tramo no hay nada que devolver.
recap-none = De otros días hay algo. /remember lo trae.
recap-total-typed = total, cuántos, cuantas
recap-total-button = ¿Cuántos son?
recap-total =
    { $total ->
        [0] De esos días no hay nada.
        [one] Un momento.
       *[other] { $total } momentos.
    }
remark-part-morning = Por la mañana, sobre todo.
remark-part-midday = En pleno día, sobre todo.
remark-part-evening = Al caer la tarde, sobre todo.
remark-part-night = A deshora, sobre todo.
remark-theme-sight = La luz y las cosas que mirar asoman por todas partes.
remark-theme-sound = Los sonidos asoman por todas partes.
remark-theme-touch = Buena parte se podía tocar.
remark-theme-smell = Casi todo tiene algún olor.
remark-theme-taste = Buena parte se podía saborear.
remark-theme-body = El cuerpo y el aliento vuelven una y otra vez.
remark-theme-nature = El tiempo y lo verde asoman por todas partes.
remark-theme-animals = Los animales vuelven una y otra vez.
remark-theme-people = La gente vuelve una y otra vez.
remark-theme-kindness = Hay amabilidad por todas partes.
remark-theme-home = La casa vuelve una y otra vez.
remark-theme-quiet = La calma vuelve una y otra vez.
remark-theme-play = En casi todo hay algo de juego.
remark-theme-making = Algo hecho o arreglado, más de una vez.
remark-theme-passing = Buena parte pasó de camino a algún sitio.
remark-theme-memory = Los días de antes vuelven una y otra vez.
recap-misread = No pude leer eso. Servirían: <i>/recap semana pasada</i>, <i>/recap marzo</i>, <i>/recap 2026-03</i>, <i>/recap desde junio</i>, <i>/recap todo</i>.
medium-photo = una foto
medium-voice = una nota de voz
medium-audio = un sonido
medium-video = un vídeo
medium-video_note = un vídeo redondo
medium-animation = una imagen en movimiento
medium-sticker = un sticker
medium-document = un archivo

pause-question = ¿Cuánto tiempo de silencio te vendría bien? Puedes escribir igual cuando quieras.
pause-day-button = Hasta mañana
pause-three-days-button = Tres días
pause-week-button = Una semana
pause-month-button = Un mes
pause-forever-button = Hasta que yo diga
pause-misread = No pude leer eso. Servirían: <i>/pause 3 días</i>, <i>/pause viernes</i>, <i>/pause 2027-01-05</i>, <i>/pause para siempre</i>.
pause-begins = La pausa empieza enseguida; no sé dejarla para luego. Servirían: <i>/pause hasta el viernes</i>, <i>/pause la semana que viene</i> (desde ya y hasta que acabe), <i>/pause 3 días</i>.
pause-past = Ese día ya llegó, o ya pasó. Para tener calma hoy: <i>/pause hoy</i>. Para más tiempo: <i>/pause 3 días</i>, <i>/pause hasta el viernes</i>.
paused = Silencio hasta el { $day }. Puedes escribir igual cuando quieras.
paused-for-good = Silencio hasta /resume. Puedes escribir igual cuando quieras.
resume-button = Vuelve a preguntarme
resumed = Bien. Seguimos desde aquí mismo.

settings =
    <b>Cómo está puesto</b>
    Horas: { $times }
    Reloj: { $zone }
    Pausa: { $pause }
    En un silencio: { $silence }
    Cuando guardo algo: { $acknowledge }
    Idioma: { $language }
set-times-button = Horas
set-timezone-button = Reloj
set-pause-button = Pausa
settings-misread = Ese ajuste no lo conozco. Servirían: <i>/settings corazón</i>, <i>/settings palabras</i>, <i>/settings silencio</i>. Aquí está todo:
set-acknowledge-button = Cómo respondo
set-language-button = Idioma
pause-none = ninguna
pause-for-good = hasta que tú digas
pause-until = hasta el { $day }
acknowledge-question = Cuando haya guardado algo, ¿cómo te lo muestro?
acknowledge-words-typed = palabras, unas palabras
acknowledge-reaction-typed = corazón, un corazón, reacción
acknowledge-silence-typed = silencio, nada
acknowledge-words = unas palabras
acknowledge-reaction = un corazón en tu mensaje
acknowledge-silence = silencio
acknowledge-words-button = Unas palabras
acknowledge-reaction-button = Un corazón en mi mensaje
acknowledge-silence-button = Silencio
acknowledge-done = Desde ahora: { $how }. /undo retira lo último.
language-unknown = Ese idioma todavía no lo hablo. Estos sí:
language-question = ¿En qué idioma hablamos?
language-done = En español, entonces.

help =
    Envía lo que quieras, cuando quieras: unas palabras, una foto, una nota de voz. Lo guardo.

    /recap te devuelve tus momentos
    /list los muestra por días, /search encuentra una palabra
    /remember te trae uno de ellos ahora
    /nudge te pregunta algo ahora
    /times dice cuándo pregunto, /when cómo, /timezone dónde estás
    /pause y /resume
    /undo retira lo último
    /settings, /language
    /export te lo da todo en un archivo, /import trae uno
    /privacy dice qué se guarda, /forget lo quita todo
    /support tiene con quién hablar en un día difícil
privacy =
    <b>Qué se guarda, y dónde</b>
    Tus mensajes para mí, con fotos y notas de voz y la zona horaria en que escribiste cada uno, las horas que elegiste, tu zona horaria y tu idioma, qué preguntas hice y cuáles dejaste fuera, y el país para /support si elegiste uno. Tu nombre no está con ellos; sí el de quien escribió lo que reenvías o citas. Un mensaje que espera, o que no se pudo atender, queda tal como lo envió Telegram, con el nombre que tienes allí. De un lugar que envíes, su nombre; el punto exacto solo si lo dices.

    Está en un solo archivo, en la máquina de quien lleva este bot. Podría leerlo si quisiera. Si lo tiene cifrado, quien consiga solo el archivo no puede. Nadie más lo recibe, nada se envía a otro servicio, y nada de lo que escribes queda en un registro.

    Los chats con bots de Telegram también se guardan en los servidores de Telegram; no están cifrados de extremo a extremo.

    Nadie lee lo que escribes mientras lo haces. /export te lo da todo, /forget lo quita del archivo al momento.
    { $copies ->
        [0] Este bot no hace copias del archivo por su cuenta; si las hace quien lo lleva, están en sus manos, así que pregúntale.
        [one] Cada día se hace una copia del archivo y se guarda la más reciente; está en manos de quien lleva este bot, así que pregúntale.
       *[other] Cada día se hace una copia del archivo y se guardan las { $copies } más recientes; están en manos de quien lleva este bot, así que pregúntale.
    }
unknown-command = Ese no lo conozco. /help muestra lo que hay; lo que va sin barra se guarda como un momento.
left-over = Lo que iba tras la orden no se guardó. En un mensaje aparte, sí.
stranger = Este bot está reservado para unas pocas personas. Su código es libre y cualquiera puede tener el suyo.
group = Estoy hecho para una persona a la vez, así que me voy. Puedes escribirme a solas.

bot-description = Un lugar tranquilo para momentos pequeños de calma. Pregunto una vez al día, a la hora que elijas, guardo lo que respondes y te lo devuelvo con tus propias palabras.
bot-short-description = Notar, guardar y volver a momentos pequeños de calma.
command-recap = tus momentos, de vuelta
command-list = tus momentos, día a día
command-search = encontrar una palabra
command-remember = uno de los tuyos, ahora
command-nudge = una pregunta ahora
command-times = cuándo pregunto
command-when = cómo pregunto: sonido, calma, silencios
command-timezone = dónde estás
command-pause = silencio por un tiempo
command-resume = vuelve a preguntarme
command-undo = retira lo último
command-settings = cómo está puesto
command-language = qué idioma
command-export = llevártelo todo
command-import = traer momentos de un archivo
command-forget = olvidar todo lo mío
command-privacy = qué se guarda, y dónde
command-support = con quién hablar
command-help = lo que hay
command-start = desde el principio; no se pierde nada

## What comes back by itself

set-giving-button = Lo que vuelve
gifts =
    <b>Lo que vuelve por sí solo</b>
    Un repaso cada semana: { $week }
    Un repaso cada mes: { $month }
    Un momento tuyo cada semana: { $look }
    El mismo día de otros años: { $day }
gifts-back-button = Ver todo esto
gift-never = no
gift-week-button = Repaso cada semana
gift-month-button = Repaso cada mes
gift-look-button = Un momento cada semana
gift-day-button = Tal día como hoy
gift-week-question = ¿Cuándo quieres que vuelva la semana, con tus palabras? Toca un día y una hora, o escríbelos: <i>domingo 18:30</i>
gift-month-question = El día uno puede volver el mes anterior, con tus palabras. ¿A qué hora? Tócala o escríbela: <i>18:30</i>
gift-look-question = ¿Cuándo quieres que pase por aquí un momento tuyo, una vez por semana? Toca un día y una hora, o escríbelos: <i>domingo 18:30</i>
gift-day-question = Si hay un momento de la misma fecha en otro año, puede pasar por aquí. ¿A qué hora? Tócala o escríbela: <i>8:30</i>
gift-weekly-hint = Buscaba un día y una hora y eso no lo pude leer, así que guardé tus palabras como un momento. Servirían: <i>domingo 18:30</i>, <i>ocho y media</i>. O tócalos.
gift-hint = Buscaba una hora y eso no lo pude leer, así que guardé tus palabras como un momento. Servirían: <i>18:30</i>, <i>ocho y media</i>. O toca una.
gift-weekly-days = Viene una vez por semana, así que tomé uno de esos días. Si prefieres otro, tócalo.
gift-month-days = Viene el día uno, caiga en el día de la semana que caiga.
gift-day-days = Viene cuando lo haya, sea el día de la semana que sea.
gift-month-when = el día uno, { $time }
gift-day-when = cuando lo haya, { $time }
gift-done = { $what }: <b>{ $when }</b>.
gift-instead = Viene en lugar de: { $other }.
gift-next = La próxima vez: { $at }.
gift-quiet = Esa hora cae en tus horas de calma, y en ellas nada viene por sí solo. Toca otra, o cambia la calma con /when.
gift-held-back = { $when }, en tus horas de calma, así que por ahora no
gifts-quiet = Esto vendría en esas horas, así que por ahora no viene por sí solo: { $gifts }.
gift-off-button = Que no vuelva por sí solo
gift-off-toast = Ya no vuelve por sí solo. /recap y /remember lo traen cuando quieras.
gift-offer = Aquí hay ya un puñado. ¿Quieres que algo de eso vuelva por sí solo, con tus palabras?
gift-take-week-button = Los domingos por la tarde
gift-take-month-button = El día uno de cada mes
gift-refuse-button = No, gracias
gift-refused = Entonces se queda aquí hasta que preguntes. /recap lo devuelve cuando quieras.

## Remembering

remember-button = Uno de los míos
remember-none = Todavía no hay nada que devolver. Lo que guardes de ahora en adelante estará aquí cuando lo quieras.
remember-away = De lo que guardaste, por ahora no vuelve nada. Todo sigue en /list.
remember-another-button = Otro
near-button = Tenerlo cerca
near-toast = Pasará por aquí más a menudo.
not-near-button = Ya no tan cerca
not-near-toast = Pasará por aquí como los demás.
not-again-button = No repetir este
not-again-toast = No volverá. Sigue en tu diario.
not-again-undo-button = Puede volver
again-toast = Puede volver.
hide-day-button = Ocultar ese día
day-hidden-toast = Del { $day } no volverá nada. Todo sigue en tu diario.
hide-day-undo-button = Ese día puede volver
day-shown-toast = El { $day } puede volver.

## The journal: looking through and finding

list = Tus momentos, el día más reciente primero. Toca uno para abrirlo.
list-none = Aún no hay nada aquí. Lo que envíes se guarda.
list-misread = No pude leer ese día. Servirían: <i>/list</i>, <i>/list marzo</i>, <i>/list 2026-03-05</i>.
newer-button = ‹ Más recientes
older-button = Anteriores ›
search-question = ¿Qué buscas? Basta una palabra, o su comienzo; entre “comillas” van juntas.
search-found = Con <i>{ $words }</i>, lo más reciente primero:
search-none = Nada de lo tuyo lleva <i>{ $words }</i>. Una palabra más corta, o solo su comienzo, puede encontrar más.
search-left-out = También algo que no vuelve tiene esas palabras; /list lo muestra.
search-gone-toast = Esa búsqueda ya pasó. /search empieza otra.
opened-from = de { $what }
opened-about = sobre: { $what }
opened-place = en { $what }
opened-spot = { $what }
opened-tags = { $what }
file-gone = Aquí va un archivo que ya no puedo mostrar: Telegram ya no lo entrega y no hay ninguna copia.
edit-button = Cambiar
edit-question = Envía las palabras nuevas; quedan en lugar de las de antes.
reworded = Quedan tus palabras nuevas.
earlier-button = Las palabras de antes
unworded-toast = Vuelven las palabras de antes.
move-button = Otro día
move-question = ¿A qué día pertenece? Toca, o escríbelo: <i>ayer</i>, <i>5 marzo</i>, <i>2026-03-05</i>.
move-hint = Espero un día, como <i>ayer</i> o <i>2026-03-05</i>; mientras, guardé tus palabras como un momento.
words-hint = Eso queda guardado como un momento aparte. Lo que esperaba eran palabras; cuando las tengas, vuelve a tocar el botón.
move-future = Ese día aún no llega. Sirve cualquiera hasta hoy.
moved = Ahora pertenece a este día: { $day }.
moved-toast = Ahora pertenece a este día: { $day }.
tag-button = Etiquetas
tag-question = ¿Qué etiquetas le pongo? Envía unas palabras, como <i>jardín lluvia</i>.
tag-question-more = Ahora tiene { $tags }. Envía palabras para añadir, o <i>-palabra</i> para quitar una que añadiste aquí.
tagged = Sus etiquetas: { $tags }
untagged = Ahora no tiene etiquetas.
leave-button = Que no vuelva por su cuenta
left-out-toast = Se queda aquí y no vuelve por su cuenta.
let-in-button = Puede volver
let-in-toast = Puede volver.
delete-button = Borrar
delete-toast = Lo borrado se va del todo, también de la búsqueda. ¿Lo borro?
delete-no-button = Que se quede
delete-yes-button = Borrar para siempre
spared-toast = Se queda.
deleted = Queda borrado del todo.

## Taking it away, bringing it back, and forgetting

export-button = Llevármelo antes
export-title = Destellos
export-nothing = Todavía no hay momentos tuyos aquí, así que no hay nada que llevarse.
export-done = Aquí lo tienes: para leer (glimmers.md), para una hoja de cálculo (glimmers.csv), para otros programas (glimmers.json) y lo que venía con ello. Guárdalo en un lugar seguro; quien tenga el archivo puede leerlo. /import lo trae de vuelta.
export-done-parts = Aquí lo tienes, en varios archivos, cada uno completo en sí: para leer (glimmers.md), para una hoja de cálculo (glimmers.csv), para otros programas (glimmers.json) y lo que venía con ello. Guárdalos en un lugar seguro; quien los tenga puede leerlos. /import los trae de vuelta, todos a la vez o uno por uno.
export-awaited = { $what }, aún sin llegar
export-elsewhere = { $what }, solo en Telegram
export-which =
    { $awaited ->
        [0] solo en Telegram ({ $elsewhere })
       *[other] { $elsewhere ->
            [0] aún sin llegar ({ $awaited })
           *[other] aún sin llegar ({ $awaited }), solo en Telegram ({ $elsewhere })
        }
    }
export-missing = De las fotos y otros archivos, no todo va dentro: { $which }.
import-question =
    Envíame el archivo: uno de /export, de Day One (JSON), de Daylio o Presently (CSV), o una tabla o un texto propio con una fecha como 2024-03-07 delante de cada entrada. De 20 MB como mucho; Telegram no me da más.

    Primero te digo qué hay dentro. Nada se guarda antes de que digas que sí.
import-source-glimmer = un archivo de /export
import-source-dayone = un diario de Day One
import-source-daylio = una tabla de Daylio
import-source-presently = una tabla de Presently
import-source-table = una tabla
import-source-markdown = un texto con fechas
import-found =
    Esto parece { $source }.
    Momentos: { $moments }, desde el { $first } hasta el { $last }
    Fotos y otros archivos: { $files }
    Aún no están aquí: { $new }
    Las primeras palabras:
    { $example }

    { $together ->
        [1] ¿Los traigo?
       *[other] Con lo que enviaste antes, ya esperan { $together } archivos. ¿Los traigo todos?
    }
import-yes-button = Traerlo
import-no-button = Dejarlo
import-not = Se queda como estaba.
import-known = Todo eso ya está aquí.
import-done = Ya está dentro. Momentos nuevos: { $new }. Ya estaban: { $known }. Si hay otro archivo, envíalo sin más.
import-gone = Ya no tengo ese archivo a mano. Envía /import y luego el archivo otra vez.
import-nothing-waits = Ya no espera nada. Si hay otro archivo, envíalo sin más.
import-not-fetched = Telegram no me ha dado ese archivo ahora mismo. Envíalo otra vez dentro de un rato.
import-too-big = Ese archivo pasa de 20 MB, y Telegram no me da más. Si se puede dividir, envía las partes una por una.
import-refused-unknown = No conozco ese tipo de archivo, así que no guardé nada. Sirven: un ZIP de /export, Day One en JSON, Daylio o Presently en CSV, una tabla con una columna de fechas y otra de palabras, o un texto con una fecha como 2024-03-07 delante de cada entrada.
import-refused-broken = Ese archivo está dañado o no es lo que dice ser, así que no guardé nada. Quizá ayude exportarlo otra vez.
import-refused-newer = Ese archivo lo escribió un bot más nuevo que este, así que no guardé nada. Quien lleva este bot puede actualizarlo.
import-refused-encoding = Ese archivo no está en UTF-8 y las letras saldrían mal; no guardé nada. Guárdalo como UTF-8 y envíalo otra vez.
import-refused-dates =
    { $line ->
        [0] Hay una fecha en ese archivo que no puedo leer, así que no guardé nada.
       *[other] No puedo leer la fecha de la fila { $line }, así que no guardé nada.
    } Escrita como 2024-03-07, una fecha siempre se entiende.
import-refused-empty = En ese archivo no hay entradas.
import-refused-too-much = En ese archivo hay más de lo que puedo recibir de una vez, así que no guardé nada. En partes más pequeñas funciona.
import-refused-unsafe = En ese archivo comprimido hay algo que no va en un diario, como otro archivo comprimido o una ruta que lleva fuera. No guardé nada.
import-refused-locked = Ese archivo comprimido tiene contraseña, así que no puedo mirar dentro. No guardé nada.
forget-question =
    <b>¿Quieres que te olvide?</b>
    Lo que se va:
    · tus momentos: { $moments }, desde el { $first } hasta el { $last }
    · con ellos, fotos: { $pictures }, notas de voz: { $voices }, otros archivos: { $files }
    · las horas que elegiste y lo que te pregunté

    No hay vuelta atrás. Los mensajes de este chat siguen en Telegram hasta que borres el chat.
forget-missing = De las fotos y otros archivos, no todo se puede llevar: { $which }.
forget-question-empty =
    <b>¿Quieres que te olvide?</b>
    Aquí no hay momentos tuyos. Lo que se va: las horas que elegiste, tu zona horaria y lo que te pregunté.
forget-yes-button = Olvidarlo todo
forget-no-button = Que se quede todo
forget-not = Todo sigue como estaba.
forget-done =
    Hecho. En el diario ya no queda nada tuyo. Las copias de seguridad anteriores, si quien lleva este bot las hace, le tocan a esa persona; pregúntale.

    Cuídate mucho. Si algún día vuelves a escribir, nos conocemos de nuevo.

## Pictures

pictures-button = Dibujos
pictures-question = ¿Qué dibujo te apetece?
picture-sky-button = Cielo de noche
picture-year-button = Año de luces
picture-clock-button = Reloj del día
picture-petals-button = Cinco sentidos
picture-contact-button = Fotos
picture-garland-button = Palabras que vuelven
picture-not = Ahora mismo el dibujo no me ha salido. Tus momentos siguen todos aquí; más tarde quizá salga.
look-light-button = En colores claros
look-dark-button = En colores oscuros
wordless-button = Sin palabras
with-words-button = Con palabras
postcard-button = Postal
postcard-question = ¿Cuál va en la postal?
booklet-button = Guardar como PDF
booklet-done = Un cuadernillo para imprimir o guardar, con tus propias palabras. Quien tenga el archivo puede leerlo.
booklet-done-some = Un cuadernillo para imprimir o guardar, con tus propias palabras. Hay más de lo que cabe en él: es una selección de todo ese tiempo, y /export te lo da todo. Quien tenga el archivo puede leerlo.
booklet-closing = Guardado tal como se escribió.
booklet-closing-some = Una selección, guardada tal como se escribió. En el chat, /export lo da todo.
season-spring = primavera
season-summer = verano
season-autumn = otoño
season-winter = invierno
title-today = Un día
title-day = Un día
title-week = La semana
title-month = Un mes
title-season = Una parte del año
title-year = El año
title-stretch = Un tramo de días
title-since = Desde el { $day }
title-all = Todo junto
title-lights = Un año de luces
title-clock = A lo largo del día
title-petals = Cinco sentidos
title-contact = Lo que vi
title-garland = Palabras que volvieron
hour-midnight = medianoche
hour-six = 6
hour-noon = mediodía
hour-eighteen = 18
sense-sight = vista
sense-sound = oído
sense-touch = tacto
sense-smell = olfato
sense-taste = gusto
alt-sky = { $period } ({ $dates }) como un cielo nocturno. Cada estrella es un momento: los días van de izquierda a derecha, y cuanto más tarde fue, más alta está.
alt-sky-by-day = { $period } ({ $dates }) como un cielo nocturno. Cada estrella es un momento: los días van de izquierda a derecha y, donde se sabe la hora, cuanto más tarde fue, más alta está.
alt-year = Filas de luces ({ $dates }), una por cada mes, de { $first } a { $last }. Donde un día tiene algo, hay una luz.
alt-clock = Un anillo de día y noche ({ $dates }): el mediodía arriba, la medianoche abajo y cada momento a su hora.
alt-petals =
    { $petals ->
        [one] Una flor de un solo pétalo ({ $dates }): { $senses }. Ese sentido está en tus palabras.
       *[other] Una flor ({ $dates }) con un pétalo por sentido: { $senses }. Cuanto más grande el pétalo, más hay de ese sentido en tus palabras.
    }
alt-contact =
    { $photos ->
        [one] Tu foto ({ $dates }), sola en su hoja.
       *[other] Tus fotos ({ $dates }), una junto a otra como en una hoja de contactos.
    }
alt-garland = Palabras tuyas que volvieron ({ $dates }), colgadas de una guirnalda en el orden del tiempo.
alt-postcard = Una postal con tus palabras del { $day }: { $words }
alt-postcard-both = Una postal con tu foto del { $day } y, debajo, tus palabras: { $words }
alt-postcard-photo = Una postal con tu foto del { $day }.
alt-wordless-sky = Un cielo nocturno de pequeñas luces, sin palabras.
alt-wordless-year = Filas de pequeñas luces, sin palabras.
alt-wordless-clock = Un anillo de pequeñas luces, sin palabras.
alt-wordless-petals = Una flor, sin palabras.
alt-wordless-contact =
    { $photos ->
        [one] Una foto, sin palabras.
       *[other] Fotos, sin palabras.
    }
alt-wordless-garland = Una guirnalda de pequeñas luces, sin palabras.
alt-wordless-postcard = Una pequeña forma con su propia luz, sin palabras.
alt-themes = Las formas hablan de: { $themes }.

## What is asked about

set-subjects-button = De qué pregunto
subjects =
    <b>De qué pregunto</b>
    Lo que dejes fuera se queda fuera hasta que lo traigas de vuelta.
subjects-even = Por ahora, todo tipo de preguntas llega más o menos igual.
subjects-more = Más a menudo, según lo que respondes: { $kinds }.
subjects-less = Menos a menudo: { $kinds }.
subjects-out = Fuera: { $kinds }.
subjects-kind-button = Tipos de preguntas
subjects-subject-button = Temas delicados
subjects-need-button = Lo que piden las preguntas
subjects-afresh-button = Aprender de cero
subjects-afresh-toast = Empezamos otra vez. Lo que dejaste fuera sigue fuera.
subjects-back-button = Volver
subjects-kind =
    <b>Tipos de preguntas</b>
    Lo que lleva ✓ puede salir. Toca algo para dejarlo fuera o traerlo de vuelta.
subjects-subject =
    <b>Temas delicados</b>
    Lo que lleva ✓ puede salir. Toca algo para dejarlo fuera o traerlo de vuelta.
subjects-need =
    <b>Lo que piden las preguntas</b>
    Toca lo que no va contigo y ninguna pregunta contará con ello.
kind-sight = lo que se ve
kind-sound = sonidos
kind-touch = tacto y texturas
kind-smell = olores
kind-taste = sabores
kind-body = cuerpo y respiración
kind-nature = naturaleza y clima
kind-animals = animales
kind-people = gente
kind-kindness = amabilidad
kind-home = la casa y sus cosas
kind-quiet = descanso y silencio
kind-play = juego y tonterías
kind-making = cosas hechas o arregladas
kind-passing = estar de camino
kind-memory = recuerdos
subject-food = comida y bebida
subject-body = el cuerpo
subject-relationships = pareja y amor
subject-family = familia
subject-memory = infancia y pasado
subject-money = dinero
subject-work = trabajo
subject-faith = fe
need-vision = ver
need-hearing = oír
need-outdoors = estar al aire libre
need-mobility = caminar

## When nothing is asked: silence, and coming back

silence-off = sigo preguntando como elegiste
silence-as-chosen = pregunto cada vez menos y paro hasta que escribas
silence-sparse = había empezado a preguntar menos; ahora vuelve a ser como elegiste
silence-rare = me había ido callando; ahora vuelve a ser como elegiste
silence-rest = había dejado de preguntar; ahora vuelve a ser como elegiste
suits-keep-button = Como está
suits-other_time-button = A otra hora
suits-fewer-button = Menos
suits-pause-button = Una pausa
suits-kept = Bien, se queda como está.
suits-fewer = Menos, entonces. Con /times se cambia cuando quieras.
