// Reply keyboards: rows of ready answers above the composer.

import { el, show } from "./dom.js";
import { words } from "./words.js";

const BEYOND = ["request_contact", "request_poll", "request_users", "request_chat", "web_app"]; // not for this page

/** Draws a ReplyKeyboardMarkup; `on` = {say(text), place(), changed()}. */
export class ReplyBoard {
  constructor(on) {
    Object.assign(this, { on, keyboard: null, folded: false });
    this.node = el("div", { class: "replyboard", role: "group", "aria-label": words.replyKeyboard, hidden: true });
  }

  /** Takes a keyboard, or null; a new one is unfolded. */
  set(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    if (JSON.stringify(keyboard) === JSON.stringify(this.keyboard)) return;
    this.keyboard = keyboard;
    this.folded = false;
    this.node.replaceChildren(...rows.map((row) => el("div", { class: "row" }, ...row.map((button) => this.#button(button)))));
    this.node.classList.toggle("tall", !keyboard?.resize_keyboard);
    this.#draw();
  }

  /** Is there a keyboard that could be shown? */
  get there() {
    return Boolean(this.keyboard?.keyboard?.length);
  }

  get placeholder() {
    return this.folded ? undefined : this.keyboard?.input_field_placeholder;
  }

  toggle(folded = !this.folded) {
    this.folded = folded;
    this.#draw();
  }

  #button(given) {
    const button = typeof given === "string" ? { text: given } : given;
    const press = () => (button.request_location ? this.on.place() : this.#say(button.text));
    const disabled = BEYOND.some((name) => button[name]);
    return el("button", { type: "button", class: `press ${button.style ?? ""}`, dir: "auto", disabled, onclick: press }, button.text);
  }

  async #say(text) {
    if (await this.on.say(text)) this.used();
  }

  /** A button was used: a keyboard for one time folds away. */
  used() {
    if (this.keyboard?.one_time_keyboard) this.toggle(true);
  }

  #draw() {
    show(this.node, this.there && !this.folded);
    this.on.changed();
  }
}
