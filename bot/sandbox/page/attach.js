// Files on their way out: chosen, dropped or pasted, looked at, given a caption, sent.

import { field, openDialog } from "./dialogs.js";
import { el, show } from "./dom.js";
import { openMenu } from "./menus.js";
import { words } from "./words.js";

/** Files into the chat; `send(file, kind, caption)` may throw. */
export class Attach {
  constructor(send, place) {
    Object.assign(this, { send, place });
    this.veil = el("div", { class: "veil", hidden: true }, el("p", {}, words.drop));
  }

  /** The menu of what can be attached, beside `button`. */
  menu(button) {
    openMenu(button, [
      ["photo", words.attachPhoto, () => this.pick("image/*")],
      ["voice", words.attachVoice, () => this.pick("audio/*,.ogg,.oga,.opus", "voice")],
      ["file", words.attachFile, () => this.pick("", "document")],
      ["pin", words.attachPlace, () => this.place()],
    ]);
  }

  pick(accept, kind) {
    const input = el("input", { type: "file", accept, multiple: kind !== "voice", onchange: () => this.offer([...input.files], kind) });
    input.click();
  }

  /** Lets dropped and pasted files in, anywhere on the page. */
  watch() {
    document.addEventListener("dragover", (event) => this.#over(event));
    document.addEventListener("dragleave", (event) => event.relatedTarget ?? show(this.veil, false));
    document.addEventListener("drop", (event) => this.#drop(event));
    document.addEventListener("paste", (event) => this.#paste(event));
  }

  /** The dialog before sending; `kind` is what the files are unless it can be told from their type. */
  offer(files, kind) {
    if (!files.length) return;
    const kinds = kindsOf(files[0]);
    const choice = el("select", {}, ...kinds.map((name) => el("option", { value: name }, words.kind[name])));
    choice.value = kinds.includes(kind) ? kind : kinds[0];
    const caption = el("input", { type: "text", dir: "auto", maxLength: 1024, autocomplete: "off", autofocus: true });
    const preview = previewOf(files);
    const rest = [...files]; // what could not be sent is tried again, what was sent is not
    const dialog = openDialog({
      title: words.sendFiles,
      parts: [preview, kinds.length > 1 ? field(words.sendAs, choice) : null, field(words.caption, caption)],
      done: words.send,
      submit: async () => {
        for (; rest.length; rest.shift()) await this.send(rest[0], choice.value, rest.length === files.length ? caption.value : "");
      },
    });
    dialog.addEventListener("close", () => preview.querySelectorAll("img").forEach((image) => URL.revokeObjectURL(image.src)));
  }

  #over(event) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    show(this.veil, true);
  }

  #drop(event) {
    show(this.veil, false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    this.offer([...event.dataTransfer.files]);
  }

  #paste(event) {
    const files = [...event.clipboardData.files];
    if (!files.length || event.target.closest?.("dialog")) return;
    event.preventDefault();
    this.offer(files);
  }
}

function kindsOf({ type, name }) {
  if (/^image\/(jpeg|png|webp|gif|bmp|avif)$/.test(type)) return ["photo", "document"];
  if (type.startsWith("audio/") || /\.(ogg|oga|opus|mp3|m4a|wav)$/i.test(name)) return ["voice", "audio", "document"];
  return type.startsWith("video/") ? ["video", "document"] : ["document"];
}

function previewOf(files) {
  return el("div", { class: "preview" }, ...files.slice(0, 6).map((file) =>
    file.type.startsWith("image/") ? el("img", { src: URL.createObjectURL(file), alt: file.name }) : el("bdi", { class: "name" }, file.name)));
}
