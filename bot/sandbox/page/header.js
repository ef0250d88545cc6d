// The head of the chat: the bot, what it is doing, the clock in narrow windows, and the chat's menu.

import { el, iconButton, show } from "./dom.js";
import { icon, mark } from "./icons.js";
import { openMenu } from "./menus.js";
import { portrait } from "./people.js";
import { words } from "./words.js";

const ACTION_LASTS = 5500; // milliseconds: Telegram shows a chat action for five seconds

/** The header; `on` = {block(blocked)}. */
export class Header {
  constructor(chat, clockOpener, on) {
    Object.assign(this, { chat, on, timer: 0 });
    this.name = el("h1", { dir: "auto" });
    this.about = el("span", { class: "about", dir: "auto" });
    this.status = el("span", { class: "status", role: "status" });
    this.people = el("button", { type: "button", class: "who", "aria-controls": "rail" });
    const menu = iconButton(icon("more"), words.chatMenu, () => this.#menu(menu));
    this.node = el("header", { class: "head" }, this.people, el("span", { class: "disc" }, mark()),
      el("div", { class: "title" }, this.name, el("p", {}, this.status, this.about)), clockOpener, menu);
    chat.addEventListener("bot", () => this.#draw());
    chat.addEventListener("action", () => this.#act(words.typing));
    chat.addEventListener("change", ({ detail }) => detail.message?.from?.is_bot && this.#act(""));
  }

  /** Says that the line is cut, or is there again. */
  setLost(lost) {
    this.lost = lost;
    this.#act("");
  }

  #act(text) {
    clearTimeout(this.timer);
    const shown = this.lost ? words.reconnecting : text;
    this.status.textContent = shown;
    this.status.classList.toggle("lost", Boolean(this.lost));
    show(this.about, !shown);
    if (text) this.timer = setTimeout(() => this.#act(""), ACTION_LASTS);
  }

  #draw() {
    const { bot, person } = this.chat;
    this.name.textContent = bot.name;
    this.about.textContent = bot.short_description || `@${bot.username}`;
    this.people.replaceChildren(portrait(person));
    this.people.title = words.thisPerson(person.first_name);
    this.people.setAttribute("aria-label", `${words.thisPerson(person.first_name)}. ${words.people}`);
    document.title = `${bot.name} · ${person.first_name}`;
  }

  #menu(button) {
    const { blocked, person } = this.chat;
    const choice = blocked ? ["check", words.unblock, () => this.on.block(false)] : ["stop", words.block, () => this.on.block(true)];
    openMenu(button, [choice], words.thisPerson(person.first_name));
  }
}
