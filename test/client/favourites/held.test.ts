/** Whose favourites the pages have: the signed-in person's, those kept on the device where nobody answers, nobody's after the sign-out. */
import { signal } from '@preact/signals';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { CopyShelf, DeviceCopy } from '../../../client/favourites/device-copy.ts';
import type { LifeParts } from '../../../client/favourites/favourites-life.ts';
import { heldFavourites, holdFavourites } from '../../../client/favourites/held.ts';
import type { Me } from '../../../client/http/answers.ts';
import type { Answer } from '../../../client/http/call.ts';
import type { PersonId } from '../../../machines/ids.ts';
import { service } from '../stage.ts';

const SOMEBODY = 'person0001' as PersonId;

describe('the favourites of who is signed in', () => {
  let kept: DeviceCopy | null;
  let end: () => void;
  const me = signal<Me | null>(null);
  const unreachable = signal(false);
  const shelf: CopyShelf = {
    read: () => Promise.resolve(kept),
    keep(copy) {
      kept = copy;
      return Promise.resolve();
    },
    forget() {
      kept = null;
      return Promise.resolve();
    },
  };
  const parts: LifeParts = {
    call: <Value>(): Promise<Answer<Value>> =>
      Promise.resolve({ kind: 'fault', text: 'Pas de réponse.', incident: null }),
    shelf,
    newId: () => 'device-1',
    after: () => () => undefined,
    onOnline: () => () => undefined,
  };
  const signedIn = (person: PersonId | null): Me =>
    ({
      intern: person === null ? null : { person, amphitheatre: 1, email: 'i@exemple.fr' },
      mandatary: null,
      moderator: null,
    }) as unknown as Me;
  const settled = async (): Promise<void> => {
    for (let turns = 0; turns < 12; turns++) await Promise.resolve();
  };
  const person = () => heldFavourites.intern.value?.person.value ?? null;

  beforeEach(() => {
    me.value = null;
    unreachable.value = false;
    kept = {
      person: SOMEBODY,
      device: 'device-0',
      server: { version: 3, explained: false, entries: [{ service: service(1) }] },
      waiting: [],
      offer: null,
    };
  });
  afterEach(() => end());

  it('are opened at once where it is known who is here', () => {
    me.value = signedIn(SOMEBODY);
    end = holdFavourites({ me, unreachable }, parts);
    expect(person()).to.equal(SOMEBODY);
  });

  it('[F13] are those kept on this device while the server does not answer, and go on when it does', async () => {
    end = holdFavourites({ me, unreachable }, parts);
    expect(heldFavourites.intern.value).to.equal(null);
    unreachable.value = true;
    await settled();
    const life = heldFavourites.intern.value;
    expect([person(), life?.list.value?.length]).to.deep.equal([SOMEBODY, 1]);
    me.value = signedIn(SOMEBODY);
    expect(heldFavourites.intern.value).to.equal(life);
  });

  it('[F14] are forgotten with the sign-out', async () => {
    me.value = signedIn(SOMEBODY);
    end = holdFavourites({ me, unreachable }, parts);
    await settled();
    me.value = signedIn(null);
    await settled();
    expect([heldFavourites.intern.value, kept]).to.deep.equal([null, null]);
  });

  it('[F14] are another person’s after another sign-in, and nothing of the first stays', async () => {
    me.value = signedIn(SOMEBODY);
    end = holdFavourites({ me, unreachable }, parts);
    await settled();
    me.value = signedIn('person0002' as PersonId);
    await settled();
    expect([person(), heldFavourites.intern.value?.list.value, kept?.person]).to.deep.equal([
      'person0002',
      null,
      'person0002',
    ]);
  });
});
