/** Which of the accounts signed in is the one in use. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { accountInUse } from '../../../client/ui/account-in-use.ts';

describe('the account in use', () => {
  const both = ['intern', 'mandatary'] as const;

  it('is that of the page', () => {
    expect(accountInUse('/procuration', both, 'intern')).to.equal('mandatary');
    expect(accountInUse('/ma-session', both, 'mandatary')).to.equal('intern');
  });

  it('is the last one used on a page that belongs to none, and the first where there is none', () => {
    expect(accountInUse('/affectations', both, 'mandatary')).to.equal('mandatary');
    expect(accountInUse('/', both, null)).to.equal('intern');
  });

  it('is never one that is not signed in', () => {
    expect(accountInUse('/procuration', ['intern'], 'mandatary')).to.equal('intern');
    expect(accountInUse('/ma-session', [], 'intern')).to.equal(null);
  });
});
