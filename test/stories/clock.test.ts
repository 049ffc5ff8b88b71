/** The countdown is the server's: with a clock an hour off either way, after a sleep, in a hidden tab, and frozen by a pause to the second. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';
import { myTurn, pause, resume, secondsOn, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const HOUR_MS = 3_600_000;
const SLEEP_MS = 25_000;
const UNSEEN_S = 4;

/** Another tab is in front of this one, or no longer. */
const hide = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate<undefined>(
    `Object.defineProperty(document, 'hidden', { configurable: true, value: ${hidden} }),
      document.dispatchEvent(new Event('visibilitychange')), undefined`,
  );

describe('the countdown', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('[P1] [P2] is the server’s on devices an hour ahead and an hour behind, after a sleep, in a hidden tab, and through a pause', async () => {
    const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
    const [intern] = interns;
    if (intern === undefined) throw new Error('an intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const mine = await theatre.visitor('phone');
    await mine.clock.install({ time: Date.now() + HOUR_MS });
    await signIn(mine, 'intern', intern);
    const behind = await theatre.visitor();
    await behind.clock.install({ time: Date.now() - HOUR_MS });
    await signIn(behind, 'intern', intern);
    for (const page of [mine, behind]) await page.getByText('En direct').first().waitFor();

    await start(room);
    await myTurn(mine).waitFor();
    const agree = (): Promise<true> =>
      eventually('the same seconds on every screen', async () => {
        const seconds = await Promise.all([mine, behind, room].map(secondsOn));
        return Math.max(...seconds) - Math.min(...seconds) <= 1;
      });
    await agree();

    await mine.clock.fastForward(SLEEP_MS); // the lid closed and opened: the device's clock has leapt
    await agree();

    await hide(behind, true);
    await behind.clock.pauseAt((await behind.evaluate<number>('Date.now()')) + 1_000); // no timer runs any more
    const hidden = await secondsOn(room);
    await eventually('seconds gone by unseen', async () => (await secondsOn(room)) <= hidden - UNSEEN_S);
    await behind.clock.resume();
    await hide(behind, false);
    await agree();

    await pause(room, 'Une question sur un poste');
    await mine.getByText('Session en pause').first().waitFor();
    const frozen = await secondsOn(mine);
    await resume(room);
    await mine.getByText(/^Reprise, il vous reste \d+\ss\.$/u).waitFor();
    await mine.getByText('Session en pause').first().waitFor({ state: 'detached' });
    expect(frozen - (await secondsOn(mine))).to.be.within(0, 2);
    await agree();
    expect(theatre.complaints).to.deep.equal([]);
  });
});
