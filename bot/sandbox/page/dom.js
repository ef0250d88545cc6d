// Building the page without ever parsing text as markup.

/** A new element; `props` are DOM properties, attributes with a dash, or `on…` handlers. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function set(node, name, value) {
  if (value === undefined || value === null) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name.includes("-") || name === "role" || name === "for") node.setAttribute(name, value);
  else if (name === "class") node.className = value;
  else node[name] = value;
}

/** A button that never submits a form by accident; `icon` is an SVG node, `label` what it is called. */
export function iconButton(icon, label, onclick, props = {}) {
  return el("button", { type: "button", class: "icon", title: label, "aria-label": label, onclick, ...props }, icon);
}

/** Shows or hides an element for everybody, screen readers included. */
export function show(node, visible) {
  node.hidden = !visible;
}

/** The focusable thing a person was on, remembered by its `data-focus`, found again in `fresh`. */
export function keepFocus(old, fresh) {
  const key = old.contains(document.activeElement) && document.activeElement.dataset.focus;
  if (!key) return () => {};
  return () => fresh.querySelector(`[data-focus="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
