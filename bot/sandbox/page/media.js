// Pictures, sounds and other things a message carries, each as one node.

import { fileUrl } from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { player } from "./player.js";
import { openPhoto } from "./viewer.js";
import { words } from "./words.js";

/** The nodes for what a message carries besides its words; empty when it is text alone. */
export function mediaOf(message) {
  const kind = Object.keys(SHOWN).find((name) => message[name]);
  return kind ? [SHOWN[kind](message[kind], message)] : [];
}

/** Is it a picture that fills its bubble from edge to edge? */
export const isVisual = (message) => Boolean(message.photo || message.video || message.animation);

/** One word for a message without words, for quotes. */
export function mediaName(message) {
  const kind = Object.keys(SHOWN).find((name) => message[name]);
  return kind === "document" ? (message.document.file_name ?? words.document) : (words[NAMES[kind]] ?? words.notShown);
}

const NAMES = {
  animation: "video", video_note: "video", location: "place", venue: "place",
  photo: "photo", video: "video", sticker: "sticker", voice: "voice", audio: "audio", contact: "contact",
};

// Telegram repeats an animation as a document: the first that fits is shown.
const SHOWN = {
  photo: (sizes, message) => photo(sizes, message),
  animation: (file) => video(file, { loop: true, muted: true, autoplay: calm() ? undefined : true, controls: true }),
  video: (file) => video(file, { controls: true }),
  video_note: (file) => video(file, { controls: true, class: "round" }),
  sticker,
  voice: (file) => player(file, words.voice),
  audio: (file) => player(file, [file.performer, file.title ?? file.file_name].filter(Boolean).join(" – ") || words.audio),
  document: download,
  venue: ({ location, title }) => place(location, title),
  location: (location) => place(location, words.place),
  contact: ({ first_name: name, phone_number: phone }) => card("person", name, phone),
};

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function photo(sizes, message) {
  const size = sizes.reduce((best, other) => (other.width > best.width ? other : best));
  const image = el("img", {
    src: fileUrl(size.file_id), alt: message.caption || words.photo, loading: "lazy", decoding: "async",
    width: size.width, height: size.height,
    onerror: () => button.replaceChildren(el("span", { class: "missing" }, words.photoLost)),
  });
  const button = el("button", {
    type: "button", class: "photo", "aria-label": words.openPhoto, onclick: () => openPhoto(fileUrl(size.file_id), message.caption),
  }, image);
  return button;
}

function video(file, props) {
  return el("video", { src: fileUrl(file.file_id), preload: "metadata", playsInline: true, "aria-label": words.video, ...props });
}

function sticker(file) {
  if (file.is_animated) return el("span", { class: "big", role: "img", "aria-label": words.sticker }, file.emoji ?? "✦");
  if (file.is_video) return video(file, { loop: true, muted: true, autoplay: true, class: "sticker" });
  return el("img", { class: "sticker", src: fileUrl(file.file_id), alt: file.emoji ?? words.sticker, width: file.width, height: file.height });
}

function download(file) {
  const name = file.file_name ?? words.document;
  return el("a", { class: "card", href: fileUrl(file.file_id), download: name, title: words.download(name) },
    el("span", { class: "disc" }, icon("file")),
    el("span", { class: "about" }, el("bdi", { class: "name" }, name), el("small", {}, sizeOf(file.file_size))));
}

function sizeOf(bytes) {
  if (!bytes) return "";
  const [unit, size] = bytes < 1e6 ? ["kilobyte", bytes / 1e3] : ["megabyte", bytes / 1e6];
  return size.toLocaleString(undefined, { style: "unit", unit, maximumFractionDigits: 1 });
}

function place({ latitude, longitude }, title) {
  const node = card("pin", title, `${degrees(latitude)}, ${degrees(longitude)}`);
  node.classList.add("place");
  return node;
}

const degrees = (value) => value.toLocaleString(undefined, { maximumFractionDigits: 4 });

function card(name, title, text) {
  return el("div", { class: "card" },
    el("span", { class: "disc" }, icon(name)),
    el("span", { class: "about" }, el("bdi", { class: "name" }, title), el("small", {}, text)));
}
