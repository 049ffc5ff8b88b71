/** The devices that push may wake, over HTTP: which are taken, whose they are, when they go. */
import { ECDH } from 'node:crypto';
import { expect } from 'chai';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import { liveApi } from '../support/live-api.ts';
import type { LiveApi } from '../support/live-api.ts';
import { pushServer } from '../support/push-server.ts';
import { PASSWORD, visitor } from '../support/running-api.ts';
import type { Visitor } from '../support/running-api.ts';

describe('push subscriptions', () => {
  let house: LiveApi;
  beforeEach(async () => {
    house = await liveApi({ people: 3, posts: 3 });
    await house.sql(
      `update account set email = 'i' || id || '@exemple.fr', password_hash = ? where realm = 'intern'`,
      [await hashPassword(PASSWORD)],
    );
  });
  afterEach(() => house.close());

  const intern = async (order: number): Promise<Visitor> => {
    const browser = visitor(house.url);
    const email = `i${house.theatre.stage.people[order - 1]?.account}@exemple.fr`;
    await browser.send('POST', '/api/login', { realm: 'intern', email, password: PASSWORD });
    return browser;
  };
  const devices = async (who: Visitor) =>
    (await who.get('/api/me/notifications/settings')).body['devices'] as readonly {
      id: number;
      own: boolean;
    }[];

  it('are taken of known push services alone, over https, with keys of the curve', async () => {
    const mine = await intern(1);
    const server = await pushServer();
    const { keys } = server.subscription('/1');
    await server.close();
    const put = (endpoint: string, more: object = {}) =>
      mine.send('POST', '/api/me/push', { endpoint, keys: { ...keys, ...more } });
    for (const endpoint of [
      'https://exemple.fr/x',
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com:8443/x',
      'https://fcm.googleapis.com@169.254.169.254/x',
      'https://u:p@fcm.googleapis.com/x',
      'https://xpush.apple.com/x',
      'https://fcm.googleapis.com.exemple.fr/x',
      'http://127.0.0.1:4700/x',
      'https://fcm.googleapis.com./x',
      'https://fcm.googleapis.com\\@exemple.fr/x',
      'https://fcm.googleapis.com/x\r\nHost: exemple.fr',
      'https://fcm.googleapis.com/\0',
      'not an address',
    ])
      expect((await put(endpoint)).body, endpoint).to.deep.include({ fields: ['endpoint'] });
    const good = 'https://web.push.apple.com/abc';
    expect((await put(good, { p256dh: 'A'.repeat(87) })).body).to.deep.include({ fields: ['keys.p256dh'] });
    for (const form of ['compressed', 'hybrid'] as const) {
      const p256dh = ECDH.convertKey(keys.p256dh, 'prime256v1', 'base64url', 'base64url', form);
      expect((await put(good, { p256dh })).body, form).to.deep.include({ fields: ['keys.p256dh'] });
    }
    expect((await put(good, { auth: 'AAAA' })).body).to.deep.include({ fields: ['keys.auth'] });
    expect((await put(good)).status).to.equal(204);
    expect(await devices(mine)).to.have.lengthOf(1);
  });

  it('are one’s own: nobody else sees or ends them; they go with the sign-out', async () => {
    const server = await pushServer();
    const body = { ...server.subscription('/1'), endpoint: 'https://fcm.googleapis.com/1' };
    await server.close();
    const [mine, other] = [await intern(1), await intern(2)];
    await mine.send('POST', '/api/me/push', body);
    const [device] = await devices(mine);
    expect(device).to.include({ own: true });
    expect(await devices(other)).to.deep.equal([]);
    expect((await other.send('DELETE', `/api/me/push/${device?.id}`)).status).to.equal(404);
    // The same browser, another intern: who was there before is told there no more.
    await other.send('POST', '/api/me/push', body);
    expect(await devices(mine)).to.deep.equal([]);
    expect(await devices(other)).to.have.lengthOf(1);
    await other.send('DELETE', '/api/login', { realm: 'intern' });
    expect(await house.sql('select 1 from push_subscription')).to.deep.equal([]);
  });
});
