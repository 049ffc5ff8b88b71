/** «Télécharger mes données» over HTTP: after the password, a few times an hour, to oneself alone, as a file nobody keeps. */
import { expect } from 'chai';
import { DEFAULT_LIMITS } from '../../../api/http/limits.ts';
import { ownData } from '../../../api/own-data-answers.ts';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import type { SignInRealm } from '../../../machines/wire/frames.ts';
import { PASSWORD, runningApi } from '../support/running-api.ts';
import type { Answer, RunningApi } from '../support/running-api.ts';
import { HOLDER, INTERN, MODERATOR, ownDataScene } from './scene.ts';

const EMAILS = { intern: INTERN, mandatary: HOLDER, moderator: MODERATOR } as const;

describe('one’s own data, handed over', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi({ limits: { ...DEFAULT_LIMITS, exportsPerHour: 2 } });
    await ownDataScene(api.database.sql);
    await api.database.sql('update account set password_hash = ?', [await hashPassword(PASSWORD)]);
    await api.database.sql('delete from authenticator');
    await api.database.sql('delete from passkey');
  });
  afterEach(() => api.close('madeUp'));

  const signedIn = async (realm: SignInRealm) => {
    const visitor = api.visitor();
    await visitor.send('POST', '/api/login', { realm, email: EMAILS[realm], password: PASSWORD });
    return (password: string = PASSWORD): Promise<Answer> =>
      visitor.send('POST', `/api/me/data?realm=${realm}`, { password });
  };

  for (const realm of ['intern', 'mandatary', 'moderator'] as const)
    it(`is a file in its documented shape: ${realm}`, async () => {
      const answer = await (await signedIn(realm))();
      expect(answer.status, answer.text).to.equal(200);
      expect(ownData.parse(answer.body)).to.deep.include({
        format: 'amphitheatre-own-data',
        version: 1,
        realm,
      });
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect(answer.headers.get('content-disposition')).to.match(
        /^attachment; filename="mes-donnees-\d{4}-\d\d-\d\d\.json"/u,
      );
    });

  it('holds what an intern is known by, made and was told', async () => {
    const data = ownData.parse((await (await signedIn('intern'))()).body);
    expect(data.identity).to.include({ ine: 'INE-SECRET-1', name: 'Œuvrard' });
    expect(data.roster).to.have.length(1);
    expect(data.roster[0]).to.include({
      semester: '2027-05',
      group: 'Spécialités chirurgicales',
      callOrder: 1,
    });
    expect(data.assignments[0]).to.include({
      post: '101-1',
      service: 'Chirurgie digestive',
      certificateCode: 'code0',
    });
    expect(data.favourites.map(({ post }) => post)).to.deep.equal([null, '101-1']);
    expect(data.actsAboutYou.map(({ act }) => act)).to.include.members(['correctRoster', 'excuse']);
    expect(data.sessionFacts).to.deep.equal([
      {
        semester: '2027-05',
        session: 1,
        rehearsal: false,
        at: '1970-01-01T00:00:01.000Z',
        kind: 'absent',
        post: null,
        detail: { cause: 'notConnected' },
      },
    ]);
  });

  it('[ASVS 14.2.6] holds no secret, no reason that moderators alone read, and of the holder the e-mail alone', async () => {
    await api.database.sql(`update status_request set decision = 'approved'`);
    const { text } = await (await signedIn('intern'))();
    expect(text).to.contain(HOLDER);
    expect(text).not.to.match(/argon2|hash|p256dh|sealed|motif|push\.example\/|"07"|Gestion/u);
  });

  it('hides whose presence was the holder’s while a mandate was held', async () => {
    await api.database.sql(
      `insert into journal (session_id, seq, amphitheatre_id, at, who, command, facts, rules, hash)
      select id, 100 + seen.at, amphitheatre_id, seen.at * 1000, '{}', '{}',
        '[{"kind": "presence", "person": "person0001", "connected": true}]', 1, ''
      from session, unnest(array[10, 20, 30]) seen (at)`,
    );
    await api.database.sql('update mandate set accepted_at = to_timestamp(15), ended_at = to_timestamp(25)');
    const data = ownData.parse((await (await signedIn('intern'))()).body);
    expect(data.sessionFacts.filter(({ kind }) => kind === 'presence').map(({ at }) => at)).to.deep.equal([
      '1970-01-01T00:00:10.000Z',
      '1970-01-01T00:00:30.000Z',
    ]);
  });

  it('tells a holder and a moderator nothing of the interns they act for', async () => {
    for (const realm of ['mandatary', 'moderator'] as const) {
      const data = ownData.parse((await (await signedIn(realm))()).body);
      expect(data).to.deep.include({
        identity: null,
        roster: [],
        assignments: [],
        favourites: [],
        sessionFacts: [],
      });
      expect(JSON.stringify(data)).not.to.match(/person000|Œuvrard|INE-SECRET|101-1/u);
    }
  });

  it('keeps the roster’s words from an account that is to be confirmed', async () => {
    await api.database.sql('update account set to_be_confirmed = true');
    const data = ownData.parse((await (await signedIn('intern'))()).body);
    expect(data.account.toBeConfirmed).to.equal(true);
    expect(data.mandates).to.deep.equal([]);
    expect(JSON.stringify(data)).not.to.match(/INE-SECRET|roster\.example|person0001/u);
  });

  it('[ASVS 7.5.3] asks for the password once more, and for a login', async () => {
    const ask = await signedIn('intern');
    expect((await ask('un autre mot de passe')).body).to.include({ code: 'PASSWORD_WRONG' });
    const stranger = await api.visitor().send('POST', '/api/me/data', { password: PASSWORD });
    expect(stranger.status).to.equal(401);
  });

  it('is made a few times an hour for one account, whatever others ask', async () => {
    const ask = await signedIn('intern');
    for (const _ of [1, 2]) expect((await ask()).status).to.equal(200);
    const refused = await ask();
    expect(refused.body).to.include({ status: 429, code: 'EXPORTED_LATELY' });
    expect(refused.headers.get('retry-after')).to.equal('3600');
    expect((await (await signedIn('moderator'))()).status).to.equal(200);
  });
});
