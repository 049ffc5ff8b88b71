/** What signing up tells nobody, and what it does not take. */
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { eventually } from '../support/eventually.ts';
import { testConfig } from './support/running-api.ts';
import { NEW_EMAIL, signingUp } from './support/signing-up.ts';
import type { SigningUp } from './support/signing-up.ts';

describe('the doors of signing up', () => {
  let house: SigningUp;
  beforeEach(async () => (house = await signingUp()));
  afterEach(() => house.close());

  it('[ASVS 6.3.8] answers a match and a miss after the same time', async () => {
    for (const more of [{}, { name: 'Martin' }]) {
      const began = performance.now();
      await house.match(more);
      expect(performance.now() - began).to.be.at.least(399);
    }
  });

  it('[ASVS 6.3.8] answers alike whoever has an account, and tells the account at its own address', async () => {
    await house.api.signedIn({
      realm: 'intern',
      email: 'vraie@exemple.fr',
      person: house.seeded.people[0] ?? '',
    });
    await house.api.signedIn({
      realm: 'intern',
      email: 'zoe@exemple.fr',
      person: house.seeded.people[1] ?? '',
    });
    const first = await house.ask(await house.match(), 'autre@exemple.fr');
    const other = await house.ask(
      await house.match({ ine: 'INE-SECRET-3', name: 'Etage', firstName: 'Alix' }),
      'zoe@exemple.fr',
    );
    expect([first.status, first.text, other.status, other.text]).to.deep.equal([204, '', 204, '']);
    await eventually('both letters', async () => {
      const letters = await house.api.database.sql<{ recipient: string; subject: string }>(
        'select recipient, subject from dev_mail order by recipient',
      );
      return (
        JSON.stringify(letters.map(({ recipient }) => recipient)) ===
          JSON.stringify(['vraie@exemple.fr', 'zoe@exemple.fr']) &&
        letters.every(({ subject }) => subject === 'Vous avez déjà un compte')
      );
    });
    expect(await house.accounts()).to.have.length(2);
    expect((await house.ask(await house.match(), 'autre@exemple.fr')).body, 'asked again at once').to.include(
      {
        code: 'MAIL_TOO_SOON',
      },
    );
  });

  it('[ASVS 6.3.1] waits a minute after ten tries of one name, whatever else is guessed', async () => {
    const tries = await Promise.all(
      Array.from({ length: 11 }, (_, guess) => house.match({ ine: `GUESS-${guess}` })),
    );
    expect(tries.filter(({ status }) => status === 429)).to.have.length(1);
    expect((await house.match({ name: 'École', firstName: 'Zoé', ine: 'INE-SECRET-2' })).status).to.equal(
      200,
    );
  });

  it('[ASVS 2.2.1] names each field that is not what it should be, and never what was sent', async () => {
    await house.ask(await house.match());
    const held = await house.token();
    const bad: Readonly<Record<string, unknown>> = {
      birthDate: '2024-02-30',
      phone: '06 12 34 56 78\r\nBcc: x@y.fr',
      address: 'x'.repeat(301),
      secretQuestion: 'a\u202eb',
      secretAnswer: ' . ',
    };
    for (const [field, value] of Object.entries(bad)) {
      const answer = await house.finish(held, { [field]: value });
      expect(answer.body, field).to.deep.include({ code: 'INVALID_INPUT', fields: [field] });
      expect(answer.text).not.to.include(String(value).slice(0, 20));
    }
    for (const [field, value] of Object.entries({
      name: 'x'.repeat(101),
      ine: '',
      promotion: 1e9,
      exam: 'x',
    }))
      expect((await house.match({ [field]: value })).body, field).to.deep.include({ fields: [field] });
  });

  it('[ASVS 1.3.11] takes no address that would add a recipient or a header', async () => {
    const matched = await house.match();
    for (const email of ['a@b.fr\r\nBcc: c@d.fr', 'a@b.fr,c@d.fr', '"a"@b.fr', 'a@\u0435xemple.fr'])
      expect((await house.ask(matched, email)).body, email).to.deep.include({ fields: ['email'] });
    expect(await house.api.database.sql('select 1 from mail')).to.have.length(0);
  });

  it('[ASVS 15.3.3] takes nothing beside its fields: nobody confirms or promotes themselves', async () => {
    await house.ask(await house.match({ ine: '0000' }));
    const held = await house.token();
    for (const more of [
      { toBeConfirmed: false },
      { administrator: true },
      { intern: 2 },
      { realm: 'moderator' },
    ])
      expect((await house.finish(held, more)).status, JSON.stringify(more)).to.equal(400);
    expect(await house.accounts()).to.have.length(0);
  });

  it('[ASVS 9.1.2] goes on with a token of its own alone: not forged, expired, unsigned, nor of a sign-in', async () => {
    const config = testConfig();
    const forge = (alg: string, typ: string, aud: string, secret: string, exp: string) =>
      new SignJWT({ byIne: true, login: 1 })
        .setProtectedHeader({ alg, typ })
        .setSubject('1')
        .setIssuer(config.publicUrl)
        .setAudience(aud)
        .setIssuedAt()
        .setExpirationTime(exp)
        .sign(new TextEncoder().encode(secret));
    const { tokenSecret: secret } = config;
    const good = await forge('HS256', 'sign-up+jwt', 'sign-up', secret, '1h');
    const forged = [
      await forge('HS256', 'at+jwt', 'sign-up', secret, '1h'),
      await forge('HS512', 'sign-up+jwt', 'sign-up', secret, '1h'),
      await forge('HS256', 'sign-up+jwt', 'intern', secret, '1h'),
      await forge('HS256', 'sign-up+jwt', 'sign-up', 'another secret of at least 32 letters', '1h'),
      await forge('HS256', 'sign-up+jwt', 'sign-up', secret, '-1s'),
      `${Buffer.from('{"alg":"none","typ":"sign-up+jwt"}').toString('base64url')}.${good.split('.')[1]}.`,
    ];
    for (const matched of forged) {
      const answer = await house.api
        .visitor()
        .send('POST', '/api/sign-up/email', { matched, email: NEW_EMAIL });
      expect(answer.body, matched).to.include({ code: 'SIGN_UP_AGAIN' });
    }
  });

  it('[ASVS 11.4.2] keeps password and secret answer as argon2id hashes alone', async () => {
    await house.signUp();
    const [kept] = await house.api.database.sql<{
      password_hash: string;
      secret_answer_hash: string;
      text: string;
    }>('select password_hash, secret_answer_hash, to_jsonb(account)::text as text from account');
    expect(kept?.password_hash).to.match(/^\$argon2id\$/);
    expect(kept?.secret_answer_hash).to.match(/^\$argon2id\$/);
    expect(kept?.text).not.to.match(/girafes|Jaur/);
  });
});
