/** Lists as long as the largest amphitheatre: whole in the page, led to by an address, searched, and whole on paper. */
import { expect } from 'chai';
import { eventually } from '../support/eventually.ts';
import { openTheatre } from './theatre.ts';
import type { Theatre } from './theatre.ts';

const NARROWEST = 320; // CSS pixels (WCAG 1.4.10)
const AMPHITHEATRE = 1;
const list = `/amphitheatres/${AMPHITHEATRE}`;

describe('a long list', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());
  afterEach(() => {
    expect(theatre.complaints).to.deep.equal([]);
  });

  it('asks for no list that is not published, and shows one of a thousand on the narrowest telephone', async () => {
    const anyone = await theatre.visitor('phone');
    await anyone.setViewportSize({ width: NARROWEST, height: 640 });
    await anyone.goto('/amphitheatres/99999'); // a 404 would stand among the complaints
    await anyone.getByText('Cette liste d’appel n’est pas publiée').waitFor();
    const people = Array.from({ length: 1_000 }, (_, place) => ({
      person: `p${place}`,
      callOrder: place + 1,
      firstName: 'Marie-Clémentine',
      name: `N’Diaye-Vandenbroucke ${place + 1}`,
      specialty: 'Chirurgie viscérale et digestive',
      session: null,
    }));
    const written = { amphitheatre: AMPHITHEATRE, title: 'Longue', provisional: true, people };
    await anyone.route('**/call-list', route => route.fulfill({ json: written }));
    // Nothing is live yet: the list alone is published.
    const published = { offer: false, timetable: false, callList: true };
    const listed = [
      {
        id: AMPHITHEATRE,
        title: 'Longue',
        people: 1_000,
        posts: 0,
        sessions: [],
        published,
        firstAt: null,
      },
    ];
    await anyone.route('**/api/amphitheatres', route => route.fulfill({ json: listed }));
    await anyone.goto(`${list}#n900`);
    await anyone.locator('#n900:focus').waitFor(); // the address leads to a row
    const rows = anyone.getByRole('row');
    await anyone.getByText('N’Diaye-Vandenbroucke 1000').waitFor({ state: 'attached' });
    // All of them, one after the other, though a phone draws those alone that are seen.
    await anyone.locator('#n1000').waitFor({ state: 'attached' });
    await eventually('a thousand rows', async () => (await rows.count()) === 1_001);
    await anyone.reload();
    await anyone.getByRole('row').nth(1).waitFor();
    // In one go: the browser prints what stands there when its event has been heard.
    const onPaper = `dispatchEvent(new Event('beforeprint')), document.querySelectorAll('.call-list tbody tr').length`;
    expect(await anyone.evaluate<number>(onPaper)).to.equal(1_000);
    await anyone.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await anyone.evaluate('document.documentElement.scrollWidth')).to.equal(NARROWEST);
    await anyone.getByLabel('Chercher dans la liste').fill('broucke 1000');
    await anyone.getByText('N’Diaye-Vandenbroucke 1000').waitFor();
    await anyone.context().close();
  });

  it('prints all that a search of assignments finds, not the page shown, by the button and by the keys', async () => {
    const anyone = await theatre.visitor();
    const found = { total: 26, page: 1, size: 25, pages: 2 };
    const row = (place: number) => ({
      person: `p${place}`,
      firstName: 'Élodie',
      name: `Rambaud ${place}`,
      callOrder: place,
      specialty: 'Urologie',
      service: 'Urologie',
      establishment: 'Hôpital Cochin',
      city: 'Paris 14e',
      department: '75',
      amphitheatre: 'Chirurgie',
      at: Date.UTC(2027, 2, 22, 9),
    });
    const rowsOf = (count: number) => Array.from({ length: count }, (_, place) => row(place + 1));
    await anyone.route('**/api/assignments?*', route => {
      const { searchParams } = new URL(route.request().url());
      expect(searchParams.get('q')).to.equal('cochin');
      const whole = searchParams.get('size') === '1000';
      const json = whole
        ? { ...found, size: 1_000, pages: 1, items: rowsOf(26) }
        : { ...found, items: rowsOf(25) };
      return route.fulfill({ json });
    });
    await anyone.addInitScript(`window.print = () => {
      window.printed = document.querySelectorAll('.assignment-table tbody tr').length;
      dispatchEvent(new Event('afterprint'));
    }`);
    await anyone.goto('/affectations?recherche=cochin');
    await anyone.getByText('26 choix enregistrés').waitFor();
    const press = {
      button: () => anyone.getByRole('button', { name: 'Imprimer' }).click(),
      keys: () => anyone.keyboard.press('Control+p'),
    };
    for (const way of ['button', 'keys'] as const) {
      await anyone.evaluate('window.printed = null');
      await press[way]();
      await eventually('all on paper', () => anyone.evaluate<boolean>('window.printed === 26'));
      await eventually('the page again', async () => (await anyone.getByRole('row').count()) === 26);
    }
    await anyone.emulateMedia({ media: 'print' }); // by the browser's menu: a page, and it says so
    await anyone.getByText(/Page 1 sur 2.+imprime toute la liste/u).waitFor();
    await anyone.context().close();
  });
});
