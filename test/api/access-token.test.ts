/** Access tokens: only what we signed, for this realm, in its time, untouched. */
import { expect } from 'chai';
import { SignJWT } from 'jose';
import { ACCESS_TOKEN_S, readAccessToken, signAccessToken } from '../../api/sign-in/access-token.ts';
import type { AccountId, LoginId } from '../../machines/ids.ts';

const config = {
  tokenSecret: 'a secret of at least thirty-two characters',
  publicUrl: 'https://choix.example',
};
const key = new TextEncoder().encode(config.tokenSecret);
const NOW = Date.UTC(2027, 2, 22, 9);
const TOKEN = { login: 7 as LoginId, account: 3 as AccountId };

/** A token right in everything but what the test changes. */
const forged = (change: { readonly header?: object; readonly claims?: object } = {}): SignJWT =>
  new SignJWT({
    login: 7,
    sub: '3',
    iss: config.publicUrl,
    aud: 'intern',
    iat: NOW / 1000,
    exp: NOW / 1000 + 60,
    ...change.claims,
  }).setProtectedHeader({
    alg: 'HS256',
    typ: 'at+jwt',
    ...change.header,
  });

const read = (text: string, now = NOW) => readAccessToken(config, 'intern', text, now);

describe('an access token', () => {
  it('says which login and account it was made for', async () => {
    expect(await read(await signAccessToken(config, 'intern', TOKEN, NOW))).to.deep.equal(TOKEN);
    expect(await read(await forged().sign(key))).to.deep.equal(TOKEN);
  });

  const wrong: readonly (readonly [string, () => Promise<string>])[] = [
    ['[ASVS 9.1.2] of another algorithm', () => forged({ header: { alg: 'HS512' } }).sign(key)],
    [
      '[ASVS 9.1.2] of no algorithm',
      async () => `${btoa('{"alg":"none","typ":"at+jwt"}')}.${(await forged().sign(key)).split('.')[1]}.`,
    ],
    ['[ASVS 9.2.2] of another type', () => forged({ header: { typ: 'JWT' } }).sign(key)],
    ['[ASVS 9.2.3] for another realm', () => forged({ claims: { aud: 'moderator' } }).sign(key)],
    ['of another installation', () => forged({ claims: { iss: 'https://autre.example' } }).sign(key)],
    ['[ASVS 9.1.1] signed by somebody else', () => forged().sign(new TextEncoder().encode('x'.repeat(40)))],
    ['without an end', () => forged({ claims: { exp: undefined } }).sign(key)],
    ['without a login', () => forged({ claims: { login: undefined } }).sign(key)],
    ['that is no token', async () => 'nonsense'],
  ];
  for (const [what, make] of wrong)
    it(`${what} is refused`, async () => {
      expect(await read(await make())).to.equal(null);
    });

  it('[ASVS 9.1.1] with a changed claim is refused', async () => {
    const [header, , signature] = (await forged().sign(key)).split('.');
    const [, other] = (await forged({ claims: { sub: '1' } }).sign(key)).split('.');
    expect(await read(`${header}.${other}.${signature}`)).to.equal(null);
  });

  it('[ASVS 9.2.1] is refused when its ten minutes are over', async () => {
    const text = await signAccessToken(config, 'intern', TOKEN, NOW);
    expect(await read(text, NOW + (ACCESS_TOKEN_S - 1) * 1000)).to.deep.equal(TOKEN);
    expect(await read(text, NOW + (ACCESS_TOKEN_S + 1) * 1000)).to.equal(null);
  });
});
