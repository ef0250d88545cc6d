// Small menus that close by themselves: the browser's popovers, placed beside what opened them.

import { el } from "./dom.js";
import { inColour } from "./entities.js";
import { icon } from "./icons.js";
import { notes } from "./notes.js";
import { reactions, words } from "./words.js";

const GAP = 6; // pixels between a menu and what opened it

/** Opens `menu` beside an element or at a point {x, y}; it is removed when it closes. */
function open(menu, at) {
  document.body.append(menu);
  menu.addEventListener("toggle", ({ newState }) => newState === "closed" && menu.remove());
  menu.addEventListener("click", ({ target }) => target.closest("button") && menu.hidePopover());
  menu.addEventListener("keydown", (event) => walk(menu, event));
  menu.showPopover();
  put(menu, at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.x, at.y, 0, 0));
  menu.querySelector("button")?.focus();
}

function put(menu, { left, top, right, bottom }) {
  const { width, height } = menu.getBoundingClientRect();
  const below = bottom + GAP + height < innerHeight;
  const x = left + width + GAP < innerWidth ? left : right - width;
  menu.style.left = `${Math.max(GAP, Math.min(x, innerWidth - width - GAP))}px`;
  menu.style.top = `${Math.max(GAP, below ? bottom + GAP : top - height - GAP)}px`;
}

function walk(menu, event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...menu.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length].focus();
}

function choice(name, label, onclick, props = {}) {
  return el("button", { type: "button", role: "menuitem", onclick, ...props }, icon(name), el("span", {}, label));
}

/** A menu of choices [icon, label, what it does]. */
export function openMenu(at, choices, heading) {
  open(el("div", { class: "menu", role: "menu", popover: "auto" },
    heading ? el("p", { class: "heading", dir: "auto" }, heading) : null, ...choices.map((given) => choice(...given))), at);
}

/** What can be done with a message: react, reply, copy, edit. */
export function openMessageMenu(at, message, on) {
  const text = message.text ?? message.caption;
  const own = message.reactions?.person ?? [];
  const palette = el("div", { class: "palette", role: "group", "aria-label": words.react }, ...reactions.map((emoji) =>
    el("button", {
      type: "button", role: "menuitemcheckbox", "aria-checked": String(own.includes(emoji)),
      title: words.reactWith(emoji), "aria-label": words.reactWith(emoji),
      onclick: () => on.react(message, own.includes(emoji) ? null : emoji),
    }, inColour(emoji))));
  open(el("div", { class: "menu", role: "menu", popover: "auto" }, palette,
    choice("reply", words.reply, () => on.reply(message)),
    text ? choice("copy", words.copy, () => notes.copy(text)) : null,
    on.editable(message) ? choice("edit", words.edit, () => on.edit(message)) : null), at);
}
