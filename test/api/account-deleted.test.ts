/** An account to be confirmed that is not the person's, deleted by a moderator on the telephone (domain §6). */
import { expect } from 'chai';
import type { ServiceId } from '../../machines/ids.ts';
import { CLOSE_CODES } from '../../machines/wire/close-codes.ts';
import { eventually } from '../support/eventually.ts';
import { add, DESKTOP } from './support/favourites.ts';
import { liveApi } from './support/live-api.ts';
import { mailedLink } from './support/mailed-link.ts';
import type { Visitor } from './support/running-api.ts';
import { NEW_EMAIL, signingUp } from './support/signing-up.ts';
import type { SigningUp } from './support/signing-up.ts';

const STRANGER = 'inconnu@exemple.fr';
const reason = 'Appel du 3 mars, pièce d’identité lue';

describe('an account to be confirmed, deleted by a moderator', () => {
  let house: SigningUp;
  let desk: Visitor;
  let stranger: Visitor;
  beforeEach(async () => {
    house = await signingUp();
    desk = await house.api.signedIn({ realm: 'moderator', email: 'nadia@ars.example', name: 'Nadia Ferhat' });
    stranger = house.api.visitor();
  });
  afterEach(() => house.close());

  const sql = <Row>(text: string, params?: readonly unknown[]) => house.api.database.sql<Row>(text, params);
  const path = () => `/api/desk/people/${house.seeded.people[0]}`;
  const signUpStranger = () => house.signUp({ ine: '0000' }, STRANGER, stranger);
  const remove = (email = STRANGER) => desk.send('POST', `${path()}/delete-account`, { reason, email });

  it('frees the person whom it was made for, who signs up with the INE', async () => {
    await signUpStranger();
    await house.ask(await house.match());
    expect(await sql(`select recipient from mail where kind = 'accountExists'`)).to.deep.equal([
      { recipient: STRANGER },
    ]);
    expect((await remove()).status).to.equal(204);
    expect((await desk.get(`${path()}/file`)).body).to.deep.include({ account: null, signingUp: null });
    await house.aMinuteLater();
    const made = await house.signUp();
    expect(made.body['intern'], made.text).to.include({ email: NEW_EMAIL, toBeConfirmed: false });
  });

  it('[ASVS 7.4.2] is signed out, and leaves nothing of what was done in it', async () => {
    await signUpStranger();
    await sql(
      `with own as (select id from account where email = ?), logins as (select login.id from login join own on account_id = own.id),
        asleep as (insert into push_subscription (login_id, endpoint, p256dh, auth) select id, 'https://push.example/1', 'k', 'a' from logins),
        told as (insert into notification (account_id, kind, key, detail) select id, 'message', 'k', '{}' from own)
      insert into saved_search (account_id, name, query) select id, 'n', '{}' from own`,
      [STRANGER],
    );
    await sql(`update session set state = 'open'`);
    const [service] = await sql<{ id: number }>('select service_id as id from post limit 1');
    for (const [method, at, body] of [
      [
        'POST',
        '/api/me/favourites',
        { device: DESKTOP, operations: [add({ service: (service?.id ?? 0) as ServiceId })] },
      ],
      ['POST', '/api/me/status-request', { status: 'supernumeraryValidating' }],
      ['PUT', '/api/me/order-checked', { callOrder: 1 }],
    ] as const) {
      const { status, text } = await stranger.send(method, at, body);
      expect(status, text).to.be.within(200, 204);
    }
    expect((await remove()).status).to.equal(204);
    expect((await stranger.get('/api/me')).body['intern']).to.equal(null);
    for (const table of [
      'push_subscription',
      'notification',
      'saved_search',
      'favourite',
      'favourite_operation',
      'status_request',
    ])
      expect(await sql(`select from ${table}`), table).to.deep.equal([]);
    expect(await sql('select from roster_entry where order_checked is not null')).to.deep.equal([]);
  });

  it('opens by none of its links again; one that was asked for with the INE stays good', async () => {
    await house.ask(await house.match());
    const own = await house.token();
    await house.ask(await house.match({ ine: '0000' }), 'ailleurs@exemple.fr');
    let second = own;
    await eventually('the second link', async () => (second = await house.token()) !== own);
    await signUpStranger();
    await stranger.send('POST', '/api/password/forgotten', { realm: 'intern', email: STRANGER });
    const reset = await mailedLink(house.api.database, 'mot-de-passe');
    expect((await remove()).status).to.equal(204);
    expect((await house.finish(second)).body).to.include({ code: 'LINK_ENDED' });
    const looked = await house.api.visitor().send('POST', '/api/password/link', { token: reset });
    expect(looked.body).to.include({ code: 'LINK_ENDED' });
    expect((await house.finish(own)).status).to.equal(200);
  });

  it('is told to its own address, with neither whom it was made for nor why, and stands in the record', async () => {
    await signUpStranger();
    await remove();
    const letter = await eventually('the letter', async () => {
      const [found] = await sql<{ recipient: string; text: string }>(
        `select recipient, body_text as text from dev_mail where subject = 'Votre compte est supprimé'`,
      );
      return found ?? null;
    });
    expect(letter.recipient).to.equal(STRANGER);
    expect(letter.text)
      .to.include('Appelez-nous')
      .and.not.match(/Œuvrard|INE-SECRET|3 mars/iu);
    const { body } = await desk.get(`${path()}/file`);
    const acts = body['acts'] as readonly { readonly act: string }[];
    expect(acts.find(({ act }) => act === 'deleteAccount')).to.include({ by: 'Nadia Ferhat', reason });
    expect(await sql(`select from desk_act where detail::text like '%@%'`)).to.deep.equal([]);
  });

  it('stays where it is confirmed, or is another than the one that was shown', async () => {
    expect((await remove()).body, 'nobody’s').to.include({ code: 'NO_ACCOUNT' });
    await signUpStranger();
    expect((await remove('autre@exemple.fr')).body).to.include({ code: 'NO_ACCOUNT' });
    expect((await desk.send('POST', `${path()}/delete-account`, { reason })).status).to.equal(400);
    await sql(`update roster_entry set email = ? where person = ?`, [STRANGER, house.seeded.people[0]]);
    expect((await remove()).body, 'by the roster’s address').to.include({ code: 'ACCOUNT_CONFIRMED' });
    await sql(`update roster_entry set email = '' where person = ?`, [house.seeded.people[0]]);
    await desk.send('POST', `${path()}/confirm`, { reason });
    const refused = await remove();
    expect([refused.status, refused.body['code']]).to.deep.equal([409, 'ACCOUNT_CONFIRMED']);
    expect(await house.accounts()).to.deep.equal([{ email: STRANGER }]);
  });

  it('goes or is confirmed, never both, when two moderators do it at once', async () => {
    await signUpStranger();
    const [deleted, confirmed] = await Promise.all([
      remove(),
      desk.send('POST', `${path()}/confirm`, { reason }),
    ]);
    expect([deleted.status, confirmed.status].toSorted((a, b) => a - b)).to.deep.equal([204, 409]);
    expect(await house.accounts()).to.have.length(deleted.status === 204 ? 0 : 1);
  });
});

describe('in a live session, an account to be confirmed', () => {
  it('[ASVS 7.4.2] that is deleted is put out of the room', async () => {
    const live = await liveApi();
    try {
      const email = 'interne1@stage.example';
      await live.sql('update account set to_be_confirmed = true where email = ?', [email]);
      await live.sql(`update roster_entry set email = ''`);
      const room = await live.enter(1);
      await live.start();
      const person = live.theatre.person(1);
      const deleted = await live.desk.send('POST', `/api/desk/people/${person}/delete-account`, {
        reason,
        email,
      });
      expect(deleted.status, deleted.text).to.equal(204);
      expect((await room.untilClosed()).code).to.equal(CLOSE_CODES.SIGNED_OUT.code);
    } finally {
      await live.close();
    }
  });
});
