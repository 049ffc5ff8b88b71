/** A moderator corrects what the roster says: the effect first («passe du rang 12 au rang 15»), then done, with a reason. */
import { expect } from 'chai';
import { axeFaults } from './axe.ts';
import { demoOf } from './demo.ts';
import { signIn } from './people.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('a correction of the roster', function () {
  this.timeout(120_000);
  let theatre: Theatre;
  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('shows what it does to rank and call list before it is done, and is recorded with its reason', async () => {
    const { sql } = theatre.house.database;
    const demo = await demoOf(theatre.house);
    const [first] = await sql<{ person: string; promotion: number }>(
      `select person, promotion from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
      join intern on intern.id = intern_id where session_id = ?::int order by call_order limit 1`,
      [demo.session],
    );
    if (first === undefined) throw new Error('nobody is on the demo list');
    const desk = await theatre.visitor('phone');
    await signIn(desk, 'moderator', demo.moderator);
    await desk.waitForURL('**/salle');
    await desk.goto(`/internes/${first.person}`);
    await desk.getByRole('button', { name: 'Corriger…' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Corriger la fiche' });
    await dialog.getByLabel('DES').waitFor();
    expect(await axeFaults(desk)).to.deep.equal([]);
    await dialog.getByLabel('Effectif local').fill('1');
    await dialog.getByRole('button', { name: 'Voir l’effet' }).click();
    await dialog.getByText('rang local plus grand que cet effectif').waitFor();
    await dialog.getByLabel('Effectif local').fill('900');
    await dialog.getByLabel('Semestres validés').fill('0');
    await dialog.getByRole('button', { name: 'Voir l’effet' }).click();
    await dialog.getByText(/^Passe de l’ordre d’appel n°\s1 au n°/u).waitFor();
    await dialog.getByText(/^L’effectif local change aussi pour/u).waitFor();
    expect(await axeFaults(desk)).to.deep.equal([]);
    const told = await dialog.getByText(/^Passe de l’ordre d’appel/u).innerText();
    await dialog.getByRole('button', { name: 'Revenir aux valeurs' }).click();
    expect(await dialog.getByLabel('Effectif local').inputValue()).to.equal('900');
    await dialog.getByRole('button', { name: 'Voir l’effet' }).click();
    await dialog.getByLabel('Motif').fill('Relevé de la faculté');
    await dialog.getByRole('button', { name: 'Corriger', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    await desk.getByText(/corrigé\s: .*effectif local/u).waitFor();
    const [now] = await sql<{ callOrder: number }>(
      `select call_order as "callOrder" from call_list_entry join roster_entry on roster_entry.id = roster_entry_id
      where person = ?`,
      [first.person],
    );
    expect(told).to.match(new RegExp(`au n°\\s${now?.callOrder}\\.$`, 'u'));
    expect(theatre.complaints.filter(one => !one.includes('409'))).to.deep.equal([]);
  });
});
