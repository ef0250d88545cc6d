// Inline keyboards: the rows of buttons under a message.

import { el } from "./dom.js";
import { notes } from "./notes.js";
import { words } from "./words.js";

const PATIENCE = 20_000; // milliseconds after which a button stops waiting for its answer

/** Presses buttons and remembers which still wait for the bot's answer. */
export class Presses {
  constructor(press) {
    this.press = press; // (message id, data) → {callback_query_id}
    this.waiting = new Map(); // "message id:data" → {query, timer}
    this.early = new Map(); // answers that came before the press was known: query id → answer
  }

  isWaiting = (messageId, data) => this.waiting.has(`${messageId}:${data}`);

  async start(messageId, data) {
    const key = `${messageId}:${data}`;
    if (this.waiting.has(key)) return;
    this.waiting.set(key, { query: null, timer: setTimeout(() => this.#stop(key), PATIENCE) });
    this.#draw(key);
    try {
      const { callback_query_id: query } = await this.press(messageId, data);
      if (this.early.delete(query)) this.#stop(key);
      else if (this.waiting.has(key)) this.waiting.get(key).query = query;
    } catch (error) {
      this.#stop(key);
      notes.failed(error);
    }
  }

  /** The bot's answer: the button rests, and what the answer says is shown. */
  answered({ callback_query_id: query, text, show_alert: alert }) {
    const key = [...this.waiting].find(([, wait]) => wait.query === query)?.[0];
    if (key) this.#stop(key);
    else this.early.set(query, true);
    if (text) (alert ? notes.alert : notes.toast)(text);
  }

  #stop(key) {
    clearTimeout(this.waiting.get(key)?.timer);
    this.waiting.delete(key);
    this.#draw(key);
  }

  #draw(key) {
    for (const button of document.querySelectorAll(`[data-press="${CSS.escape(key)}"]`)) {
      button.setAttribute("aria-busy", String(this.waiting.has(key)));
    }
  }
}

/** The keyboard of a message as rows of buttons; null when it has none. */
export function inlineKeyboard(message, presses) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el("div", { class: "inline" }, ...rows.map((row, r) =>
    el("div", { class: "row" }, ...row.map((button, b) => inlineButton(button, message, presses, `${r}-${b}`)))));
}

function inlineButton(button, message, presses, focus) {
  const props = { class: `press ${button.style ?? ""}`, dir: "auto", "data-focus": focus };
  const address = button.url && URL.canParse(button.url) && /^https?:/i.test(button.url) ? button.url : null;
  if (address) {
    const away = el("i", { "aria-hidden": "true" }, "↗");
    return el("a", { ...props, href: address, target: "_blank", rel: "noopener noreferrer" }, button.text, away);
  }
  const data = button.callback_data;
  if (data !== undefined) {
    return el("button", {
      ...props, type: "button", "data-press": `${message.message_id}:${data}`,
      "aria-busy": String(presses.isWaiting(message.message_id, data)), onclick: () => presses.start(message.message_id, data),
    }, button.text);
  }
  const copy = button.copy_text?.text;
  return el("button", { ...props, type: "button", disabled: !copy, onclick: () => notes.copy(copy) }, button.text);
}
