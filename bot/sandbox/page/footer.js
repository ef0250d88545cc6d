// Below the conversation stands one of three: START, the composer, or the way out of a block.

import { el, show } from "./dom.js";
import { words } from "./words.js";

/** Shows what fits the chat; `on` = {start(), unblock()}. */
export function footer(chat, composer, on) {
  const start = el("button", { type: "button", class: "start solid", onclick: on.start }, words.start);
  const begin = el("div", { class: "footer" }, el("p", {}, words.startHint), start);
  const letIn = el("button", { type: "button", class: "solid", onclick: on.unblock }, words.unblock);
  const unblock = el("div", { class: "footer" }, el("p", {}, words.blocked), letIn);
  const draw = () => {
    const empty = chat.messages.size === 0;
    show(begin, chat.loaded && empty && !chat.blocked);
    show(unblock, chat.loaded && chat.blocked);
    show(composer.node, chat.loaded && !empty && !chat.blocked);
  };
  chat.addEventListener("change", draw);
  chat.addEventListener("bot", draw);
  draw();
  return el("footer", {}, begin, unblock, composer.node);
}

/** The bot's description, shown while the chat is empty. */
export function description(chat) {
  const text = el("p", { dir: "auto" });
  const node = el("section", { class: "description", hidden: true }, text);
  const draw = () => {
    text.textContent = chat.bot.description || words.emptyBot;
    show(node, chat.loaded && chat.messages.size === 0);
  };
  chat.addEventListener("change", draw);
  chat.addEventListener("bot", draw);
  return node;
}
