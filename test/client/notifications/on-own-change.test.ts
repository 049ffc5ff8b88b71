/** When a page asks again about what is one's own. */
import { signal } from '@preact/signals';
import { expect } from 'chai';
import type { LinkState } from '../../../client/live/link-state.ts';
import { onOwnChange } from '../../../client/notifications/on-own-change.ts';

describe('what is one’s own', () => {
  const opened = () => {
    const link = signal<LinkState>({ kind: 'connecting' });
    const changed = { status: signal(0), mandate: signal(0), requests: signal(0) };
    let asked = 0;
    const end = onOwnChange({ link, changed }, 'status', () => {
      asked += 1;
    });
    return { link, changed, end, asked: () => asked };
  };

  it('is asked again each time the socket says that it has changed, and for nothing else', () => {
    const { link, changed, asked, end } = opened();
    link.value = { kind: 'live' };
    expect(asked()).to.equal(0);
    changed.status.value += 1;
    changed.mandate.value += 1;
    changed.status.value += 1;
    expect(asked()).to.equal(2);
    end();
    changed.status.value += 1;
    expect(asked()).to.equal(2);
  });

  it('is asked again once the line is back: words of it may have been lost', () => {
    const { link, asked, end } = opened();
    link.value = { kind: 'live' };
    link.value = { kind: 'lost', retryAt: null, stoppedAt: null };
    link.value = { kind: 'catchingUp', done: 0, of: 9 };
    expect(asked()).to.equal(0);
    link.value = { kind: 'live' };
    expect(asked()).to.equal(1);
    end();
  });
});
