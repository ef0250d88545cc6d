// Dialogs with something to fill in, all built alike.

import { el } from "./dom.js";
import { notes } from "./notes.js";
import { words } from "./words.js";

let count = 0;

/** A field with its label. */
export function field(label, input) {
  input.id ||= `field-${(count += 1)}`;
  return el("div", { class: "field" }, el("label", { for: input.id }, label), input);
}

/** Opens a dialog with `parts`; `submit` may throw, then the dialog stays and says why. */
export function openDialog({ title, parts, done, submit, closable = true }) {
  const error = el("p", { class: "error", role: "alert", hidden: true });
  const button = el("button", { class: "solid", type: "submit" }, done);
  const cancel = closable ? el("button", { type: "button", onclick: () => dialog.close() }, words.cancel) : null;
  const choices = el("div", { class: "choices" }, cancel, button);
  const form = el("form", { onsubmit: (event) => attempt(event) }, el("h2", {}, title), ...parts, error, choices);
  const dialog = el("dialog", {
    "aria-label": title, onclose: () => dialog.remove(), oncancel: (event) => closable || event.preventDefault(),
  }, form);

  async function attempt(event) {
    event.preventDefault();
    button.disabled = true;
    try {
      await submit();
      dialog.close();
    } catch (failure) {
      error.textContent = notes.reason(failure);
      error.hidden = false;
    }
    button.disabled = false;
  }
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
