// One row of the conversation: a message, or the messages of an album, as an article.

import { el, iconButton } from "./dom.js";
import { inColour, onlyEmoji, rich } from "./entities.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./inline.js";
import { isVisual, mediaName, mediaOf } from "./media.js";
import { fullOf, timeOf } from "./times.js";
import { words } from "./words.js";

/** `row` = {messages, mine, first, last}; `on` = what a message can be asked to do. */
export function rowNode(row, on) {
  const [lead] = row.messages;
  const said = row.messages.find((message) => message.caption) ?? lead;
  const name = row.mine ? words.you : lead.from.first_name;
  const node = el("article", {
    class: classes(row), "data-id": lead.message_id, "aria-label": `${name}, ${timeOf(lead.date)}`,
    oncontextmenu: (event) => contextMenu(event, lead, on),
  });
  node.append(el("div", { class: "stack" }, bubble(row, said, on), inlineKeyboard(lead, on.presses)),
    iconButton(icon("more"), words.actions, (event) => on.menu(lead, event.currentTarget), { class: "icon actions", "data-focus": "menu" }));
  return node;
}

function classes({ mine, first, last }) {
  return ["message", mine ? "mine" : "theirs", first ? "first" : "", last ? "last" : ""].filter(Boolean).join(" ");
}

// A right press on a link, a picture or selected text means the browser's own menu.
function contextMenu(event, message, on) {
  if (event.target.closest("a, img, video, input") || !getSelection().isCollapsed) return;
  event.preventDefault();
  on.menu(message, { x: event.clientX, y: event.clientY });
}

function bubble(row, said, on) {
  const [lead] = row.messages;
  const text = said.text ?? said.caption ?? "";
  const big = said.text && !said.entities?.length ? onlyEmoji(said.text) : 0;
  const bare = Boolean(lead.sticker) || big > 0;
  const visual = isVisual(lead);
  const node = el("div", { class: ["bubble", bare && "bare", visual && "visual", big && `emoji-${big}`].filter(Boolean).join(" ") });
  if (lead.reply_to_message) node.append(quoted(lead, on));
  node.append(...carried(row));
  node.append(wording(row, said, text, on), reactionRow(lead, on));
  return node;
}

function carried({ messages }) {
  if (messages.length === 1) return mediaOf(messages[0]);
  return [el("div", { class: `album of-${Math.min(messages.length, 10)}`, role: "group", "aria-label": words.album(messages.length) },
    ...messages.flatMap(mediaOf))];
}

function wording(row, said, text, on) {
  const [lead] = row.messages;
  if (!text && !mediaOf(lead).length) text = words.notShown;
  return el("div", { class: text ? "text" : "text none", dir: "auto" },
    rich(text, said.entities ?? said.caption_entities, on.say), meta(row.messages.find((message) => message.edit_date) ?? lead));
}

function meta(message) {
  const edited = message.edit_date && !message.edit_hide ? el("span", {}, words.edited) : null;
  return el("span", { class: "meta", dir: "ltr" }, edited,
    el("time", { dateTime: new Date(message.date * 1000).toISOString(), title: fullOf(message.date) }, timeOf(message.date)));
}

function quoted({ reply_to_message: origin, quote }, on) {
  const mine = !origin.from?.is_bot;
  const text = quote?.text ?? origin.text ?? origin.caption ?? mediaName(origin);
  return el("button", { type: "button", class: "quoted", onclick: () => on.show(origin.message_id) },
    el("strong", {}, mine ? words.you : origin.from.first_name), el("span", { dir: "auto" }, text.slice(0, 200)));
}

function reactionRow(message, on) {
  const { person = [], bot = [] } = message.reactions ?? {};
  if (!person.length && !bot.length) return "";
  return el("div", { class: "reactions" },
    ...bot.map((emoji) => el("span", { class: "reaction", role: "img", "aria-label": words.reacted(on.botName(), emoji) }, inColour(emoji))),
    ...person.map((emoji) => el("button", {
      type: "button", class: "reaction own", "aria-label": words.takeBack(emoji), title: words.takeBack(emoji),
      onclick: () => on.react(message, null),
    }, inColour(emoji))));
}
