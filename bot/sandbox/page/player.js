// A small player for voice notes and audio; one sounds at a time.

import { fileUrl } from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { lengthOf } from "./times.js";
import { words } from "./words.js";

let sounding = null;

/** A play button, a slider and the time for an audio file of the wire. */
export function player(file, title) {
  const sound = el("audio", { src: fileUrl(file.file_id), preload: "none" });
  const button = el("button", { type: "button", class: "disc", "data-focus": "play" });
  const slider = el("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": words.position });
  const time = el("small", {}, lengthOf(file.duration));
  const length = () => (Number.isFinite(sound.duration) ? sound.duration : file.duration) || 1;

  const draw = () => {
    const label = sound.paused ? words.play : words.pause;
    button.replaceChildren(icon(sound.paused ? "play" : "pause"));
    button.setAttribute("aria-label", `${label}: ${title}`);
    slider.value = Math.round((sound.currentTime / length()) * 1000);
    time.textContent = lengthOf(sound.currentTime > 0 ? sound.currentTime : file.duration);
  };
  button.addEventListener("click", () => toggle(sound));
  slider.addEventListener("input", () => (sound.currentTime = (slider.value / 1000) * length()));
  for (const event of ["play", "pause", "timeupdate", "ended"]) sound.addEventListener(event, draw);
  draw();
  return el("div", { class: "player", role: "group", "aria-label": title }, button,
    el("div", { class: "about" }, el("bdi", { class: "name" }, title), el("div", { class: "track" }, slider, time)), sound);
}

function toggle(sound) {
  if (!sound.paused) return sound.pause();
  if (sounding !== sound) sounding?.pause();
  sounding = sound;
  return sound.play().catch(() => {}); // a file the browser cannot play stays a file
}
