/** The house dies in the middle of somebody's turn: same queue, same turn, the lost time given back, nothing doubled. */
import { expect } from 'chai';
import { chainOf } from '../../session-server/journal/read.ts';
import { verifyChain } from '../../session-server/journal/hash-chain.ts';
import { readRecord } from '../load/record.ts';
import { chooseFirst, myTurn, saved, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('a crash in the middle of a turn', function () {
  this.timeout(180_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('loses no choice, doubles none, and leaves everybody their turn', async () => {
    const { house } = theatre;
    const { stage, moderator, interns } = await smallAmphitheatre(house, 3);
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const pages = [];
    for (const intern of interns) {
      const page = await theatre.visitor(pages.length === 1 ? 'phone' : 'desktop');
      await signIn(page, 'intern', intern);
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      pages.push(page);
    }
    const [first, second, third] = pages;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three interns');

    await start(room);
    await chooseFirst(first);
    await myTurn(second).waitFor();
    await house.kill();
    await second.getByText('Connexion perdue').first().waitFor();
    const lost = second.getByText('La session continue sans attendre cet écran.').locator('..');
    await lost.getByRole('link', { name: /^[\d\s]+$/u }).waitFor(); // whom to call
    await house.start();

    await second.getByText('Connexion perdue').first().waitFor({ state: 'hidden' });
    await chooseFirst(second);
    await chooseFirst(third);
    await saved(first).waitFor();

    const { sql } = house.database;
    const recorded = await readRecord(sql, stage.session);
    const calls = recorded.facts.flatMap(fact => (fact.kind === 'called' ? [fact.person] : []));
    expect(calls, 'each called once').to.deep.equal(stage.people.map(({ id }) => id));
    expect(recorded.assignments.map(({ person }) => person)).to.deep.equal(calls);
    expect(new Set(recorded.assignments.map(({ post }) => post)).size, 'posts').to.equal(3);
    expect(recorded.mails, 'mails').to.equal(3);
    expect(recorded.seq, 'rows without a hole').to.equal(recorded.rows);
    expect(
      recorded.facts.filter(({ kind }) => kind === 'credit'),
      'time given back',
    ).to.have.length(1);
    expect(verifyChain(await chainOf(sql, stage.session)), 'the chain').to.equal(null);
  });
});
