// One person's chat on the page: builds the parts and ties them together.

import { Account, people } from "./api.js";
import { Attach } from "./attach.js";
import { Chat } from "./chat.js";
import { ClockPanel } from "./clockpanel.js";
import { Composer } from "./composer.js";
import { deedsOf, editable } from "./deeds.js";
import { el } from "./dom.js";
import { draftOf } from "./drafts.js";
import { drawer } from "./drawers.js";
import { description, footer } from "./footer.js";
import { Header } from "./header.js";
import { Presses } from "./inline.js";
import { Log } from "./log.js";
import { openMessageMenu } from "./menus.js";
import { Rail } from "./people.js";
import { openPlace } from "./place.js";
import { Stream } from "./stream.js";

/** Opens the chat of a person inside `app`; `gone` is called when the server knows them no more. */
export function openRoom(app, personId, gone) {
  const account = new Account(personId);
  const chat = new Chat();
  const deeds = deedsOf(account, chat);
  const place = () => openPlace((latitude, longitude) => deeds.share(latitude, longitude).then(() => composer.board.used()));
  const attach = new Attach(deeds.sendFile, place);
  const composer = composerOf(chat, deeds, attach, place, draftOf(personId));
  const log = logOf(chat, deeds, composer, new Presses(account.press));
  const clock = new ClockPanel(personId, () => log.draw());
  const header = new Header(chat, clock.opener, deeds);
  const rail = new Rail(personId);
  const foot = footer(chat, composer, { start: () => deeds.say("/start"), unblock: () => deeds.block(false) });

  chat.addEventListener("clock", ({ detail }) => clock.set(detail));
  chat.addEventListener("change", () => rail.saw(chat.lastId));
  app.replaceChildren(rail.node, el("main", { class: "chat" }, header.node, description(chat), log.node, foot), clock.node, attach.veil);
  drawer(header.people, rail.node);
  drawer(clock.opener, clock.node);
  attach.watch();
  follow(account, chat, { header, rail, gone });
}

function composerOf(chat, deeds, attach, place, draft) {
  const on = { ...deeds, place, attach: (button) => attach.menu(button), lastOwn: () => chat.newest(editable) };
  const composer = new Composer(on, draft);
  chat.addEventListener("bot", () => composer.setCommands(chat.bot.commands));
  chat.addEventListener("keyboard", () => composer.setKeyboard(chat.keyboard, chat.newest((message) => message.from?.is_bot)));
  return composer;
}

function logOf(chat, deeds, composer, presses) {
  const on = {
    ...deeds, presses, editable,
    reply: (message) => composer.reply(message),
    edit: (message) => composer.edit(message),
    menu: (message, at) => openMessageMenu(at, chat.messages.get(message.message_id) ?? message, on),
    show: (messageId) => log.reveal(messageId),
    botName: () => chat.bot.name,
  };
  const log = new Log(chat, on);
  chat.addEventListener("answer", ({ detail }) => presses.answered(detail));
  return log;
}

/** Keeps the chat in line with the server, through its restarts. */
function follow(account, chat, { header, rail, gone }) {
  const load = async () => {
    chat.expect();
    await rail.load();
    chat.load(await account.chat());
    header.setLost(false);
  };
  const stream = new Stream(account.eventsUrl(), {
    onopen: () => load().catch(() => stream.cut()),
    onevent: (event) => chat.apply(event),
    onlost: async () => {
      header.setLost(true);
      if (!(await isGone(account.id))) return;
      stream.stop();
      gone();
    },
  });
}

/** Does the server answer, and not know this person? */
export async function isGone(personId) {
  const all = await people().catch(() => null);
  return all !== null && !all.some(({ id }) => id === personId);
}
