/** When a row of the live call list is drawn anew. */
import { expect } from 'chai';
import { stampOf } from '../../../client/pages/call-list-stamp.ts';
import type { PersonId, ServiceId, SessionId } from '../../../machines/ids.ts';
import type { PublicPerson, PublicSession } from '../../../machines/session/public-state.ts';

const SESSION = 4 as SessionId;
const person = (more: Partial<PublicPerson> = {}): PublicPerson => ({
  id: 'p1' as PersonId,
  callOrder: 12,
  state: 'waiting',
  session: SESSION,
  service: null,
  at: null,
  ...more,
});
const sessions = (number: number) => new Map([[SESSION, { number } as PublicSession]]);
const stamp = (one: PublicPerson, number = 1, several = true, edition = 1) =>
  stampOf(one, { sessions: sessions(number) }, several, edition);

describe('a row of the call list', () => {
  it('stays as it is where nothing that it shows has changed', () => {
    expect(stamp(person())).to.equal(stamp(person()));
    expect(stamp(person(), 1, false)).to.equal(stamp(person(), 2, false)); // one session: its number is not shown
  });

  it('is drawn anew for another state, service, hour, order, session, or edition of the names', () => {
    const before = stamp(person());
    const after = [
      stamp(person({ state: 'absent' })),
      stamp(person({ service: 3 as ServiceId })),
      stamp(person({ at: 1_000 })),
      stamp(person({ callOrder: 12.5 })),
      stamp(person(), 2),
      stamp(person(), 1, true, 2),
    ];
    for (const one of after) expect(one).to.not.equal(before);
  });

  it('is drawn each time while it is its turn: the clock, the pause and the record stand there', () => {
    expect(stamp(person({ state: 'called' }))).to.equal(null);
  });
});
