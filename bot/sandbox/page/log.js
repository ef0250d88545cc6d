// The conversation: draws the newest rows, older ones as they are scrolled to, and changes only what changed.

import { el, iconButton, keepFocus, show } from "./dom.js";
import { refreshRelative } from "./entities.js";
import { icon } from "./icons.js";
import { rowNode } from "./row.js";
import { clock, dayName, dayOf } from "./times.js";
import { words } from "./words.js";

const PAGE = 60; // rows drawn at first, and added each time the top comes near
const NEAR = 80; // pixels from the end that still count as "at the end"
const TOGETHER = 300; // seconds within which messages of one side form a group

/** The scrolling log of a Chat; `on` is handed to every row. */
export class Log {
  constructor(chat, on) {
    Object.assign(this, { chat, on, limit: PAGE, drawn: new Map(), pinned: true, unseen: 0 });
    this.top = el("div", { class: "older", "aria-hidden": "true" });
    this.list = el("div", { class: "list" });
    const role = { role: "log", "aria-live": "polite", "aria-label": words.log, tabIndex: 0 };
    this.scroller = el("div", { class: "log", ...role, onscroll: () => this.#scrolled() }, this.top, this.list);
    this.newest = iconButton(icon("down"), words.toNewest, () => this.toEnd("smooth"), { class: "icon newest", hidden: true });
    this.node = el("div", { class: "conversation" }, this.scroller, this.newest);
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.scroller);
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(this.list);
    const near = { root: this.scroller, rootMargin: "800px" };
    new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.#older(), near).observe(this.top);
    chat.addEventListener("change", ({ detail }) => this.#changed(detail));
    setInterval(() => refreshRelative(this.list), 30_000);
  }

  /** Draws what has changed. */
  draw() {
    const items = this.#items();
    const anchor = this.pinned ? null : this.#anchor();
    const keys = new Set(items.map(({ key }) => key));
    for (const [key, { node }] of this.drawn) if (!keys.has(key)) this.#drop(key, node);
    let place = this.list.firstChild;
    for (const item of items) place = this.#put(item, place).nextSibling;
    if (anchor) this.#hold(anchor);
    else this.toEnd();
  }

  /** Scrolls to the newest message. */
  toEnd(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  /** Brings a message into view, drawing as many older ones as it takes. */
  reveal(messageId) {
    const rows = this.#rows();
    const index = rows.findIndex(({ messages }) => messages.some((message) => message.message_id === messageId));
    if (index < 0) return;
    this.limit = Math.max(this.limit, rows.length - index + 10);
    this.pinned = false;
    this.draw();
    const { node } = this.drawn.get(`m${rows[index].messages[0].message_id}`);
    node.scrollIntoView({ block: "center" });
    node.classList.add("shown");
    setTimeout(() => node.classList.remove("shown"), 1600);
  }

  #changed({ fresh, message }) {
    const mine = message && !message.from?.is_bot;
    if (fresh && mine) this.pinned = true;
    if (fresh && !this.pinned) this.#countUnseen(this.unseen + 1);
    this.scroller.setAttribute("aria-busy", String(!message)); // a whole chat is not news to be read out
    this.draw();
    if (fresh) this.drawn.get(`m${message.message_id}`)?.node.classList.add("fresh");
  }

  #countUnseen(count) {
    this.unseen = count;
    this.newest.dataset.count = count || "";
  }

  #scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    const size = `${clientHeight} ${scrollHeight}`;
    // Whatever grows or shrinks moves the log as well; only a person's own scrolling leaves the end.
    this.pinned = scrollHeight - scrollTop - clientHeight < NEAR || (this.pinned && size !== this.size);
    this.size = size;
    show(this.newest, !this.pinned);
    if (this.pinned) this.#countUnseen(0);
  }

  #older() {
    if (this.limit >= this.chat.messages.size) return;
    this.limit += PAGE;
    this.scroller.setAttribute("aria-busy", "true");
    this.draw();
    this.scroller.setAttribute("aria-busy", "false");
  }

  #rows() {
    const rows = [];
    for (const message of this.chat.messages.values()) {
      const before = rows.at(-1);
      const album = message.media_group_id;
      if (album && before?.messages[0].media_group_id === album) before.messages.push(message);
      else rows.push({ messages: [message], mine: !message.from?.is_bot });
    }
    return rows;
  }

  #items() {
    const rows = this.#rows().slice(-this.limit);
    const items = [];
    rows.forEach((row, i) => {
      const day = dayOf(row.messages[0].date);
      const dawns = !rows[i - 1] || dayOf(rows[i - 1].messages[0].date) !== day;
      row.first = dawns || !together(rows[i - 1], row);
      row.last = !rows[i + 1] || !together(row, rows[i + 1]) || dayOf(rows[i + 1].messages[0].date) !== day;
      if (dawns) items.push(dayItem(day, row));
      items.push({ key: `m${row.messages[0].message_id}`, parts: [row.first, row.last, clock.zone, ...row.messages], make: () => rowNode(row, this.on) });
    });
    return items;
  }

  #put({ key, parts, make }, place) {
    const known = this.drawn.get(key);
    if (known && same(known.parts, parts)) return known.node;
    const node = make();
    this.drawn.set(key, { parts, node });
    if (known) {
      const refocus = keepFocus(known.node, node);
      known.node.replaceWith(node);
      refocus();
    } else this.list.insertBefore(node, place);
    return node;
  }

  #drop(key, node) {
    node.remove();
    this.drawn.delete(key);
  }

  // The first row in sight and where it stands, so that it can stand there again after drawing.
  #anchor() {
    const edge = this.scroller.getBoundingClientRect().top;
    for (const node of this.list.querySelectorAll("article")) {
      const { top, bottom } = node.getBoundingClientRect();
      if (bottom > edge) return { key: `m${node.dataset.id}`, top };
    }
    return null;
  }

  #hold({ key, top }) {
    const now = this.drawn.get(key)?.node.getBoundingClientRect().top;
    if (now !== undefined) this.scroller.scrollTop += now - top;
  }
}

function dayItem(day, row) {
  const name = dayName(row.messages[0].date);
  return { key: `d${day}-${row.messages[0].message_id}`, parts: [name], make: () => el("h2", { class: "day" }, el("span", {}, name)) };
}

function together(one, other) {
  return one.mine === other.mine && other.messages[0].date - one.messages[0].date < TOGETHER;
}

const same = (one, other) => one.length === other.length && one.every((part, i) => part === other[i]);
