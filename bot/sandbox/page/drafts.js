// What is typed and not sent, kept in the browser for each person.

/** The draft of one person. */
export function draftOf(personId) {
  const key = `draft:${personId}`;
  return {
    get: () => localStorage.getItem(key) ?? "",
    set: (text) => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key)),
  };
}
