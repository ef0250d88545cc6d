// What a person does in the chat: each deed goes to the server, and what comes back into the model.

import { Refused } from "./api.js";
import { notes } from "./notes.js";
import { words } from "./words.js";

const kept = (error) => notes.toast(error instanceof Refused ? error.message : words.notSent);

async function attempt(call, failed = notes.failed) {
  try {
    await call();
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}

/** The deeds; those with a dialog of their own (`share`, `sendFile`) throw, the others say what went wrong and answer whether it worked. */
export function deedsOf(account, chat) {
  return {
    say: (text, replyTo) => attempt(async () => chat.answered(await account.say(text, replyTo)), kept),
    edit: (message, text) => attempt(async () => chat.answered(await account.edit(message.message_id, text)), kept),
    react: ({ message_id }, emoji) => attempt(async () => chat.answered({ message_id, ...(await account.react(message_id, emoji)) })),
    block: (blocked) => attempt(async () => {
      await account.block(blocked);
      chat.setBlocked(blocked);
    }),
    share: async (latitude, longitude) => chat.answered(await account.share(latitude, longitude)),
    sendFile: async (file, kind, caption) => chat.answered(await account.sendFile(file, kind, caption)),
  };
}

/** May the person change this message? Their own words and captions. */
export const editable = (message) => !message.from?.is_bot && Boolean(message.text ?? message.caption);
