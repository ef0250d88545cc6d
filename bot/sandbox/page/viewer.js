// A picture, large; Escape or a press closes it.

import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { words } from "./words.js";

/** Opens the picture at `url` over the page. */
export function openPhoto(url, caption) {
  const close = () => dialog.close();
  const dialog = el("dialog", { class: "viewer", "aria-label": words.photo, onclick: close, onclose: () => dialog.remove() },
    iconButton(icon("close"), words.close, close, { class: "icon close" }),
    el("img", { src: url, alt: caption || words.photo }),
    caption ? el("p", { dir: "auto" }, caption) : null);
  document.body.append(dialog);
  dialog.showModal();
}
