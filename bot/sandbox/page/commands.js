// The bot's commands above the composer, filtered by what is typed after the slash.

import { el, show } from "./dom.js";
import { words } from "./words.js";

/** A listbox of commands; `choose` gets the command with its slash. */
export class CommandMenu {
  constructor(choose) {
    Object.assign(this, { choose, commands: [], shown: [], at: 0 });
    this.node = el("div", { class: "commands", id: "commands", role: "listbox", "aria-label": words.commands, hidden: true });
  }

  get open() {
    return !this.node.hidden;
  }

  /** Shows the commands that begin with `typed` (without slash), or hides where there is none. */
  filter(typed) {
    this.shown = this.commands.filter(({ command }) => command.startsWith(typed.toLowerCase()));
    this.at = 0;
    this.node.replaceChildren(...this.shown.map((given, i) => this.#option(given, i)));
    show(this.node, this.shown.length > 0);
    this.#mark();
  }

  close() {
    show(this.node, false);
  }

  /** Handles a key pressed in the composer; true when it meant the menu. */
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#move(step);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" || event.key === "Enter") this.choose(`/${this.shown[this.at].command}`, event.key === "Enter");
    else return false;
    event.preventDefault();
    return true;
  }

  /** The id of the marked option, for aria-activedescendant. */
  get active() {
    return this.open ? `command-${this.at}` : "";
  }

  #option({ command, description }, i) {
    return el("div", {
      role: "option", id: `command-${i}`, onmousedown: (event) => event.preventDefault(), onclick: () => this.choose(`/${command}`, true),
    }, el("b", {}, `/${command}`), el("span", { dir: "auto" }, description));
  }

  #move(step) {
    this.at = (this.at + step + this.shown.length) % this.shown.length;
    this.#mark();
  }

  #mark() {
    [...this.node.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === this.at)));
    this.node.children[this.at]?.scrollIntoView({ block: "nearest" });
  }
}
