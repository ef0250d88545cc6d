// One person's chat as the server tells it: a model without any page.

/** Holds the chat; fires "change", "bot", "keyboard", "clock", "answer", "action" when something came. */
export class Chat extends EventTarget {
  constructor() {
    super();
    Object.assign(this, { loaded: false, seq: 0, person: null, bot: {}, keyboard: null, blocked: false });
    this.messages = new Map(); // message id → Message, in the order of the chat
    this.waiting = []; // events that came while the chat was being loaded
  }

  /** From now on events are kept until `load`. */
  expect() {
    this.loading = true;
    this.waiting = [];
  }

  /** Takes the whole chat in; messages that are as they were stay the same objects. */
  load(chat) {
    const before = this.messages;
    this.messages = new Map(chat.messages.map((message) => [message.message_id, sameOr(before, message)]));
    Object.assign(this, { seq: chat.seq, person: chat.person, bot: chat.bot, keyboard: chat.keyboard, blocked: chat.blocked });
    this.loaded = true;
    this.loading = false;
    this.#tell("bot");
    this.#tell("clock", chat.clock);
    this.#tell("change", { fresh: false });
    this.#tell("keyboard");
    for (const event of this.waiting.splice(0)) this.apply(event);
  }

  /** One event of the stream; applying it twice is harmless. */
  apply(event) {
    if (this.loading) return void this.waiting.push(event);
    this.seq = Math.max(this.seq, event.seq ?? 0);
    this[`on_${event.type}`]?.(event);
  }

  /** What the server answered to a deed; an answer that the events have overtaken says nothing new. */
  answered({ seq, message, message_id = message.message_id, reactions }) {
    if (seq <= this.seq) return;
    if (message) this.put(message);
    else this.setReactions(message_id, reactions);
  }

  /** A message that is new or has changed. */
  put(message) {
    const fresh = !this.messages.has(message.message_id);
    const late = message.message_id < this.lastId;
    this.messages.set(message.message_id, message);
    if (fresh && late) this.#sort();
    this.#tell("change", { fresh, message });
  }

  setBlocked(blocked) {
    this.blocked = blocked;
    this.#tell("bot");
  }

  setReactions(messageId, reactions) {
    const message = this.messages.get(messageId);
    if (message) this.put({ ...message, reactions });
  }

  get lastId() {
    return [...this.messages.keys()].at(-1) ?? 0;
  }

  /** The newest message that passes, or undefined. */
  newest(passes) {
    return [...this.messages.values()].findLast(passes);
  }

  on_message = ({ message }) => this.put(message);
  on_edit = ({ message }) => this.put(message);
  on_reaction = ({ message_id, reactions }) => this.setReactions(message_id, reactions);
  on_answer = (event) => this.#tell("answer", event);
  on_action = (event) => this.#tell("action", event);
  on_clock = ({ clock }) => this.#tell("clock", clock);

  on_delete({ message_id }) {
    if (this.messages.delete(message_id)) this.#tell("change", { fresh: false });
  }

  on_keyboard({ keyboard }) {
    this.keyboard = keyboard;
    this.#tell("keyboard");
  }

  on_bot({ bot }) {
    this.bot = bot;
    this.#tell("bot");
  }

  #sort() {
    this.messages = new Map([...this.messages].sort(([one], [other]) => one - other));
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function sameOr(before, message) {
  const known = before.get(message.message_id);
  return known && JSON.stringify(known) === JSON.stringify(message) ? known : message;
}
