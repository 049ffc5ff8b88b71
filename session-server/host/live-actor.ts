/** The session as a real XState actor, fed what was recorded; it must come to where the dry run came (facts 3). */
import { isDeepStrictEqual } from 'node:util';
import { createActor } from 'xstate';
import type { Actor } from 'xstate';
import { sessionMachine } from '../../machines/session/machine.ts';
import type { SessionSnapshot } from '../../machines/session/machine.ts';

export type LiveActor = Actor<typeof sessionMachine>;

export function startActor(snapshot: SessionSnapshot): LiveActor {
  const actor = createActor(sessionMachine, { snapshot });
  actor.subscribe({ error: () => undefined }); // seen as a difference after `send`, not as an uncaught exception
  return actor.start();
}

/** Cheap whatever the size: what neither evaluation changed is the same object in both. */
export function isAt(actor: LiveActor, decided: SessionSnapshot): boolean {
  const { value, context } = actor.getSnapshot();
  return isDeepStrictEqual(value, decided.value) && isDeepStrictEqual(context, decided.context);
}
