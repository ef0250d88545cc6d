// Moments in words, in the zone the sandbox names or else the browser's; "now" is the sandbox's.

import { words } from "./words.js";

const formatters = new Map();

/** The sandbox's clock: its own time, ticking as ours does. */
export const clock = {
  skew: 0,
  zone: undefined,
  moves: [],
  set({ now, zone_hint: zone, moves }) {
    Object.assign(this, { skew: Date.parse(now) - Date.now(), zone: usable(zone), moves: moves ?? [] });
  },
  now() {
    return new Date(Date.now() + this.skew);
  },
};

function usable(zone) {
  try {
    return zone ? new Intl.DateTimeFormat([], { timeZone: zone }).resolvedOptions().timeZone : undefined;
  } catch {
    return undefined;
  }
}

function formatted(date, options, locale) {
  const key = JSON.stringify([clock.zone, options, locale]);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, { ...options, timeZone: clock.zone }));
  return formatters.get(key).format(date);
}

const moment = (unix) => new Date(unix * 1000);

/** Hours and minutes of a Unix time. */
export const timeOf = (unix) => formatted(moment(unix), { timeStyle: "short" });

/** A key that two moments of one local day share. */
const dayKey = (date) => formatted(date, { year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA");

/** Date and time in full, for a tooltip. */
export const fullOf = (unix) => formatted(moment(unix), { dateStyle: "full", timeStyle: "medium" });

/** The sandbox's time and date as the clock shows them. */
export const shownClock = (date) => ({
  time: formatted(date, { timeStyle: "medium" }),
  short: formatted(date, { timeStyle: "short" }),
  date: formatted(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" }) + placeOf(clock.zone),
});

/** The city of a zone, behind a dot; nothing for the browser's own. Etc/GMT+5 is five hours west of UTC. */
const placeOf = (zone) => (zone ? ` · ${zone.split("/").pop().replaceAll("_", " ").replace(/^GMT([+-])(\d+)$/, offset)}` : "");

const offset = (_, sign, hours) => (hours === "0" ? "UTC" : `UTC${sign === "+" ? "-" : "+"}${hours}`);

/** "Today", "Yesterday" or the date, seen from the sandbox's now. */
export function dayName(unix) {
  const day = dayKey(moment(unix));
  const now = clock.now();
  if (day === dayKey(now)) return words.today;
  if (day === dayKey(new Date(now - 86_400_000))) return words.yesterday;
  const year = day.slice(0, 4) === dayKey(now).slice(0, 4) ? undefined : "numeric";
  return formatted(moment(unix), { weekday: "long", day: "numeric", month: "long", year });
}

/** The key of the local day of a Unix time. */
export const dayOf = (unix) => dayKey(moment(unix));

/** Telegram's date_time format: `r`, or any of w, d or D, t or T; null when the text stays as it is. */
export function entityTime(unix, format) {
  if (format === "r") return relative(unix);
  const options = {};
  if (format.includes("w")) options.weekday = "long";
  if (format.includes("d")) Object.assign(options, { year: "2-digit", month: "2-digit", day: "2-digit" });
  if (format.includes("D")) Object.assign(options, { year: "numeric", month: "long", day: "numeric" });
  if (/t/i.test(format)) Object.assign(options, { hour: "numeric", minute: "2-digit" });
  if (format.includes("T")) options.second = "2-digit";
  return Object.keys(options).length ? formatted(moment(unix), options) : null;
}

const STEPS = [["year", 31_556_952], ["month", 2_629_746], ["week", 604_800], ["day", 86_400], ["hour", 3_600], ["minute", 60]];

function relative(unix) {
  const away = unix - clock.now() / 1000;
  const [unit, size] = STEPS.find(([, length]) => Math.abs(away) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(away / size), unit);
}

/** Seconds as m:ss. */
export function lengthOf(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
