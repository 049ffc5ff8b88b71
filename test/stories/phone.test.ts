/** The installed application on a phone: the shell without a network, a new version offered out of the way, a push shown. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { openHouse } from '../support/house.ts';
import type { House } from '../support/house.ts';
import { axeFaults } from './axe.ts';
import { DEVELOPMENT_PUSH } from '../../api/kit/push-settings.ts';
import { pushServer } from '../api/support/push-server.ts';
import type { PushServer } from '../api/support/push-server.ts';
import { delivered, subscribedKey, subscribesWith } from './push-in-browser.ts';
import { doWithReason, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';

/** In front of the house, so that a second version of the service worker can come without a second build. */
interface Release {
  readonly url: string;
  /** Another service worker from now on. */
  newer(): void;
  towards(house: string): void;
  close(): Promise<void>;
}

async function release(): Promise<Release> {
  let house = '';
  let suffix = '';
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = new Headers({ 'accept-encoding': 'identity' });
    for (const name of ['cookie', 'origin', 'content-type', 'sec-fetch-site', 'user-agent'])
      if (typeof request.headers[name] === 'string') headers.set(name, request.headers[name]);
    const body = await buffer(request);
    const answer = await fetch(house + (request.url ?? ''), {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
    });
    const told = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'content-length'));
    response.writeHead(answer.status, { ...told, 'set-cookie': answer.headers.getSetCookie() });
    const more = request.url === '/service-worker.js' ? suffix : '';
    response.end(Buffer.concat([Buffer.from(await answer.arrayBuffer()), Buffer.from(more)]));
  };
  const server: Server = createServer((request, response) => {
    handOn(request, response).catch(() => response.destroy());
  });
  server.listen(0);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    newer: () => void (suffix = '\n// newer'),
    towards: url => void (house = url),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

