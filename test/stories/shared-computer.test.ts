/** A computer of the ward that many sit at: what one leaves behind is nothing, also without a network and by themselves. */
import { createECDH, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { signIn, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import type { SmallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre } from './theatre.ts';
import type { Theatre } from './theatre.ts';

describe('a shared computer', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  before(async () => {
    theatre = await openTheatre({ installs: true });
    small = await smallAmphitheatre(theatre.house, 2);
    const room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    await room.close();
  });
  after(() => theatre.close());

  const enter = async (page: Page, order: number): Promise<void> => {
    const name = small.interns[order - 1];
    if (name === undefined) throw new Error(`no intern ${order}`);
    await signIn(page, 'intern', name);
    await page.waitForURL(url => url.pathname !== '/connexion');
  };
  const leave = async (page: Page): Promise<void> => {
    await page.locator('summary.account, details.account > summary').first().click();
    await page.getByRole('button', { name: /^Se déconnecter/u }).click();
    await page.getByRole('link', { name: 'Se connecter' }).first().waitFor();
  };
  const keptHere = (page: Page): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const bases = await indexedDB.databases();
      const values = await Promise.all(
        bases.map(
          ({ name = '' }) =>
            new Promise<readonly string[]>(resolve => {
              const opening = indexedDB.open(name);
              opening.onsuccess = () => {
                const [store] = opening.result.objectStoreNames;
                if (store === undefined) return resolve([]);
                const asked = opening.result.transaction(store).objectStore(store).getAllKeys();
                asked.onsuccess = () => resolve(asked.result.map(String));
              };
            }),
        ),
      );
      return values.flat();
    });

  it('[F14] [ASVS 7.4.1] is signed out for the next one, though the network was away at the moment', async () => {
    const page = await theatre.visitor();
    await enter(page, 1);
    await page.goto('/favoris');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().setOffline(true);
    await leave(page);
    expect(await keptHere(page)).to.deep.equal([]);
    await page.close();

    const next = await page.context().newPage();
    await page.context().setOffline(false);
    await next.goto('/notifications');
    await next.getByText('Connectez-vous pour ouvrir cette page').waitFor();
    expect(
      await theatre.house.database.sql(`select from login where ended_at is null and device <> '' and account_id in
      (select id from account where realm = 'intern')`),
    ).to.deep.equal([]);
  });

  it('[ASVS 14.3.1] tells the next one nothing of the hour of who was there before', async () => {
    const page = await theatre.visitor();
    await enter(page, 1);
    await page.goto('/mon-amphitheatre');
    await page.waitForFunction(() => localStorage.getItem('heure-de-session') !== null);
    await leave(page);
    await theatre.house.database.sql(
      `update session set starts_at = starts_at + interval '1 hour' where id = ?::int`,
      [small.stage.session],
    );
    await enter(page, 2);
    await page.goto('/mon-amphitheatre');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(
      () => document.querySelector('.loading') === null && document.querySelectorAll('h2').length > 1,
    );
    expect(await page.getByText('L’heure de votre session a changé').count()).to.equal(0);
  });

  it('is woken by push no more once it was turned off, whoever looks at the preferences', async () => {
    const page = await theatre.visitor();
    const curve = createECDH('prime256v1');
    const keys = { p256dh: curve.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
    await page.addInitScript('globalThis.__name = named => named'); // tsx's own, which no page has
    await page.addInitScript(pushOf, { endpoint: 'https://fcm.googleapis.com/fcm/send/ward', keys });
    await enter(page, 1);
    const devices = () => theatre.house.database.sql('select from push_subscription');
    await page.goto('/notifications/reglages');
    await page.getByRole('button', { name: 'Me prévenir sur cet appareil' }).click();
    await page.getByText('Cet appareil vous prévient, même').waitFor();
    expect(await devices()).to.have.lengthOf(1);
    await page.getByRole('button', { name: /^Ne plus prévenir/u }).click();
    await page.getByText('Cet appareil ne vous prévient pas encore.').waitFor();

    await page.reload();
    await page.getByText('Cet appareil ne vous prévient pas encore.').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await devices()).to.deep.equal([]);
  });
});

/** In the page: a browser's push without its service, which no test reaches; what it gives out is kept as browsers keep it. */
function pushOf(subscription: { readonly endpoint: string; readonly keys: object }): void {
  Object.defineProperty(Notification, 'permission', { value: 'granted' });
  Object.assign(Notification, { requestPermission: async () => 'granted' });
  Object.assign(PushManager.prototype, {
    async getSubscription() {
      const key = sessionStorage.getItem('push');
      if (key === null) return null;
      const options = { applicationServerKey: Uint8Array.from(JSON.parse(key) as number[]).buffer };
      return { options, toJSON: () => subscription, unsubscribe: async () => true };
    },
    async subscribe(this: PushManager, { applicationServerKey }: { applicationServerKey: Uint8Array }) {
      sessionStorage.setItem('push', JSON.stringify([...applicationServerKey]));
      return this.getSubscription();
    },
  });
}
