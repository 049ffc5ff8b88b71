/** The story that everything else serves: a session from draft to closed, seen by those who are in it. */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { demoOf, setSettings } from './demo.ts';
import { chooseFirst, close, myTurn, pause, resume, signIn, start, validateOpenAndEnter } from './people.ts';
import { readRecord } from '../load/record.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const WINDOW_MS = 700; // nine people of the demo session never come

describe('a whole session', function () {
  this.timeout(180_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre({ data: 'new', installs: true }); // the one first start of all stories
  });
  after(() => theatre.close());

  it('is played by three interns and a moderator, with a pause, an absence and a late return', async () => {
    const { house } = theatre;
    const demo = await demoOf(house);
    await setSettings(house, demo.session, { windowMs: WINDOW_MS, pauseAfterAbsences: 0 });
    const [first, second, late] = demo.interns;
    if (first === undefined || second === undefined || late === undefined)
      throw new Error('three demo interns');

    const room = await theatre.visitor();
    await signIn(room, 'moderator', demo.moderator);
    await validateOpenAndEnter(room, demo.title);

    const alice = await theatre.visitor('desktop');
    await signIn(alice, 'intern', first);
    const bruno = await theatre.visitor('phone');
    await signIn(bruno, 'intern', second);
    const anyone = await theatre.visitor();
    await anyone.goto('/affectations');
    for (const page of [room, alice, bruno, anyone]) {
      await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      expect(await axeFaults(page)).to.deep.equal([]);
    }

    await start(room);
    await myTurn(alice).waitFor();
    await bruno.getByText('C’est bientôt votre tour').first().waitFor();
    expect(await axeFaults(alice)).to.deep.equal([]);
    await chooseFirst(alice);
    expect(await axeFaults(alice)).to.deep.equal([]);

    await myTurn(bruno).waitFor();
    await pause(room, 'Nous répondons à une question.');
    await bruno.getByText('Nous répondons à une question.').first().waitFor();
    for (const page of [room, bruno]) expect(await axeFaults(page)).to.deep.equal([]);
    await resume(room);
    await chooseFirst(bruno);

    await room.getByText('File terminée').waitFor();
    const chloe = await theatre.visitor('phone');
    await signIn(chloe, 'intern', late);
    await chooseFirst(chloe);
    await room.getByText('File terminée').waitFor();
    await close(room);
    await room.getByText('Session close').first().waitFor();

    const recorded = await readRecord(house.database.sql, demo.session);
    expect(recorded.assignments).to.have.length(3);
    expect(new Set(recorded.assignments.map(({ person }) => person)).size, 'people').to.equal(3);
    expect(new Set(recorded.assignments.map(({ post }) => post)).size, 'posts').to.equal(3);
    expect(recorded.mails, 'mails').to.equal(3);
    expect(theatre.complaints).to.deep.equal([]);
  });
});
