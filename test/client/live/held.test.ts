/** The connections that stay for as long as somebody is signed in: one per sign-in, on whatever page. */
import { signal } from '@preact/signals';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Identity, Me } from '../../../client/http/answers.ts';
import { held } from '../../../client/live/held.ts';
import { holdLives } from '../../../client/live/hold.ts';
import type { LinkState } from '../../../client/live/link-state.ts';
import type { Live } from '../../../client/live/live.ts';
import { AMPHITHEATRE, person } from '../stage.ts';

interface Opened {
  readonly realm: string;
  closed: boolean;
  readonly link: { value: LinkState };
}

describe('the connections of who is signed in', () => {
  const identity: Identity = {
    name: 'N',
    firstName: 'P',
    email: 'i@exemple.fr',
    person: person(1),
    callOrder: 1,
    amphitheatre: AMPHITHEATRE,
    session: null,
    edition: null,
    forPerson: null,
    administrator: false,
    toBeConfirmed: false,
    facultyMissing: false,
    seenBy: null,
  };
  const nobody: Me = { intern: null, mandatary: null, moderator: null };
  const me = signal<Me | null>(null);
  let opened: Opened[];
  let end: () => void;

  beforeEach(() => {
    opened = [];
    me.value = null;
    end = holdLives(me, ({ realm }) => {
      const link = signal<LinkState>({ kind: 'live' });
      const one: Opened = { realm, closed: false, link };
      opened.push(one);
      return { link, close: () => (one.closed = true) } as unknown as Live;
    });
  });
  afterEach(() => end());
  const realms = (): string[] => opened.filter(one => !one.closed).map(({ realm }) => realm);

  it('are both there for an intern who holds a mandate, and only theirs', () => {
    me.value = { ...nobody, intern: identity, moderator: { ...identity, person: null } };
    expect(realms()).to.deep.equal(['intern']);
    me.value = { ...me.value, mandatary: { ...identity, email: 'h@exemple.fr', person: person(2) } };
    expect(realms()).to.deep.equal(['intern', 'mandatary']);
    expect([held.intern.value, held.mandatary.value]).not.to.include(null);
  });

  it('are closed at signing out, and opened anew for somebody else', () => {
    me.value = { ...nobody, intern: identity };
    me.value = nobody;
    expect([realms(), held.intern.value]).to.deep.equal([[], null]);
    me.value = { ...nobody, intern: { ...identity, person: person(2) } };
    expect(realms()).to.deep.equal(['intern']);
  });

  it('stay where the same is asked for again, unless the line has come to its end', () => {
    me.value = { ...nobody, intern: identity };
    me.value = { ...nobody, intern: { ...identity } };
    expect(opened).to.have.length(1);
    const [first] = opened;
    if (first) first.link.value = { kind: 'signedOut', mandateEnded: false };
    me.value = { ...nobody, intern: { ...identity } };
    expect([opened.length, first?.closed]).to.deep.equal([2, true]);
  });

  it('are not opened where there is no amphitheatre to follow', () => {
    me.value = { ...nobody, intern: { ...identity, amphitheatre: null } };
    expect(opened).to.deep.equal([]);
  });
});
