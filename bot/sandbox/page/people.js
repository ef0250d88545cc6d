// The people of the demo: the rail beside the chat, the dialog for a new one, and who has unread messages.

import { Account, addPerson, people } from "./api.js";
import { field, openDialog } from "./dialogs.js";
import { el, iconButton } from "./dom.js";
import { icon, mark } from "./icons.js";
import { languages, words } from "./words.js";

const COLOURS = 8;
const LOOK_EVERY = 6000; // milliseconds between looks at the other people's chats
const CALM = 30; // a look may take a thirtieth of the time at most

/** Where a person's chat is. */
export const chatUrl = (id) => `/?person=${encodeURIComponent(id)}`;

const initial = (name) => [...new Intl.Segmenter().segment(name.trim() || "?")][0].segment.toUpperCase();

/** A round portrait: the initial on a colour of the person's own. */
export function portrait({ id, first_name: name }) {
  return el("span", { class: `portrait colour-${Number(id) % COLOURS}`, "aria-hidden": "true" }, initial(name));
}

const seen = {
  of: (id) => Number(localStorage.getItem(`seen:${id}`) ?? 0),
  set: (id, messageId) => localStorage.setItem(`seen:${id}`, messageId),
};

/** The rail: everybody's portrait as a link, and a plus. */
export class Rail {
  constructor(current) {
    Object.assign(this, { current, all: [], unread: new Set() });
    this.list = el("ul", {});
    const add = iconButton(icon("plus"), words.addPerson, () => openNewPerson(), { class: "add" });
    this.node = el("nav", { class: "rail", id: "rail", "aria-label": words.people }, mark(), this.list, add);
    setTimeout(() => this.#look(), 1000);
  }

  async load() {
    this.all = await people();
    this.#draw();
  }

  /** The current person has seen everything up to this message. */
  saw(messageId) {
    if (!document.hidden) seen.set(this.current, messageId);
  }

  #draw() {
    this.list.replaceChildren(...this.all.map((person) => {
      const unread = this.unread.has(person.id);
      const label = unread ? words.unread(person.first_name) : words.openChat(person.first_name);
      const here = person.id === this.current;
      return el("li", {}, el("a", {
        href: chatUrl(person.id), title: person.first_name, class: unread ? "unread" : "",
        "aria-label": label, "aria-current": here ? "page" : undefined,
      }, portrait(person), el("bdi", { class: "name" }, person.first_name)));
    }));
  }

  // There is one stream of events for each person; a look now and then costs no connection.
  async #look() {
    const began = performance.now();
    if (!document.hidden) await this.#lookAtOthers().catch(() => {});
    setTimeout(() => this.#look(), Math.max(LOOK_EVERY, (performance.now() - began) * CALM));
  }

  async #lookAtOthers() {
    const all = await people();
    const unread = new Set();
    for (const { id } of all) {
      if (id === this.current) continue;
      const { messages } = await new Account(id).chat();
      if ((messages.findLast((message) => message.from?.is_bot)?.message_id ?? 0) > seen.of(id)) unread.add(id);
    }
    const state = JSON.stringify([all, [...unread]]);
    if (state === this.state) return;
    Object.assign(this, { all, unread, state });
    this.#draw();
  }
}

function newPersonFields() {
  const name = el("input", { type: "text", dir: "auto", required: true, maxLength: 64, autocomplete: "off", autofocus: true });
  const language = el("select", {}, ...languages.map((code) => el("option", { value: code }, ownName(code))));
  const wanted = navigator.language.split("-")[0];
  language.value = languages.includes(wanted) ? wanted : "en";
  return { name, language };
}

function ownName(code) {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

async function createAndGo({ name, language }) {
  const person = await addPerson(name.value.trim(), language.value);
  location.assign(chatUrl(person.id));
}

/** The dialog that adds a person and opens their chat. */
function openNewPerson() {
  const fields = newPersonFields();
  openDialog({
    title: words.newPerson,
    parts: [field(words.firstName, fields.name), field(words.language, fields.language), el("p", { class: "help" }, words.addHelp)],
    done: words.add,
    submit: () => createAndGo(fields),
  });
}

/** The first page: who is it? `known` are those who are there already. */
export function welcome(known, notice) {
  const fields = newPersonFields();
  const error = el("p", { class: "error", role: "alert" }, notice ?? "");
  const submit = async (event) => {
    event.preventDefault();
    await createAndGo(fields).catch(({ message }) => (error.textContent = message || words.unreachable));
  };
  const others = known.map((person) => el("li", {}, el("a", { href: chatUrl(person.id) }, portrait(person), el("bdi", {}, person.first_name))));
  const form = el("form", { onsubmit: submit }, el("h2", {}, words.whoAreYou), field(words.firstName, fields.name),
    field(words.language, fields.language), error, el("button", { type: "submit", class: "solid" }, words.begin));
  return el("main", { class: "welcome" }, mark(), el("h1", {}, words.welcome), el("p", {}, words.welcomeHelp), form,
    others.length ? el("section", {}, el("h2", {}, words.goOnAs), el("ul", {}, ...others)) : null);
}
