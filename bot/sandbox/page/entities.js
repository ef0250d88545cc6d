// Text with Telegram's entities as nodes. Offsets count UTF-16 units, as JavaScript's strings do.

import { el } from "./dom.js";
import { entityTime, fullOf } from "./times.js";
import { words } from "./words.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);

/** A fragment for `text`; `onCommand` is called with a bot command that is pressed. */
export function rich(text, entities, onCommand) {
  const known = (entities ?? []).filter((entity) => entity.length > 0 && entity.offset < text.length);
  const nested = [...known].sort((one, other) => one.offset - other.offset || other.length - one.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces(text, 0, text.length, nested, onCommand));
  return fragment;
}

function pieces(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const outer = entities[i];
    const end = Math.min(outer.offset + outer.length, to);
    const inside = entities.slice(i + 1).filter((entity) => entity.offset < end);
    if (outer.offset >= at) {
      if (outer.offset > at) nodes.push(text.slice(at, outer.offset));
      nodes.push(dressed(outer, text.slice(outer.offset, end), pieces(text, outer.offset, end, inside, onCommand), onCommand));
      at = afterBlock(text, outer, end);
    }
    i += 1 + inside.length;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

// A block stands on lines of its own, so the line break that ends it would be an empty line.
function afterBlock(text, entity, end) {
  return BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
}

const DRESS = {
  bold: (_, inner) => el("strong", {}, ...inner),
  italic: (_, inner) => el("em", {}, ...inner),
  underline: (_, inner) => el("u", {}, ...inner),
  strikethrough: (_, inner) => el("s", {}, ...inner),
  code: (_, inner) => el("code", {}, ...inner),
  pre: ({ language }, inner) => el("pre", { tabIndex: 0, "data-language": language }, el("code", {}, ...inner)),
  blockquote: (_, inner) => el("blockquote", {}, ...inner),
  expandable_blockquote: (_, inner) => expandable(inner),
  spoiler: (_, inner) => spoiler(inner),
  text_link: ({ url }, inner) => link(url, inner),
  url: (_, inner, raw) => link(/^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `https://${raw}`, inner),
  email: (_, inner, raw) => link(`mailto:${raw}`, inner),
  phone_number: (_, inner, raw) => link(`tel:${raw.replace(/[^\d+]/g, "")}`, inner),
  bot_command: (_, inner, raw, onCommand) => command(inner, raw, onCommand),
  date_time: (entity, inner) => time(entity, inner),
};

function dressed(entity, raw, inner, onCommand) {
  const dress = DRESS[entity.type];
  return dress ? dress(entity, inner, raw, onCommand) : el("span", { class: `entity ${entity.type}` }, ...inner);
}

function link(address, inner) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !SAFE.has(url.protocol)) return el("span", { class: "entity" }, ...inner);
  return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href }, ...inner);
}

function command(inner, raw, onCommand) {
  return el("button", { type: "button", class: "command", onclick: () => onCommand(raw) }, ...inner);
}

function time({ unix_time: unix, date_time_format: format }, inner) {
  const shown = entityTime(unix, format ?? "");
  const props = { dateTime: new Date(unix * 1000).toISOString(), title: fullOf(unix) };
  return el("time", { ...props, "data-relative": format === "r" ? unix : undefined }, ...(shown ? [shown] : inner));
}

function spoiler(inner) {
  const covered = el("span", { inert: true }, ...inner);
  const node = el("span", { class: "spoiler", role: "button", tabIndex: 0, "aria-label": words.reveal }, covered);
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    covered.inert = false;
    node.replaceWith(el("span", { class: "spoiler shown" }, covered));
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", reveal);
  return node;
}

function expandable(inner) {
  const quote = el("blockquote", { class: "folded" }, ...inner);
  const more = el("button", { type: "button", class: "unfold", "aria-label": words.expand, title: words.expand }, "…");
  more.addEventListener("click", () => {
    quote.classList.remove("folded");
    more.remove();
  });
  quote.append(more);
  return quote;
}

/** An emoji in colour, also where Unicode would draw it as a letter. */
export const inColour = (emoji) => (/^\p{Emoji}$/u.test(emoji) && !/\p{Emoji_Presentation}/u.test(emoji) ? `${emoji}\uFE0F` : emoji);

/** How many emoji a text consists of, or 0 where there is anything else or more than three. */
export function onlyEmoji(text) {
  if (!/^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?|\s)+$/v.test(text)) return 0;
  const count = [...new Intl.Segmenter().segment(text.replace(/\s/g, ""))].length;
  return count <= 3 ? count : 0;
}

/** Writes relative times anew; call it now and then. */
export function refreshRelative(root) {
  for (const node of root.querySelectorAll("time[data-relative]")) {
    node.textContent = entityTime(Number(node.dataset.relative), "r");
  }
}
