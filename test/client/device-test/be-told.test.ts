/** «Activer les notifications» in the device test: the device subscribes for who is signed in, and the account's word is shown. */
import { expect } from 'chai';
import type { DeviceParts } from '../../../client/device-test/browser-parts.ts';
import { deviceTest } from '../../../client/device-test/device-test.ts';
import type { DeviceTest } from '../../../client/device-test/device-test.ts';
import { reachOf } from '../../../client/notifications/reach.ts';
import { browserName } from '../../../client/ui/browser-name.ts';
import { fakeParts } from '../live/fake-parts.ts';

interface Device {
  readonly test: DeviceTest;
  /** As which sign-in the device was asked to subscribe. */
  readonly asked: string[];
}

/** Allowed long ago, and not known to this sign-in until it subscribes. */
function device(fault: string | null = null): Device {
  const asked: string[] = [];
  const parts: DeviceParts = {
    live: fakeParts().parts,
    browser: browserName('x'),
    online: () => true,
    askSite: () => Promise.resolve(null),
    features: () => new Promise(() => undefined),
    notifications: () => 'on',
    woken: () => Promise.resolve(asked.length > 0 && fault === null ? 'woken' : 'asleep'),
    beTold(realm) {
      asked.push(realm);
      return Promise.resolve(fault);
    },
    onSeenAgain: () => () => undefined,
  };
  return { test: deviceTest(parts, 'intern'), asked };
}

const answered = (): Promise<void> => new Promise(resolve => void setImmediate(resolve));

describe('notifications in the device test', () => {
  it('are still to be turned on where only the browser allows them, and good once the device has subscribed', async () => {
    const { test, asked } = device();
    test.again('notifications');
    await answered();
    expect(test.checks.value.notifications).to.include({ verdict: 'waiting', by: 'person' });
    test.beTold();
    await answered();
    expect(asked).to.deep.equal(['intern']);
    expect(test.checks.value.notifications.verdict).to.equal('good');
    test.close();
  });

  it('say what failed, and may be tried again', async () => {
    const { test } = device('Réessayez plus tard.');
    test.beTold();
    await answered();
    expect(test.checks.value.notifications).to.deep.include({
      verdict: 'attention',
      todo: ['Réessayez plus tard.'],
    });
    test.again('notifications');
    await answered();
    expect(test.checks.value.notifications).to.include({ verdict: 'waiting', by: 'person' });
    test.close();
  });
});

describe('a device', () => {
  const known = (own: boolean) => ({ id: 1, device: 'x', since: 0, lastSentAt: null, own });

  it('is woken by push for this very sign-in, not for another of the same account', () => {
    expect(reachOf({ pushKey: 'key', devices: [known(false), known(true)] })).to.equal('woken');
    expect(reachOf({ pushKey: 'key', devices: [known(false)] })).to.equal('asleep');
    expect(reachOf({ pushKey: null, devices: [] })).to.equal('noPush');
  });
});
