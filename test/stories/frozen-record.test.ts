/** The record does not answer while somebody chooses: time stands still, is given back and shown, and no choice is lost or counted twice. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { type FrozenRecord, freezeRecord } from './frozen-record.ts';
import {
  chooseFirst,
  myTurn,
  saved,
  secondsOn,
  signIn,
  start,
  untilSeen,
  validateOpenAndEnter,
} from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const STOPPED = 'Enregistrement indisponible, le temps est arrêté';

describe('a record that does not answer', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  let frozen: FrozenRecord | null = null;

  before(async () => {
    theatre = await openTheatre();
  });
  after(async () => {
    frozen?.thaw();
    await theatre.close();
  });

  it('[O1] [O12] stops the time, has a choice made again or holds its answer, gives the time back and says so', async () => {
    const { house } = theatre;
    const { stage, moderator, interns } = await smallAmphitheatre(house, 2, { windowMs: 60_000 });
    const [one, two] = interns;
    if (one === undefined || two === undefined) throw new Error('two interns');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const first = await theatre.visitor('phone');
    await signIn(first, 'intern', one);
    const second = await theatre.visitor();
    await signIn(second, 'intern', two);
    for (const page of [first, second]) await page.getByText('En direct').first().waitFor();

    await start(room);
    await myTurn(first).waitFor();
    await ask(first);
    frozen = await freezeRecord(house.database.sql);
    await first.getByRole('dialog').getByText('Temps arrêté').waitFor();
    for (const page of [first, second]) await page.getByText(STOPPED).waitFor();
    await room.getByText('Enregistrement indisponible : le temps est arrêté').waitFor();
    const kept = await Promise.all([first, room].map(secondsOn));
    await confirm(first);
    await first.getByText('Enregistrement impossible pour l’instant', { exact: true }).waitFor();
    await first.getByRole('main').getByText('Le temps est arrêté, le vôtre est gardé.').waitFor();
    expect(await saved(first).count()).to.equal(0);
    for (const page of [first, second, room]) expect(await axeFaults(page)).to.deep.equal([]);
    expect(await Promise.all([first, room].map(secondsOn)), 'the time stands').to.deep.equal(kept);

    frozen.thaw();
    await first.getByText(STOPPED).waitFor({ state: 'detached' });
    const given = await first.getByText(/Incident de \d+\ss de notre côté/u).innerText();
    const [, seconds, again] =
      /Incident de (\d+)\ss de notre côté\s: ces (\d+)\ss vous sont rendues/u.exec(given) ?? [];
    expect(Number(seconds), given).to.be.at.least(5); // the record is waited for that long before time is stopped
    expect(again).to.equal(seconds);
    expect(await secondsOn(first), 'as when the record was last written').to.be.within(kept[0] ?? 90, 90);
    await chooseFirst(first);

    await myTurn(second).waitFor();
    await ask(second);
    frozen = await freezeRecord(house.database.sql);
    await confirm(second); // on its way into the record when that stops: whether it stands is not known yet
    await second.getByRole('button', { name: 'Envoi…' }).waitFor();
    await first.getByText(STOPPED).waitFor();
    frozen.thaw();
    await saved(second).waitFor();

    const made = await house.database.sql(
      `select call_order as "order" from assignment join call_list_entry using (roster_entry_id) order by assignment.id`,
    );
    expect(made).to.deep.equal([{ order: 1 }, { order: 2 }]);
    const credited = await house.database.sql("select 1 from journal where command ->> 'type' = 'credit'");
    expect(credited.length).to.be.greaterThan(0);
    expect(theatre.complaints).to.deep.equal([]);
  });
});

const yes = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Oui, je confirme' });

/** Opens the summary of the first post that may be chosen. */
const ask = (page: Page): Promise<void> =>
  untilSeen(yes(page), () =>
    page
      .getByRole('main')
      .getByRole('button', { name: /^Choisir/u })
      .first()
      .click(),
  );

/** Presses until it is sent: the button ignores its first half second. */
const confirm = (page: Page): Promise<void> =>
  untilSeen(
    page
      .getByRole('button', { name: 'Envoi…' })
      .or(page.getByText('Enregistrement impossible pour l’instant', { exact: true }))
      .first(),
    () =>
      yes(page)
        .click({ timeout: 800 })
        .catch(() => undefined),
  );
