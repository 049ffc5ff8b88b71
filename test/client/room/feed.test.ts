/** The bell's messages: what was announced, what was written to one, what happened. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { entryOf, merged, unread } from '../../../client/notifications/entry.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { feedOf, happenedIn, noticesFor } from '../../../client/room/feed.ts';

const NONE = { notices: [], messages: [], happened: [], directory: null, kept: [] };

describe('the bell', () => {
  it('holds what was said to all and to me alone, the newest first', () => {
    const feed = feedOf({
      ...NONE,
      notices: [{ kind: 'message', at: 1_000, text: 'Reprise dans une minute.' }],
      messages: [{ at: 2_000, text: 'Appelez-nous.' }],
    });
    expect(feed.map(({ from, text }) => `${from}: ${text}`)).to.deep.equal([
      'ARS, pour vous: Appelez-nous.',
      'ARS: Reprise dans une minute.',
    ]);
  });

  it('says which way the offer changed, and why', () => {
    const [entry] = feedOf({
      ...NONE,
      notices: [{ kind: 'postBlocked', at: 1_000, posts: [], reason: 'travaux' }],
    });
    expect(entry?.text).to.contain('retiré de l’offre').and.to.contain('travaux');
  });

  it('[V12] tells of the offer whichever session of the amphitheatre it changed in, of messages those to my own', () => {
    const blocked = { kind: 'postBlocked', at: 1_000, posts: [], reason: 'travaux' } as const;
    const said = (text: string) => ({ kind: 'message', at: 2_000, text }) as const;
    const sessions = [
      { id: 1 as SessionId, notices: [blocked, said('À la première.')] },
      { id: 2 as SessionId, notices: [said('À la seconde.')] },
    ];
    expect(noticesFor(sessions, 2 as SessionId)).to.deep.equal([blocked, said('À la seconde.')]);
  });

  it('says of an opened amphitheatre when one’s session begins, and where that is not known yet', () => {
    const opened = (startsAt: number | null): string =>
      entryOf({
        key: 'opened',
        kind: 'amphitheatreOpened',
        at: 1_000,
        text: null,
        posts: [],
        favourite: false,
        startsAt,
        until: null,
        ahead: null,
        awaited: false,
        service: null,
        establishment: null,
        request: null,
        mandate: null,
        erased: false,
        read: false,
      }).text;
    expect(opened(Date.UTC(2027, 2, 1, 8))).to.equal(
      'Votre amphithéâtre est ouvert. Votre session commence lundi 1er mars à 9\u00a0h (heure de Paris).',
    );
    expect(opened(null)).to.equal('Votre amphithéâtre est ouvert. L’heure est à fixer.');
  });

  it('holds what the server keeps and the socket tells once, with what either knows of it', () => {
    const server = { favourite: true, momentary: false, read: true, place: '1000.j1-7' };
    const kept = [
      { ...server, key: 'postBlocked 1000', at: 1_000, from: 'ARS', text: 'de la base' },
      {
        ...server,
        key: 'turn 500',
        at: 500,
        from: null,
        text: 'C’est à vous.',
        read: false,
        place: '500.n1',
      },
    ] as const;
    const notices = [{ kind: 'postBlocked', at: 1_000, posts: [], reason: 'travaux' }] as const;
    const feed = feedOf({ ...NONE, notices, kept });
    expect(feed.map(({ key, favourite, read, place }) => [key, favourite, read, place])).to.deep.equal([
      ['postBlocked 1000', true, true, '1000.j1-7'],
      ['turn 500', true, false, '500.n1'],
    ]);
    expect(unread(feed)).to.equal(1);
    expect(merged(feed, kept)).to.have.lengthOf(2);
  });

  it('keeps a resume with how long the pause was', () => {
    expect(happenedIn([{ kind: 'resumed', at: 220_000 }], 0).map(({ text }) => text)).to.deep.equal([
      'reprise après une pause de 3\u00a0min\u00a040\u00a0s.',
    ]);
    expect(happenedIn([{ kind: 'resumed', at: 220_000 }], null)).to.deep.equal([]);
  });
});
