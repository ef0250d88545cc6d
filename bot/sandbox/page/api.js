// The person side of the sandbox, one function per address.

/** The server said no; the message is its sentence. */
export class Refused extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

async function call(path, init) {
  let response;
  try {
    response = await fetch(`/api/${path}`, init);
  } catch {
    throw new Unreachable();
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(body?.error ?? `${response.status} ${response.statusText}`, response.status);
  return body;
}

function post(path, value) {
  return call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });
}

/** Everybody in the sandbox. */
export const people = () => call("people");

/** A new person. */
export const addPerson = (firstName, language) => post("people", { first_name: firstName, language_code: language });

/** Moves the sandbox's clock on behalf of a person. */
export const moveClock = (move, person) => post("clock", { move, person });

/** Where the bytes of a file are. */
export const fileUrl = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;

/** What one person can do in their chat; every call answers with the contract's object or throws. */
export class Account {
  constructor(id) {
    this.id = id;
    this.root = `people/${encodeURIComponent(id)}`;
  }

  chat = () => call(`${this.root}/chat`);
  eventsUrl = () => `/api/${this.root}/events`;
  say = (text, replyTo) => post(`${this.root}/messages`, replyTo ? { text, reply_to_message_id: replyTo } : { text });
  share = (latitude, longitude) => post(`${this.root}/location`, { latitude, longitude });
  edit = (messageId, text) => post(`${this.root}/messages/${messageId}/edit`, { text });
  react = (messageId, emoji) => post(`${this.root}/messages/${messageId}/reaction`, { emoji });
  press = (messageId, data) => post(`${this.root}/messages/${messageId}/press`, { data });
  block = (blocked) => post(`${this.root}/block`, { blocked });

  sendFile(file, kind, caption) {
    const form = new FormData();
    form.append("kind", kind);
    if (caption) form.append("caption", caption);
    form.append("file", file, file.name || "file");
    return call(`${this.root}/files`, { method: "POST", body: form });
  }
}
