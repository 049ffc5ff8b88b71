/** Which acts an administrator has for each moderator: never one that the server would refuse. */
import { expect } from 'chai';
import { actsOf, administratorsAmong } from '../../../client/moderators/moderator-acts.ts';

const active = { administrator: false, state: 'active', secondFactor: true } as const;

describe('a moderator’s acts', () => {
  it('are resending while the invitation is open, and not once it is accepted', () => {
    const invited = { ...active, state: 'invited', secondFactor: false } as const;
    expect(actsOf(invited, 1)).to.deep.equal(['resend', 'give', 'remove']);
    expect(actsOf(active, 1)).to.deep.equal(['give', 'factor', 'remove']);
  });

  it('take nothing from the last administrator who can sign in', () => {
    const administrator = { ...active, administrator: true };
    expect(actsOf(administrator, 1)).to.deep.equal(['factor']);
    expect(actsOf(administrator, 2)).to.deep.equal(['take', 'factor', 'remove']);
    expect(actsOf({ ...administrator, state: 'expired' }, 1)).to.include('remove');
  });

  it('count as administrators those who have come', () => {
    const listed = [
      { administrator: true, state: 'active' },
      { administrator: true, state: 'invited' },
      { administrator: false, state: 'active' },
    ] as const;
    expect(administratorsAmong(listed)).to.equal(1);
  });
});
