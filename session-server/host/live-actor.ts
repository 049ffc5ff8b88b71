/** The session as a real XState actor, fed what was recorded; it must come to where the dry run came (facts 3). */
import { isDeepStrictEqual } from 'node:util';
import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import type { Command } from '../../machines/session/commands.ts';
import { sessionMachine } from '../../machines/session/machine.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';

export type LiveActor = Actor<typeof sessionMachine>;

export function startActor(snapshot: SessionSnapshot): LiveActor {
  const actor = createActor(sessionMachine, { snapshot });
  actor.subscribe({ error: () => undefined }); // seen as a difference after `send`, not as an uncaught exception
  return actor.start();
}

/**
 * Applies what was recorded. @returns where the actor now is, null where that is not where the dry run came.
 * The next dry run begins from the snapshot returned: then the verdict it leaves is the one that the actor finds
 * (judge.ts), what changed is the same object in both, and comparing costs the same whatever the size.
 */
export function follow(
  actor: LiveActor,
  command: Command,
  { value, context }: SessionSnapshot,
): SessionSnapshot | null {
  actor.send(command);
  const reached = actor.getSnapshot();
  const agrees = isDeepStrictEqual(reached.value, value) && isDeepStrictEqual(reached.context, context);
  return agrees ? reached : null;
}
