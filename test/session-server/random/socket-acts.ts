/** What a random press comes to over sockets: a window opened or closed, time, the live side begun anew, a command. */
import type { PersonId } from '../../../machines/ids.ts';
import type { Somebody } from '../../machines/session/plain-people.ts';
import { commandOf } from '../../machines/session/random-commands.ts';
import type { Press } from '../../machines/session/random-commands.ts';
import { command } from './acts.ts';
import type { Scene } from './acts.ts';
import type { SocketRoom } from './socket-room.ts';
import { isOwn } from './wire-commands.ts';

type Here = Scene<SocketRoom>;

export async function actOverSockets(scene: Here, pressed: Press): Promise<void> {
  const { room, played } = scene;
  const press = amongAll(scene, pressed);
  switch (press.what) {
    case 'wait':
      room.clock.moveBy(press.ms);
      break;
    case 'connected':
    case 'disconnected':
      await comeOrGo(scene, press);
      break;
    case 'credit':
      await room.reopen(press.flag ? 0 : Math.min(press.ms, 60_000));
      break;
    default:
      await ask(scene, press);
  }
  await played.catchUp();
}

/**
 * The presses are made for eight: here there are more, those handed over among them. Most are about somebody of whom it
 * makes sense, where there is one; the stale ones about anybody, and one too many.
 */
function amongAll({ room, played }: Here, press: Press): Press {
  const { people } = played.model;
  const isMeant = press.stale ? undefined : MEANT[press.what];
  const meant = people.flatMap((one, index) => {
    const isHere = room.isHere(one.id as PersonId, one.mandate ? 'mandatary' : 'intern');
    return isMeant?.(one.kind, isHere) ? [index + 1] : [];
  });
  const chance = press.person * 7 + press.post * 3;
  return { ...press, person: meant[chance % meant.length] ?? 1 + (chance % (people.length + 1)) };
}

const MEANT: Partial<Record<Press['what'], (kind: Somebody['kind'], isHere: boolean) => boolean>> = {
  connected: (_, isHere) => !isHere,
  disconnected: (_, isHere) => isHere,
  rejoin: kind => kind === 'absent',
  callBack: kind => kind === 'absent',
  excuse: kind => kind === 'waiting' || kind === 'returned' || kind === 'absent',
  lift: kind => kind === 'excused',
  correct: kind => kind === 'chosen',
  setStatus: kind => kind !== 'chosen',
};

/** Another window of theirs changes nothing; the intern's, where a holder chooses, does not count. */
async function comeOrGo({ room, played }: Here, { what, person: number, stale }: Press): Promise<void> {
  const one = played.model.people[number - 1];
  if (!one) return;
  const realm = one.mandate && !stale ? 'mandatary' : 'intern';
  if (what === 'connected') await room.come(one.id as PersonId, realm);
  else await room.go(one.id as PersonId, realm);
}

/** Whoever asks has a window open; a holder whose mandate ends closes it. */
async function ask(scene: Here, press: Press): Promise<void> {
  const { room, played } = scene;
  const body = commandOf(press, played);
  if (body && isOwn(body)) {
    const asks = played.model.find(body.person);
    if (!asks || (body.by === 'mandatary' && !asks.mandate)) return; // there is no login to ask from
    if (!room.isHere(body.person, body.by)) {
      await room.come(body.person, body.by);
      await played.catchUp(); // their coming may have changed everything: asked for on what is the case now
      const now = commandOf(press, played);
      if (!now || !isOwn(now) || !room.isHere(now.person, now.by)) return;
    }
  }
  await command(scene, press);
  if (body?.type !== 'setMandate' || played.model.find(body.person)?.mandate) return;
  await room.go(body.person, 'mandatary');
}
