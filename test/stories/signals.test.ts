/** The room calls its intern: count, hour, banner, title, bell, sound, vibration, notification, and what a screen reader hears. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { chooseFirst, pause, resume, signIn, start, validateOpenAndEnter } from './people.ts';
import { forgetSenses, keepSenses, lookAway, sensed } from './senses.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const TWO_SOFT = [523, 523]; // Hz
const THREE_RISING = [523, 659, 784];
const REASON = 'Une question sur un poste';
const S = 1_000;
const DAY_MINUTES = 1_440;

describe('the signals of the room', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let room: Page;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());
  afterEach(() => {
    expect(theatre.complaints).to.deep.equal([]);
  });

  /** An amphitheatre of so many, its moderator in the room. @param longer turns set beforehand, by place. */
  const open = async (people: number, turnMs: number, longer: Readonly<Record<number, number>>) => {
    small = await smallAmphitheatre(theatre.house, people, { windowMs: 60_000, turnMs });
    for (const [place, extraMs] of Object.entries(longer))
      await theatre.house.database.sql(
        'update roster_entry set extra_turn_ms = ?::int where person = ?::text',
        [extraMs, small.stage.people[Number(place) - 1]?.id],
      );
    room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
  };
  const comes = async (place: number): Promise<Page> => {
    const page = await theatre.visitor();
    await keepSenses(page);
    const account = small.interns[place - 1];
    if (account === undefined) throw new Error(`nobody stands at ${place}`);
    await signIn(page, 'intern', account);
    await page.getByText('En direct').first().waitFor();
    return page;
  };
  const allowSound = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Activer et tester le son' }).click();
  const next = async (): Promise<void> => {
    await room.getByRole('button', { name: 'Constater l’absence…' }).click();
    const dialog = room.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Constater l’absence' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const titled = (page: Page, title: string): Promise<true> =>
    eventually(`the title ${title}`, async () => (await page.title()) === `${title} – Choix de stage`);
  const spoken = (page: Page, said: RegExp): Promise<true> =>
    eventually(`spoken: ${said.source}`, async () =>
      (await sensed(page)).alerts.some(text => said.test(text)),
    );

  it('[V5] [V6] [W21] [W26] [M24] tell each step from five before me to my turn, once, on the page and beside it', async () => {
    await open(6, 60 * S, { 6: 3 * S });
    const mine = await comes(6);
    const place = mine.getByRole('region', { name: 'Votre place' });
    await place.getByText('à l’ouverture de la session').waitFor();
    await titled(mine, 'Ma session');

    const sound = mine.getByRole('definition').filter({ hasText: /^\s*(?:À activer|Activé|Coupé)$/u });
    await sound.filter({ hasText: 'À activer' }).waitFor();
    await allowSound(mine);
    await sound.filter({ hasText: 'Activé' }).waitFor();
    expect((await sensed(mine)).notes).to.deep.equal(THREE_RISING);
    await mine.getByRole('button', { name: 'Couper le son' }).click();
    await sound.filter({ hasText: 'Coupé' }).waitFor();
    await allowSound(mine);
    await mine.getByRole('button', { name: 'Me prévenir aussi hors de cette page' }).click();

    await start(room);
    await place.getByText('la personne qui choisit est comptée').waitFor();
    expect(await place.innerText()).to.match(/^5\s+internes avant vous/u);
    // The window of the one awaited, then four whole turns: nothing was seen of the pace.
    await eventually('my turn in five minutes, within its margin', async () => {
      const text = (await place.innerText()).replaceAll('\u00a0', ' ');
      const [at, from, to] = [
        /vers (\d+ h(?: \d+)?)/u,
        /entre (\d+ h(?: \d+)?)/u,
        /et (\d+ h(?: \d+)?)/u,
      ].map(hour => minutesAhead(hour.exec(text)?.[1]));
      return at !== undefined && at >= 4 && at <= 6 && Number(from) < at && at < Number(to);
    });
    await titled(mine, 'Ma session – 5 avant vous');

    await write('Le poste 12 reste offert.', null);
    await write('Pensez à vos favoris.', small.stage.people[5]?.id ?? '');
    const bell = mine.locator('summary', { hasText: 'Messages' });
    await bell.filter({ hasText: /[23]\snon lus/u }).waitFor(); // the opening is told too, as soon as the worker comes to it
    await bell.click();
    for (const message of ['ARS : Le poste 12 reste offert.', 'ARS, pour vous : Pensez à vos favoris.'])
      await mine.getByRole('banner').getByRole('listitem').filter({ hasText: message }).waitFor();
    const list = mine.getByRole('banner');
    const toMe = list.getByRole('listitem').filter({ hasText: 'Pensez à vos favoris.' });
    await toMe.getByText('Non lu').waitFor();
    await toMe.getByRole('button', { name: /^Marquer comme lu/u }).click();
    await toMe.getByText('Non lu').waitFor({ state: 'detached' });
    await list.getByText('Non lu').first().waitFor(); // the others stay
    await list.getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await bell.filter({ hasNotText: 'non lu' }).waitFor();
    expect(await axeFaults(mine)).to.deep.equal([]);
    await bell.click();

    await forgetSenses(mine);
    await lookAway(mine);
    const banner = mine.getByRole('region', { name: 'Où en est la session' });
    for (const ahead of [4, 3, 2]) {
      await next();
      await banner.getByText(`C’est bientôt votre tour : encore ${ahead}`).waitFor();
      await titled(mine, `Bientôt – encore ${ahead}`);
    }
    await banner.getByText('Gardez cette page ouverte, vous aurez 60 s.').waitFor();
    await next();
    await banner.getByText('Vous êtes juste après la personne qui choisit.').waitFor();
    await titled(mine, 'Bientôt – encore 1');
    expect(await axeFaults(mine)).to.deep.equal([]);
    const near = await sensed(mine);
    expect(near.notes).to.deep.equal(TWO_SOFT);
    expect(near.vibrations).to.deep.equal([]);
    expect(near.alerts).to.deep.equal(['C’est bientôt votre tour, encore 4 internes.']);
    expect(near.notices).to.deep.equal([
      {
        title: 'C’est bientôt votre tour\u00a0: encore\u00a04',
        body: 'Gardez cette page ouverte, vous aurez 60\u00a0s.',
      },
    ]);

    await next();
    await titled(mine, 'C’est à vous');
    await spoken(mine, /^60 secondes\.$/u);
    const { notes, vibrations, notices } = await sensed(mine);
    expect(notes).to.deep.equal([...TWO_SOFT, ...THREE_RISING]);
    expect(vibrations).to.deep.equal([[200, 100, 200, 100, 400]]);
    expect(notices.map(({ title }) => title)).to.deep.equal([
      'C’est bientôt votre tour\u00a0: encore\u00a04',
      'C’est à vous de choisir',
    ]);
    await pause(room, REASON);
    await spoken(mine, /^Session en pause/u);
    await resume(room);
    await spoken(mine, /^Reprise/u);
    await chooseFirst(mine);
    await spoken(mine, /^Choix enregistré/u);
    matchOneByOne((await sensed(mine)).alerts, [
      /^C’est bientôt votre tour, encore 4 internes\.$/u,
      /^C’est à vous de choisir\. 6[1-3] secondes\.$/u,
      /^60 secondes\.$/u,
      new RegExp(`^Session en pause\\. Motif\\s: ${REASON}\\. Le temps est arrêté\\.$`, 'u'),
      /^Reprise\. (?:60|[45]\d) secondes\.$/u,
      /^Choix enregistré\s: .*Il est définitif\.$/u,
    ]);
    expect((await sensed(mine)).notes).to.have.length(TWO_SOFT.length + THREE_RISING.length);
    await titled(mine, 'Ma session');
  });

  it('[P2] count 30 and 10 seconds aloud, once each, and not again after a pause', async () => {
    await open(2, 12 * S, { 2: 20 * S });
    const first = await comes(1);
    const second = await comes(2);
    for (const page of [first, second]) await allowSound(page);
    for (const page of [first, second]) await forgetSenses(page);

    await start(room);
    await spoken(first, /^10 secondes\.$/u);
    await pause(room, REASON);
    await spoken(first, /^Session en pause/u);
    await resume(room);
    await spoken(first, /^Reprise/u);
    await chooseFirst(first);
    await spoken(second, /^30 secondes\.$/u);

    const heard = await sensed(first);
    expect(heard.notes).to.deep.equal([...THREE_RISING, 784, 784]);
    expect(heard.alerts.filter(text => text === '10 secondes.')).to.have.length(1);
    expect((await sensed(second)).notes).to.deep.equal([...TWO_SOFT, ...THREE_RISING, 659]);
    expect(heard.notices, 'nobody looked away').to.deep.equal([]);
  });

  async function write(text: string, person: string | null): Promise<void> {
    if (person !== null) {
      await room.getByText('À une personne').click();
      await room.getByLabel('Personne', { exact: true }).selectOption(person);
    }
    await room.getByLabel(person === null ? 'Message à tous' : 'Message à cette personne').fill(text);
    await room.getByRole('button', { name: 'Envoyer…' }).click();
    const dialog = room.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Envoyer/u }).click();
    await dialog.waitFor({ state: 'detached' });
  }
});

/** «9 h 05» as minutes from now, by the clocks of Paris, on either side of midnight. */
function minutesAhead(hour: string | undefined): number | undefined {
  if (hour === undefined) return undefined;
  const minutes = (text: string): number => {
    const [h = 0, m = 0] = text.split(/\D+/u).filter(Boolean).map(Number);
    return h * 60 + m;
  };
  const now = new Date().toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' });
  const ahead = (minutes(hour) - minutes(now) + DAY_MINUTES) % DAY_MINUTES;
  return ahead > DAY_MINUTES / 2 ? ahead - DAY_MINUTES : ahead;
}

function matchOneByOne(texts: readonly string[], wanted: readonly RegExp[]): void {
  expect(texts.length, texts.join('\n')).to.equal(wanted.length);
  for (const [index, want] of wanted.entries()) expect(texts[index]).to.match(want);
}
