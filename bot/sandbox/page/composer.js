// Where a person writes: the text, what it answers or changes, and the buttons around it.

import { CommandMenu } from "./commands.js";
import { el, iconButton, show } from "./dom.js";
import { icon } from "./icons.js";
import { mediaName } from "./media.js";
import { ReplyBoard } from "./replyboard.js";
import { words } from "./words.js";

/** The composer; `on` = {say(text, replyTo), edit(message, text), attach(button), place(), lastOwn()}; calls answer true when done. */
export class Composer {
  constructor(on, drafts) {
    Object.assign(this, { on, drafts, mode: null, sending: false });
    this.menu = new CommandMenu((command, send) => this.#chosen(command, send));
    this.board = new ReplyBoard({ say: (text) => on.say(text), place: on.place, changed: () => this.#boardChanged() });
    this.input = el("textarea", {
      rows: 1, dir: "auto", placeholder: words.write, "aria-label": words.message, "aria-controls": "commands", "aria-autocomplete": "list",
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onblur: () => this.menu.close(),
    });
    this.input.value = drafts.get();
    this.banner = el("div", { class: "banner", hidden: true });
    this.slash = iconButton(icon("commands"), words.commands, () => this.#toggleCommands(), { onmousedown: (event) => event.preventDefault() });
    this.boardButton = iconButton(icon("keyboard"), words.hideKeyboard, () => this.board.toggle(), { hidden: true });
    this.sendButton = iconButton(icon("send"), words.send, () => this.submit(), { class: "icon send" });
    const attach = iconButton(icon("attach"), words.attach, () => on.attach(attach));
    const bar = el("div", { class: "bar" }, attach, this.slash, this.input, this.boardButton, this.sendButton);
    this.node = el("div", { class: "composer" }, this.menu.node, this.board.node, this.banner, bar);
    this.#drawButtons();
  }

  setCommands(commands) {
    this.menu.commands = commands ?? [];
    show(this.slash, this.menu.commands.length > 0);
  }

  /** Takes what the chat's keyboard says: buttons, a forced reply to `target`, or nothing. */
  setKeyboard(keyboard, target) {
    this.board.set(keyboard?.keyboard ? keyboard : null);
    this.forced = keyboard?.force_reply ? (keyboard.input_field_placeholder ?? "") : null;
    if (keyboard?.force_reply && target) this.reply(target);
    this.#boardChanged();
  }

  /** The next message answers `message`. */
  reply(message) {
    this.#leaveEdit();
    const name = message.from?.is_bot ? words.replyingTo(message.from.first_name) : words.replyingToSelf;
    this.#enter({ kind: "reply", message }, name, message.text ?? message.caption ?? mediaName(message));
  }

  /** The next text takes the place of the message's. */
  edit(message) {
    const kept = this.mode?.kind === "edit" ? this.mode.kept : this.input.value;
    const text = message.text ?? message.caption ?? "";
    this.#enter({ kind: "edit", message, kept }, words.editing, text);
    this.#write(text);
  }

  cancel() {
    this.#leaveEdit();
    this.mode = null;
    show(this.banner, false);
    this.#drawButtons();
    this.input.focus();
  }

  /** Sends what is written; it stays where it is until that has worked. */
  async submit() {
    const { value } = this.input;
    if (!value.trim() || this.sending) return;
    this.sending = true;
    const { kind, message } = this.mode ?? {};
    const done = await (kind === "edit" ? this.on.edit(message, value) : this.on.say(value, message?.message_id));
    this.sending = false;
    if (done) this.#sent(value);
  }

  #sent(value) {
    const written = this.input.value;
    const kept = this.mode?.kept;
    this.mode = null;
    show(this.banner, false);
    // What was typed while the message was on its way stays.
    this.#write(kept ?? (written.startsWith(value) ? written.slice(value.length) : written));
    this.board.used();
  }

  #enter(mode, title, text) {
    this.mode = mode;
    const name = mode.kind === "edit" ? "edit" : "reply";
    this.banner.replaceChildren(icon(name), el("div", {}, el("strong", {}, title), el("span", { dir: "auto" }, text.slice(0, 200))),
      iconButton(icon("close"), words.cancel, () => this.cancel()));
    show(this.banner, true);
    this.#drawButtons();
    this.input.focus();
  }

  #leaveEdit() {
    if (this.mode?.kind === "edit") this.#write(this.mode.kept);
  }

  #write(text) {
    this.input.value = text;
    this.input.setSelectionRange(text.length, text.length);
    this.#typed();
  }

  #typed() {
    const { value } = this.input;
    if (this.mode?.kind !== "edit") this.drafts.set(value);
    const typed = /^\/(\w*)$/.exec(value);
    if (typed) this.menu.filter(typed[1]);
    else this.menu.close();
    this.#markActive();
    this.#drawButtons();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.menu.key(event)) return this.#markActive();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.mode) this.cancel();
    else if (event.key === "ArrowUp" && !this.input.value && !this.mode) this.#editLast(event);
  }

  #editLast(event) {
    const message = this.on.lastOwn();
    if (!message) return;
    event.preventDefault();
    this.edit(message);
  }

  #chosen(command, send) {
    this.#write(send ? command : `${command} `);
    this.menu.close();
    if (send) this.submit();
  }

  #toggleCommands() {
    if (this.menu.open) this.menu.close();
    else this.menu.filter("");
    this.input.focus();
    this.#markActive();
  }

  #markActive() {
    if (this.menu.active) this.input.setAttribute("aria-activedescendant", this.menu.active);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #boardChanged() {
    if (!this.input) return;
    show(this.boardButton, this.board.there);
    const label = this.board.folded ? words.showKeyboard : words.hideKeyboard;
    this.boardButton.title = label;
    this.boardButton.setAttribute("aria-label", label);
    this.boardButton.setAttribute("aria-pressed", String(!this.board.folded));
    this.input.placeholder = this.forced || this.board.placeholder || words.write;
  }

  #drawButtons() {
    const editing = this.mode?.kind === "edit";
    this.sendButton.replaceChildren(icon(editing ? "check" : "send"));
    this.sendButton.setAttribute("aria-label", editing ? words.save : words.send);
    this.sendButton.disabled = !this.input.value.trim();
  }
}
