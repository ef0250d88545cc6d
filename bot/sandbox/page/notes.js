// What passes: toasts, alerts, and failures in words.

import { Refused } from "./api.js";
import { el } from "./dom.js";
import { words } from "./words.js";

const SHOWN_FOR = 4500; // milliseconds

const shelf = el("div", { class: "toasts", role: "status", "aria-live": "polite", popover: "manual" });

/** A line that goes by itself. */
function toast(text) {
  if (!shelf.isConnected) document.body.append(shelf);
  const note = el("p", { class: "toast", dir: "auto" }, text);
  shelf.append(note);
  // Shown anew so that it lies above a dialog opened meanwhile.
  shelf.hidePopover();
  shelf.showPopover();
  setTimeout(() => {
    note.remove();
    if (!shelf.childElementCount) shelf.hidePopover();
  }, SHOWN_FOR);
}

/** A dialog that waits for OK. */
function alert(text) {
  const close = () => dialog.close();
  const dialog = el("dialog", { class: "alert", role: "alertdialog", onclose: () => dialog.remove() },
    el("p", { dir: "auto" }, text),
    el("div", { class: "choices" }, el("button", { type: "button", class: "solid", onclick: close, autofocus: true }, words.ok)));
  document.body.append(dialog);
  dialog.showModal();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(words.copied);
  } catch {
    alert(text); // without a clipboard, at least to select by hand
  }
}

/** Why a call failed: the server's own sentence where it gave one. */
const reason = (error) => (error instanceof Refused ? error.message : words.unreachable);

/** Says that something did not work. */
const failed = (error) => toast(reason(error));

export const notes = { toast, alert, copy, failed, reason };
