/** Mailed links: single use, short-lived, limited, made with their mail or not at all. */
import { expect } from 'chai';
import { endLinks, mailLink } from '../../api/mailed-links/mail-link.ts';
import type { WantedLink } from '../../api/mailed-links/mail-link.ts';
import { linkToken } from '../../api/mailed-links/link-token.ts';
import { lookAtLink, purgeLinks, useLink } from '../../api/mailed-links/open-link.ts';
import { LINK_LIFE_S } from '../../api/mailed-links/purposes.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';

const CONFIG = { tokenSecret: 'a secret of the tests alone, 32 letters', publicUrl: 'https://choix.example' };
const WANTED: WantedLink = {
  purpose: 'confirmEmail',
  subject: 'intern:7',
  email: 'Etienne@exemple.fr',
  detail: { intern: 7 },
};

describe('mailed links', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await testDatabase()));
  afterEach(() => database.drop());

  const mail = (more: Partial<WantedLink> = {}) =>
    database.transaction(sql => mailLink(sql, CONFIG, { ...WANTED, ...more }));
  /** As the letter derives it. */
  const token = async (link?: number): Promise<string> => {
    const [row] = await database.sql<{ id: number; createdAt: number }>(
      `select id, (extract(epoch from created_at) * 1000)::float8 as "createdAt" from mailed_link
      where id = coalesce(?::int, (select max(id) from mailed_link))`,
      [link ?? null],
    );
    return linkToken(CONFIG.tokenSecret, row?.id ?? 0, row?.createdAt ?? 0);
  };
  const earlier = (seconds: number) =>
    database.sql(`update mailed_link set created_at = created_at - make_interval(secs => ?::int)`, [seconds]);
  const jobs = () =>
    database.sql<{ kind: string; recipient: string }>(
      `select kind, recipient from mail join graphile_worker.jobs on jobs.key = mail.message_id order by mail.id`,
    );

  it('[ASVS 6.5.1] are good once: the second of two uses is too late', async () => {
    await mail();
    const held = await token();
    const uses = await Promise.all([1, 2].map(() => useLink(database.sql, 'confirmEmail', held)));
    expect(uses.filter(use => use !== null)).to.have.length(1);
    expect(await lookAtLink(database.sql, 'confirmEmail', held)).to.equal(null);
  });

  it('[ASVS 6.4.1] may be looked at as often as a mail scanner likes', async () => {
    await mail();
    const held = await token();
    for (let look = 0; look < 3; look++)
      expect(await lookAtLink(database.sql, 'confirmEmail', held)).to.include({
        subject: 'intern:7',
        email: 'Etienne@exemple.fr',
      });
    expect((await useLink(database.sql, 'confirmEmail', held))?.detail).to.deep.equal({ intern: 7 });
  });

  it('[ASVS 6.4.1] open nothing after their time', async () => {
    await mail();
    const held = await token();
    const [row] = await database.sql<{ life: number }>(
      'select extract(epoch from expires_at - created_at)::int as life from mailed_link',
    );
    expect(row?.life).to.be.closeTo(LINK_LIFE_S.confirmEmail, 1);
    await database.sql(`update mailed_link set expires_at = now()`);
    expect(await lookAtLink(database.sql, 'confirmEmail', held)).to.equal(null);
    expect(await useLink(database.sql, 'confirmEmail', held)).to.equal(null);
  });

  it('[ASVS 6.5.1] are over once replaced or taken back, and serve no other purpose', async () => {
    await mail();
    const first = await token();
    await earlier(61);
    await mail();
    expect(await useLink(database.sql, 'confirmEmail', first)).to.equal(null);
    const second = await token();
    expect(await useLink(database.sql, 'resetPassword', second)).to.equal(null);
    await endLinks(database.sql, 'confirmEmail', 'intern:7');
    expect(await useLink(database.sql, 'confirmEmail', second)).to.equal(null);
  });

  it('leave with their mail or not at all', async () => {
    await mail();
    expect(await jobs()).to.deep.equal([{ kind: 'confirmEmail', recipient: 'Etienne@exemple.fr' }]);
    const undone = database.transaction(async sql => {
      await mailLink(sql, CONFIG, { ...WANTED, subject: 'intern:8', email: 'autre@exemple.fr' });
      throw new Error('rolled back');
    });
    await undone.catch(() => undefined);
    expect(await jobs()).to.have.length(1);
    expect(await database.sql('select 1 from mailed_link')).to.have.length(1);
  });

  it('[ASVS 6.3.1] leave after 60 s again, five times a day, to one address however it is written', async () => {
    const kinds: string[] = [];
    for (let time = 0; time < 6; time++) {
      kinds.push((await mail({ subject: `intern:${time}`, email: 'ETIENNE@exemple.fr' })).kind);
      if (time === 0) kinds.push((await mail()).kind);
      await earlier(61);
    }
    expect(kinds.join(' ')).to.equal('mailed tooSoon mailed mailed mailed mailed enoughToday');
    expect((await mail({ email: 'autre@exemple.fr' })).kind, 'another address is not concerned').to.equal(
      'mailed',
    );
    expect((await mail({ atOnce: true })).kind, 'a moderator need not wait').to.equal('mailed');
  });

  it('leave one mail where two are asked at once, and the former link stays good', async () => {
    const kinds = await Promise.all([mail(), mail(), mail()]);
    expect(kinds.map(({ kind }) => kind).sort()).to.deep.equal(['mailed', 'tooSoon', 'tooSoon']);
    expect(await useLink(database.sql, 'confirmEmail', await token())).to.not.equal(null);
  });

  it('[ASVS 7.2.3] have 256 bits of which the database keeps a hash', async () => {
    await mail();
    const held = await token();
    expect(Buffer.from(held, 'base64url')).to.have.length(32);
    const [row] = await database.sql<{ text: string }>(
      `select concat(to_jsonb(mailed_link)::text, to_jsonb(mail)::text) as text from mailed_link, mail`,
    );
    expect(row?.text).not.to.include(held);
  });

  it('go with the address a month after their time', async () => {
    await mail();
    await database.sql(`update mailed_link set expires_at = now() - interval '29 days'`);
    await purgeLinks(database.sql);
    expect(await database.sql('select 1 from mailed_link')).to.have.length(1);
    await database.sql(`update mailed_link set expires_at = now() - interval '31 days'`);
    await purgeLinks(database.sql);
    expect(await database.sql('select 1 from mailed_link')).to.have.length(0);
  });
});
