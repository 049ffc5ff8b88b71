/**
 * What is told at once. A choice: on the public list and by mail, never the post and the name together in public. A
 * request for another kind of choice: to moderators by their bell, its answer in the intern's room and bell.
 */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { chooseFirst, comesIn, saved, signIn, start, validateOpenAndEnter } from './people.ts';
import { smallAmphitheatre } from './small-amphitheatre.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('what is told at once', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  const send = (page: Page, path: string, body: object): Promise<unknown> =>
    page.evaluate(
      async ([to, text]) => {
        await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
      },
      [path, JSON.stringify(body)] as const,
    );

  it('a choice appears on the public list without a reload, and in the development mailbox', async () => {
    const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
    const [person] = stage.people;
    const [intern] = interns;
    if (person === undefined || intern === undefined) throw new Error('an intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const mine = await theatre.visitor();
    await signIn(mine, 'intern', intern);
    const anyone = await theatre.visitor('phone');
    await anyone.goto('/affectations');
    await anyone.getByText('Aucun choix enregistré pour l’instant').waitFor();

    await start(room);
    await chooseFirst(mine);

    await anyone
      .getByText(/Numéro 1\b/u)
      .first()
      .waitFor();
    await anyone.getByText('1 choix enregistré').first().waitFor();
    expect(await axeFaults(anyone)).to.deep.equal([]);

    await anyone.goto('/courriers');
    await anyone.getByRole('link', { name: intern.email }).first().click();
    await anyone.getByText('Message-ID').waitFor();
    expect(await axeFaults(anyone)).to.deep.equal([]);
    await saved(mine).waitFor();
    expect(theatre.complaints).to.deep.equal([]);
  });

  it('[Q3] [Q5] a request waits in the moderators’ bell, its refusal reaches the room and the bell without a reload', async () => {
    const { stage, moderator, interns } = await smallAmphitheatre(theatre.house, 2);
    const [intern] = interns;
    if (intern === undefined) throw new Error('an intern');
    const room = await theatre.visitor();
    await signIn(room, 'moderator', moderator);
    await validateOpenAndEnter(room, stage.title);
    const mine = await comesIn(theatre, 'intern', intern, 'phone');
    const waits = room.getByText('Demandes, 1\u00a0demande de statut attend', { exact: true });
    expect(await waits.count()).to.equal(0);

    await send(mine, '/api/me/status-request', { status: 'supernumeraryValidating' });
    await mine.getByText('Votre demande attend l’ARS').waitFor(); // as on another device that has asked
    await waits.waitFor({ state: 'attached' });
    expect(await axeFaults(room)).to.deep.equal([]);

    const [request] = await theatre.house.database.sql<{ id: number }>(
      'select max(id) as id from status_request',
    );
    const reason = 'Les justificatifs ne sont pas arrivés.';
    await send(room, `/api/desk/status-requests/${request?.id}/refusal`, { reason });
    await mine.getByText('Votre demande est refusée\u00a0: surnombre validant', { exact: true }).waitFor();
    await waits.waitFor({ state: 'detached' });
    await mine.locator('summary', { hasText: 'Messages' }).tap();
    const told = mine.getByRole('region', { name: 'Tous les messages' });
    await told.getByText('Votre demande est refusée\u00a0: surnombre validant. Motif').waitFor();
    expect(await axeFaults(mine)).to.deep.equal([]);
    expect(theatre.complaints).to.deep.equal([]);
  });
});