describe('the application on a phone', function () {
  this.timeout(120_000);
  let front: Release;
  let house: House;
  let service: PushServer;
  let browser: Browser;
  let phone: BrowserContext;
  before(async () => {
    [front, service] = await Promise.all([release(), pushServer()]);
    [house, browser] = await Promise.all([
      openHouse({ data: 'copied', environment: { PUBLIC_URL: front.url, PUSH_HOSTS: service.origin } }),
      openBrowser(),
    ]);
    front.towards(house.url);
    const size = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
    phone = await browser.newContext({
      ...size,
      baseURL: front.url,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
    });
    await phone.grantPermissions(['notifications'], { origin: front.url });
    phone.setDefaultTimeout(15_000);
  });
  after(async () => {
    await browser.close();
    await house.remove();
    await front.close();
    await service.close();
  });

  const registered = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      return active?.scriptURL ?? '';
    });
  const offer = (page: Page) => page.getByRole('complementary', { name: 'Nouvelle version' });

  it('opens without a network, answers nothing of the API, and offers a new version where nothing is going on', async () => {
    const small = await smallAmphitheatre(house, 3, { windowMs: 600_000 });
    const [first] = small.interns;
    if (first === undefined) throw new Error('nobody is on the call list');
    const mine = await phone.newPage();
    await signIn(mine, 'intern', first);
    await mine.getByText('En direct').first().waitFor();
    expect(await registered(mine)).to.match(/\/service-worker\.js$/u);

    // Preferences: kept, by all means usable at 320 px.
    await mine.goto('/notifications/reglages');
    const wanted = mine.getByRole('checkbox', { name: 'Par mail : Heure de votre session' });
    await wanted.uncheck();
    await mine.getByText('Réglage enregistré.').waitFor({ state: 'attached' });
    await mine.reload();
    expect(await wanted.isChecked()).to.equal(false);
    expect(await axeFaults(mine)).to.deep.equal([]);
    const across = await mine.evaluate(() => document.documentElement.scrollWidth);
    expect(across).to.be.at.most(320);

    // This device: subscribed with the house's own key.
    await subscribesWith(mine, service.subscription('/mine'));
    await mine.reload();
    await mine.getByRole('button', { name: 'Me prévenir sur cet appareil' }).click();
    await mine.getByText('Cet appareil vous prévient, même quand le site est fermé.').waitFor();
    expect(await subscribedKey(mine)).to.equal(DEVELOPMENT_PUSH.publicKey);

    // A push: shown, and the page that is open asks its bell anew. A browser without a screen shows none: what the
    // worker asks it for is kept instead.
    const [worker] = phone.serviceWorkers();
    await worker?.evaluate(() => {
      const scope = globalThis as unknown as {
        registration: { showNotification: unknown };
        shown: unknown[];
      };
      scope.shown = [];
      scope.registration.showNotification = async (title: string, look: { tag: string; silent: boolean }) => {
        scope.shown.push(`${look.tag}: ${title}`);
      };
    });
    const shown = (): Promise<readonly string[]> =>
      worker?.evaluate(() => (globalThis as unknown as { shown: string[] }).shown) ?? Promise.resolve([]);
    const until = Date.now() + 60_000;
    const turn = {
      title: 'C’est à vous de choisir',
      body: 'Avant 10 h',
      tag: 'tour',
      href: '/ma-session',
      until,
    };
    const asksBell = mine.waitForRequest(request => request.url().includes('/api/me/notifications?'));
    await delivered(mine, turn);
    await eventually('the notification', async () => (await shown()).length === 1);
    expect(await shown()).to.deep.equal(['tour: C’est à vous de choisir']);
    await asksBell;

    // Without a network: the shell, and nothing of the API.
    await phone.setOffline(true);
    await mine.getByText('Hors ligne.').waitFor();
    await mine.goto('/amphitheatres');
    await mine.getByRole('heading', { name: 'Amphithéâtres', level: 1 }).waitFor();
    const asked = (path: string): Promise<string> =>
      mine.evaluate(
        async at =>
          fetch(at).then(
            () => 'answered',
            () => 'no answer',
          ),
        path,
      );
    expect(await asked('/api/settings')).to.equal('no answer');
    expect(await asked('/api/me')).to.equal('no answer');
    const keptPaths = await mine.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async name => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(keptPaths).to.include('/').and.include('/icon-192.png');
    expect(keptPaths.filter(path => path.startsWith('/api'))).to.deep.equal([]);
    await phone.setOffline(false);

    // A new version while the session runs: not a word of it, in the room or beside it.
    const moderator = await browser.newContext({ baseURL: front.url, locale: 'fr-FR' });
    const room = await moderator.newPage();
    await signIn(room, 'moderator', small.moderator);
    await mine.goto('/aide'); // asks nothing by itself
    await validateOpenAndEnter(room, small.stage.title);
    const opened = 'Votre amphithéâtre est ouvert';
    await eventually('the worker’s push', async () =>
      service.received.some(({ path, message }) => path === '/mine' && message['title'] === opened),
    );
    const bell = mine.getByRole('banner').locator('summary', { hasText: 'Messages' });
    await bell.filter({ hasText: /1\snon lu/u }).waitFor();
    await mine.goto('/notifications');
    const entry = mine.getByRole('main').getByRole('listitem').filter({ hasText: opened });
    await entry.getByText('Non lu').waitFor();
    expect(await axeFaults(mine)).to.deep.equal([]);
    await entry.getByRole('button', { name: /^Marquer comme lu/u }).click();
    await entry.getByText('Non lu').waitFor({ state: 'detached' });
    await bell.filter({ hasNotText: 'non lu' }).waitFor();
    await start(room);
    await mine.goto('/ma-session');
    await mine.getByRole('heading', { name: /^C’est à vous/u }).waitFor();
    front.newer();
    const waits = await mine.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      for (let tries = 0; tries < 100 && registration.waiting === null; tries += 1)
        await new Promise(resolve => setTimeout(resolve, 100));
      return registration.waiting !== null;
    });
    expect(waits).to.equal(true);
    expect(await offer(mine).count()).to.equal(0);
    await mine.goto('/aide');
    await mine.getByRole('heading', { name: 'Aide et contact' }).waitFor();
    expect(await offer(mine).count()).to.equal(0);

    // The session is over: the note comes by itself, and waits for a press.
    await room.getByRole('button', { name: 'Fermer la session…' }).click();
    await doWithReason(room, 'Fin de journée.', /^Fermer, 3 internes/u);
    await offer(mine).waitFor();
    await Promise.all([
      mine.waitForEvent('load'),
      offer(mine).getByRole('button', { name: 'Recharger' }).click(),
    ]);
    await eventually('the new version at work', () =>
      mine.evaluate(async () => (await navigator.serviceWorker.ready).waiting === null),
    );
  });
});
