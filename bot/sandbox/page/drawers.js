// In narrow windows the rail and the clock are drawers: a button opens them, Escape or a press elsewhere closes.

/** Lets `opener` open and close `drawer`. */
export function drawer(opener, node) {
  const set = (open) => {
    node.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  set(false);
  opener.addEventListener("click", () => set(!node.classList.contains("open")));
  document.addEventListener("pointerdown", ({ target }) => node.contains(target) || opener.contains(target) || set(false));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !node.classList.contains("open")) return;
    set(false);
    opener.focus();
  });
}
