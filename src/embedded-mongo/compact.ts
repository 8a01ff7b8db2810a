import { type Handler, knownCollection } from './mongo-command.ts';

/**
 * MongoDB gives back the room of what a collection held once. Here all collections are one file, and it is written anew:
 * nothing of what was removed is left in it. Runs outside a transaction; everybody waits meanwhile.
 */
export const compact: Handler = (context, command) => {
  knownCollection(context, command);
  context.storage.writeAnew();
  return { body: { ok: 1 } };
};
