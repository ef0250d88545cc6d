// The root: finds out whose chat it is, builds the parts and ties them together.

import { Account, Refused, people } from "./api.js";
import { Attach } from "./attach.js";
import { Chat } from "./chat.js";
import { ClockPanel } from "./clockpanel.js";
import { Composer } from "./composer.js";
import { draftOf } from "./drafts.js";
import { drawer } from "./drawers.js";
import { description, footer } from "./footer.js";
import { Header } from "./header.js";
import { el } from "./dom.js";
import { Presses } from "./inline.js";
import { Log } from "./log.js";
import { openMessageMenu } from "./menus.js";
import { notes } from "./notes.js";
import { Rail, chatUrl, welcome } from "./people.js";
import { openPlace } from "./place.js";
import { Stream } from "./stream.js";
import { words } from "./words.js";

const app = document.getElementById("app");

/** Runs a call for the person; says so when it fails, and answers whether it worked. */
async function attempt(call, failed = notes.failed) {
  try {
    await call();
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}

const kept = (error) => notes.toast(error instanceof Refused ? error.message : words.notSent);

function openChat(personId) {
  const account = new Account(personId);
  const chat = new Chat();
  const presses = new Presses(account.press);
  const say = (text, replyTo) => attempt(async () => chat.put(await account.say(text, replyTo)), kept);
  const place = () => openPlace(async (lat, lon) => {
    chat.put(await account.share(lat, lon));
    composer.board.used();
  });
  const block = (blocked) => attempt(async () => {
    await account.block(blocked);
    chat.setBlocked(blocked);
  });
  const attach = new Attach(async (file, kind, caption) => chat.put(await account.sendFile(file, kind, caption)), place);
  const editable = (message) => !message.from?.is_bot && Boolean(message.text ?? message.caption);
  const composer = new Composer({
    say,
    place,
    edit: (message, text) => attempt(async () => chat.put(await account.edit(message.message_id, text)), kept),
    attach: (button) => attach.menu(button),
    lastOwn: () => chat.newest(editable),
  }, draftOf(personId));
  const on = {
    presses, say, editable,
    reply: (message) => composer.reply(message),
    edit: (message) => composer.edit(message),
    react: (message, emoji) => attempt(async () => chat.setReactions(message.message_id, await account.react(message.message_id, emoji))),
    menu: (message, at) => openMessageMenu(at, chat.messages.get(message.message_id) ?? message, on),
    show: (messageId) => log.reveal(messageId),
    botName: () => chat.bot.name,
  };
  const log = new Log(chat, on);
  const clockPanel = new ClockPanel(personId, () => log.draw());
  const header = new Header(chat, clockPanel.opener, { block });
  const rail = new Rail(personId);
  const foot = footer(chat, composer, { start: () => say("/start"), unblock: () => block(false) });

  chat.addEventListener("answer", ({ detail }) => presses.answered(detail));
  chat.addEventListener("bot", () => composer.setCommands(chat.bot.commands));
  chat.addEventListener("keyboard", () => composer.setKeyboard(chat.keyboard, chat.newest((message) => message.from?.is_bot)));
  chat.addEventListener("clock", ({ detail }) => {
    clockPanel.set(detail);
    log.draw();
  });
  chat.addEventListener("change", () => rail.saw(chat.lastId));

  app.replaceChildren(rail.node, el("main", { class: "chat" }, header.node, description(chat), log.node, foot), clockPanel.node, attach.veil);
  drawer(header.people, rail.node);
  drawer(clockPanel.opener, clockPanel.node);
  attach.watch();
  follow(account, chat, header, rail);
}

/** Keeps the chat in line with the server, through its restarts. */
function follow(account, chat, header, rail) {
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
      choose(words.gone);
    },
  });
}

async function isGone(personId) {
  const all = await people().catch(() => null);
  return all !== null && !all.some(({ id }) => String(id) === personId);
}

/** Who is it? One person is simply taken; none or several are asked. */
async function choose(notice) {
  const all = await people().catch(() => null);
  if (!all) return setTimeout(() => choose(notice), 1000);
  if (all.length === 1 && !notice) return location.replace(chatUrl(all[0].id));
  return app.replaceChildren(welcome(all, notice));
}

const asked = new URLSearchParams(location.search).get("person");
if (asked) openChat(asked);
else choose();
