/** A session seen by who takes no part in it: the timetable, the public lists, the state chart, and the record verified from the terminal. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { axeFaults } from './axe.ts';
import { chooseFirst, close, myTurn, pause, resume, signIn, start, validateOpenAndEnter } from './people.ts';
import { type SmallAmphitheatre, smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const ROOT = join(import.meta.dirname, '../..');
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.]+/gu;

describe('a session seen from outside', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let small: SmallAmphitheatre;
  let room: Page;
  let first: Page;
  let second: Page;

  before(async () => {
    theatre = await openTheatre();
    small = await smallAmphitheatre(theatre.house, 2, { windowMs: 60_000 });
    room = await theatre.visitor();
    await signIn(room, 'moderator', small.moderator);
    await validateOpenAndEnter(room, small.stage.title);
    [first, second] = [await comes(0), await comes(1)];
  });
  after(() => theatre.close('madeUp')); // a line is touched at the end
  afterEach(() => {
    expect(theatre.complaints).to.deep.equal([]);
  });

  const comes = async (place: number): Promise<Page> => {
    const page = await theatre.visitor('phone');
    const account = small.interns[place];
    if (account === undefined) throw new Error(`nobody stands at ${place}`);
    await signIn(page, 'intern', account);
    await page.getByText('En direct').first().waitFor();
    return page;
  };

  it('[V16] is drawn with its present state lit, and the tables say the same, at each of its moves', async () => {
    const chart = await theatre.visitor();
    await chart.goto(`/etats/${small.stage.session}`);
    const stands = (state: string, words: string): Promise<true> =>
      eventually(`the chart at ${state}`, async () => {
        const { drawn, label, row, possible, marked } = await seenIn(chart);
        return (
          label.includes(`État présent : ${words}.`) &&
          drawn.includes(state) &&
          row.includes(state) &&
          marked.length > 0 &&
          marked.every(command => possible.includes(command))
        );
      });

    await stands('Ouverte', 'Ouverte');
    await start(room);
    await stands('Quelqu’un choisit', 'En cours : Quelqu’un choisit');
    const commands = chart.getByRole('table', { name: /^Commandes possibles/u });
    await commands.getByRole('row', { name: /^démarrer .*la session est en cours/iu }).waitFor();
    await commands.getByRole('row', { name: /^mettre en pause Possible/u }).waitFor();
    expect(await axeFaults(chart)).to.deep.equal([]);
    await pause(room, 'Une question');
    await stands('Quelqu’un choisit, en pause', 'En pause : Quelqu’un choisit, en pause');
    await commands.getByRole('row', { name: /^reprendre Possible/u }).waitFor();
    await resume(room);
    await stands('Quelqu’un choisit', 'En cours : Quelqu’un choisit');
    await chart.context().close();
  });

  it('[V1] [V17] is told on the public pages as it runs, with its end estimated, and no address or post of anybody', async () => {
    const anyone = await theatre.visitor();
    const told: string[] = [];
    const reads = async (path: string, text: RegExp | string): Promise<void> => {
      await anyone.goto(path);
      await anyone.getByText(text).first().waitFor();
      expect(await axeFaults(anyone)).to.deep.equal([]);
      told.push(await anyone.content());
    };
    const list = `/amphitheatres/${small.stage.amphitheatre}`;
    const watching = await theatre.visitor('phone');
    await watching.goto(list);
    await watching.getByText('Choisit', { exact: true }).first().waitFor();

    await reads('/amphitheatres', /^fin\svers\s\d+\sh(?:\s\d+)?$/u);
    await pause(room, 'Une question');
    await reads('/amphitheatres', 'fin suspendue');
    await resume(room);
    await chooseFirst(first);
    await watching.getByText('1 choix fait').first().waitFor(); // without a reload
    await myTurn(second).waitFor();
    const chosen = await watching.getByRole('row', { name: /Numéro 1/u }).innerText();
    const service = /Simulation \w+, service \d+/u.exec(chosen)?.[0] ?? '';
    expect(service, chosen).not.to.equal('');
    await reads('/', small.stage.title);
    await reads(list, service);
    await reads('/affectations', service);
    told.push(await watching.content());

    const { sql } = theatre.house.database;
    const posts = await sql<{ number: string }>('select number from post where amphitheatre_id = ?::int', [
      small.stage.amphitheatre,
    ]);
    const { agency } = await anyone.evaluate<{ agency: { email: string } }>(
      'fetch("/api/settings").then(answer => answer.json())',
    );
    for (const page of told) {
      const addresses = [...page.matchAll(ADDRESS)].map(([address]) => address);
      expect(addresses.filter(address => address !== agency.email)).to.deep.equal([]);
      expect(posts.filter(({ number }) => page.includes(number))).to.deep.equal([]);
    }
  });

  it('[J10] is verified beside the live house once it is over, and a line that was touched is named', async () => {
    await chooseFirst(second);
    await room.getByText('File terminée').waitFor();
    await close(room);
    await room.getByText('Session close').first().waitFor();
    const told = await verify();
    expect(told.said).to.include('Tout concorde.').and.include('Affectations (2)');
    expect(told.code, told.said).to.equal(0);

    await theatre.house.database.transaction(async sql => {
      await sql('alter table journal disable trigger user');
      await sql(
        `update journal set facts = jsonb_set(facts, '{0,at}', '0') where session_id = ?::int and seq = 3`,
        [small.stage.session],
      );
      await sql('alter table journal enable trigger user');
    });
    const touched = await verify();
    expect(touched.said).to.match(/✗ Ligne 3\s: elle n’est pas telle qu’elle a été écrite/u);
    expect(touched.code, touched.said).to.equal(1);
  });

  /** As somebody types it. */
  function verify(): Promise<{ readonly code: number | null; readonly said: string }> {
    const words = ['run', '--silent', 'verify', '--', String(small.stage.session)];
    const env = { ...process.env, ...theatre.house.environment };
    return new Promise(resolve => {
      const child = execFile('npm', words, { cwd: ROOT, env, timeout: 60_000 }, (_error, out, err) =>
        resolve({ code: child.exitCode, said: `${out}\n${err}` }),
      );
    });
  }
});

interface Seen {
  /** What stands in the drawing beside «état présent». */
  readonly drawn: string;
  /** Read aloud in place of the drawing. */
  readonly label: string;
  /** The rows of the state table that are the present state's. */
  readonly row: readonly string[];
  /** Commands that the table says are possible. */
  readonly possible: readonly string[];
  /** Commands that the drawing marks so. */
  readonly marked: readonly string[];
}

/** Within the drawing, one image to whoever uses roles, its own marks tell what is lit. */
const seenIn = (chart: Page): Promise<Seen> =>
  chart.evaluate<Seen>(`(() => {
    const texts = (from, where) => [...document.querySelectorAll(from)].filter(where ?? (() => true)).map(it => it.textContent.trim());
    const drawing = document.querySelector('svg[role=img]');
    const rows = [...document.querySelectorAll('table tr')];
    const head = row => row.querySelector('th[scope=row]')?.firstChild.textContent ?? '';
    return {
      drawn: texts('.chart-state-present .chart-title').join(' '),
      label: (drawing?.getAttribute('aria-label') ?? '').replaceAll('\\u00a0', ' '),
      row: rows.filter(row => row.textContent.includes('État présent')).map(head),
      possible: rows.filter(row => row.textContent.includes('Possible')).map(head),
      marked: texts('.chart-command-possible text'),
    };
  })()`);
