/** Before the day: one's order is checked once on every device, the amphitheatre opens under one's eyes, the door, the agenda, one's device tested. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import { demoOf } from './demo.ts';
import { chooseFirst, signIn, start, validateOpenAndEnter } from './people.ts';
import { keepSenses, sensed } from './senses.ts';
import type { House } from '../support/house.ts';
import { openTheatre, type Theatre } from './theatre.ts';

const NARROWEST = 320; // CSS pixels

describe('my amphitheatre before the day', function () {
  this.timeout(120_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre({ installs: true });
  });
  after(() => theatre.close());

  const width = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth');
  const toCheck = (page: Page) => page.getByText('Vérifiez votre ordre d’appel');

  it('is checked, followed to the opening, entered by its door, and says what was chosen', async () => {
    const { house } = theatre;
    const demo = await demoOf(house);
    const [first] = demo.interns;
    if (first === undefined) throw new Error('the demo has interns');
    const desktop = await theatre.visitor();
    await signIn(desktop, 'intern', first);
    await toCheck(desktop).waitFor();
    const phone = await theatre.visitor('phone');
    await signIn(phone, 'intern', first);
    await phone.getByRole('link', { name: 'Comment il est fait' }).click();
    await phone.getByRole('heading', { name: 'Mon amphithéâtre', level: 1 }).waitFor();
    await phone.getByRole('heading', { name: 'Rang actualisé' }).waitFor();
    expect(await axeFaults(phone)).to.deep.equal([]);
    await phone.setViewportSize({ width: NARROWEST, height: 640 });
    expect(await width(phone)).to.equal(NARROWEST);
    await phone.getByRole('button', { name: 'J’ai vérifié mon ordre' }).click();
    await toCheck(phone).waitFor({ state: 'detached' });

    await desktop.goto('/');
    await desktop.getByRole('link', { name: 'Voir mon amphithéâtre' }).click();
    await desktop.getByRole('heading', { name: 'Session non validée' }).waitFor();
    expect(await toCheck(desktop).count()).to.equal(0);
    expect(await axeFaults(desktop)).to.deep.equal([]);

    await house.database.sql(
      `update session set starts_at = now() + interval '20 minutes' where id = ?::int`,
      [demo.session],
    );
    const room = await theatre.visitor();
    await signIn(room, 'moderator', demo.moderator);
    await validateOpenAndEnter(room, demo.title);
    await desktop.getByRole('heading', { name: 'C’est bientôt' }).waitFor();
    const agenda = desktop.getByRole('link', { name: 'Ajouter à mon agenda' });
    const event = await desktop.request.get((await agenda.getAttribute('href')) ?? '');
    expect(await event.text()).to.match(/^BEGIN:VCALENDAR\r\n/u);

    await phone.getByRole('link', { name: 'Entrer dans la session' }).click();
    await phone.getByText('Session ouverte').waitFor();
    await twoFavouritesBefore(house, first.email);
    await phone.goto('/favoris');
    await phone.getByText('Votre liste du semestre dernier compte 2\u00a0favoris').waitFor();
    expect(await axeFaults(phone)).to.deep.equal([]);
    await phone.getByRole('button', { name: 'Reprendre ces favoris' }).click();
    await phone.getByText('2\u00a0favoris repris.').first().waitFor();
    await phone.getByRole('button', { name: 'J’ai compris' }).click();
    expect(await axeFaults(phone)).to.deep.equal([]);
    await phone.goto('/ma-session');
    await phone.getByText('Session ouverte').waitFor();
    await start(room);
    await desktop.getByText('C’est à vous de choisir.').waitFor();
    expect(await axeFaults(desktop)).to.deep.equal([]);
    await chooseFirst(phone);
    await desktop.getByRole('heading', { name: 'Votre choix est enregistré' }).waitFor();
    expect(theatre.complaints).to.deep.equal([]);
  });

  it('tests the device: a good one by its sound, a network that blocks the line by its name', async () => {
    const phone = await theatre.visitor('phone');
    await keepSenses(phone);
    await phone.setViewportSize({ width: NARROWEST, height: 640 });
    await phone.goto('/tester-mon-poste');
    await phone.getByText('Votre poste est prêt pour choisir', { exact: true }).waitFor();
    await phone.getByRole('listitem').filter({ hasText: 'Liaison en direct' }).getByText('Bon').waitFor();
    await phone.getByRole('button', { name: 'Jouer les notes' }).click();
    expect((await sensed(phone)).notes).to.have.length(3);
    await phone
      .getByRole('group', { name: 'Avez-vous entendu' })
      .getByRole('button', { name: 'Oui' })
      .click();
    await phone.getByText('Entendu.', { exact: true }).waitFor();
    expect(await axeFaults(phone)).to.deep.equal([]);
    expect(await width(phone)).to.equal(NARROWEST);

    const blocked = await theatre.visitor();
    await keepSenses(blocked);
    await blocked.routeWebSocket(/.*/u, socket => socket.close({ code: 4999, reason: 'proxy' }));
    await blocked.goto('/tester-mon-poste');
    await blocked.getByText('Votre réseau bloque la liaison en direct.', { exact: true }).waitFor();
    await blocked.getByText(/^\d points à corriger$/u).waitFor();
    await blocked.getByText('Résultats à dicter ou à envoyer à l’ARS').click();
    await blocked
      .getByRole('region', { name: 'Résultats' })
      .getByText(/BLOQUANT/u)
      .waitFor();
    expect(await axeFaults(blocked)).to.deep.equal([]);
    await blocked.unrouteAll();
    expect(theatre.complaints).to.deep.equal([]);
  });
});

/** A list of years ago, of two services that are offered again. */
async function twoFavouritesBefore({ database }: House, email: string): Promise<void> {
  await database.sql(
    `with mine as (
      select roster_entry.*, call_list_entry.amphitheatre_id from account
      join roster_entry on roster_entry.intern_id = account.intern_id
      join semester on semester.id = roster_entry.semester_id and semester.current
      join call_list_entry on call_list_entry.roster_entry_id = roster_entry.id
      where account.realm = 'intern' and account.email = ?
    ), semester as (insert into semester (code) values ('2019-11') returning id),
    entry as (insert into roster_entry (semester_id, intern_id, person, group_id, specialty_id, phase, validated_semesters,
      supernumerary_semesters, research_year_semesters, research_leave_semesters, national_rank, local_rank, local_headcount,
      seniority, theoretical_promotion, present_headcount)
      select semester.id, intern_id, 'years-ago', group_id, specialty_id, phase, 3, 0, 0, 0, 1, 1, 4, 3, 2019, 4
      from mine, semester returning id)
    insert into favourite (roster_entry_id, position, service_id)
    select entry.id, row_number() over (), offered.service_id from entry, (
      select distinct post.service_id from post join mine on mine.amphitheatre_id = post.amphitheatre_id limit 2) offered`,
    [email],
  );
}
