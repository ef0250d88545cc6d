// The root: finds out whose chat it is.

import { people } from "./api.js";
import { chatUrl, welcome } from "./people.js";
import { isGone, openRoom } from "./room.js";
import { words } from "./words.js";

const AGAIN = 1000; // milliseconds until an unreachable server is asked again

const app = document.getElementById("app");

/** Who is it? One person is simply taken; none or several are asked, and so is who finds their chat gone. */
async function choose(notice) {
  const all = await people().catch(() => null);
  if (!all) setTimeout(() => choose(notice), AGAIN);
  else if (all.length === 1 && !notice) location.replace(chatUrl(all[0].id));
  else app.replaceChildren(welcome(all, notice));
}

async function begin(asked) {
  const gone = () => choose(words.gone);
  if (asked === null) await choose();
  else if (await isGone(Number(asked))) await gone();
  else openRoom(app, Number(asked), gone);
}

begin(new URLSearchParams(location.search).get("person"));
