// The sandbox's clock: what time it is there, and the buttons that move it.

import { moveClock } from "./api.js";
import { el, show } from "./dom.js";
import { icon } from "./icons.js";
import { notes } from "./notes.js";
import { clock, shownClock } from "./times.js";
import { words } from "./words.js";

/** The panel, and a small button for narrow windows that opens it. */
export class ClockPanel {
  constructor(person, moved) {
    Object.assign(this, { person, moved });
    this.time = el("time", { class: "time" });
    this.date = el("p", { class: "date" });
    this.buttons = el("div", { class: "moves" });
    this.help = el("p", { class: "help" }, words.clockHelp);
    this.node = el("aside", { class: "clock", id: "clock", "aria-label": words.clock, hidden: true },
      el("h2", {}, words.clock), this.time, this.date, this.buttons, this.help);
    this.small = el("span", {});
    const props = { type: "button", class: "pill", "aria-label": words.clockOpen, title: words.clockOpen };
    this.opener = el("button", { ...props, "aria-controls": "clock", hidden: true }, icon("clock"), this.small);
    setInterval(() => this.#tick(), 1000);
  }

  /** Takes the server's clock; `moved` is called as days may have other names now. */
  set(given) {
    clock.set(given);
    const there = clock.moves.length > 0;
    show(this.buttons, there);
    show(this.help, there);
    const button = (move) => el("button", { type: "button", onclick: () => this.#move(move) }, words.moves[move] ?? move);
    this.buttons.replaceChildren(...clock.moves.map(button));
    this.#tick();
    show(this.node, true);
    show(this.opener, true);
    this.moved();
  }

  async #move(move) {
    this.buttons.inert = true;
    try {
      const given = await moveClock(move, this.person);
      this.set(given);
      if (given.stays) notes.toast(words.nothingAhead);
    } catch (error) {
      notes.failed(error);
    }
    this.buttons.inert = false;
  }

  #tick() {
    const now = clock.now();
    const { time, short, date } = shownClock(now);
    this.time.textContent = time;
    this.time.dateTime = now.toISOString();
    this.date.textContent = date;
    this.small.textContent = short;
  }
}
