// Line drawings on a 24 × 24 grid.

const PATHS = {
  attach: "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8",
  back: "M15 5l-7 7 7 7",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6L6 18",
  commands: "M14.5 5l-5 14",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  down: "M12 5v14M6 13l6 6 6-6",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  file: "M6 3.5h8l4 4v13H6zM14 3.5v4h4",
  keyboard: "M3.5 7h17v10h-17zM7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17 10.5h.01M8 14h8",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  pause: "M8.5 6v12M15.5 6v12",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.500s6.5 1.5 7.5 5.5",
  photo: "M4 5.500h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.500h.01",
  pin: "M12 21c-4.5-5-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2 6-6.5 11zM12 12.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  play: "M8 5.500v13l10.5-6.500z",
  plus: "M12 5v14M5 12h14",
  reply: "M10 6L4 12l6 6M4.5 12H14c4 0 6 2.5 6 6.5",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6.2 6.200l11.6 11.6",
  voice: "M12 4a2.5 2.5 0 0 1 2.5 2.500V12a2.5 2.5 0 0 1-5 0V6.500A2.5 2.5 0 0 1 12 4zM6.5 11.500a5.5 5.5 0 0 0 11 0M12 17v3.5",
};

const SVG = "http://www.w3.org/2000/svg";

/** An icon by name, hidden from screen readers: its button carries the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("drawn");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Glimmer's own mark: a four-pointed light. */
export function mark() {
  const svg = icon("check");
  svg.setAttribute("class", "mark");
  svg.firstChild.setAttribute("d", "M12 2c.8 6.2 3.8 9.2 10 10-6.2.8-9.2 3.8-10 10-.8-6.2-3.8-9.2-10-10 6.2-.8 9.2-3.8 10-10z");
  return svg;
}
