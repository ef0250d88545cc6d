// Sharing a place: an example, coordinates, or where the browser says it is.

import { field, openDialog } from "./dialogs.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { notes } from "./notes.js";
import { words } from "./words.js";

/** Opens the dialog; `share(latitude, longitude)` may throw. */
export function openPlace(share) {
  const latitude = degrees(90);
  const longitude = degrees(180);
  const put = (lat, lon) => Object.assign(latitude, { value: lat }) && Object.assign(longitude, { value: lon });
  const examples = words.places.map(([name, lat, lon]) => el("button", { type: "button", class: "chip", onclick: () => put(lat, lon) }, name));
  const own = el("button", { type: "button", class: "wide", onclick: () => locate(put) }, icon("pin"), words.browserPlace);
  openDialog({
    title: words.shareTitle,
    parts: [el("p", { class: "help" }, words.shareHelp), el("div", { class: "chips" }, ...examples), own,
      el("div", { class: "pair" }, field(words.latitude, latitude), field(words.longitude, longitude))],
    done: words.share,
    submit: () => share(Number(latitude.value), Number(longitude.value)),
  });
}

function degrees(limit) {
  return el("input", { type: "number", min: -limit, max: limit, step: "any", required: true, inputMode: "decimal" });
}

function locate(put) {
  const refused = () => notes.toast(words.browserPlaceRefused);
  if (!navigator.geolocation) return refused();
  const found = ({ coords }) => put(coords.latitude.toFixed(4), coords.longitude.toFixed(4));
  return navigator.geolocation.getCurrentPosition(found, refused, { timeout: 8000 });
}
