/** The posts that a moderator may give to one person: `mayChoose`'s own answers, on what the room knows of seats. */
import { expect } from 'chai';
import { pickablePosts, searched } from '../../../client/desk/pickable.ts';
import type { Directory } from '../../../machines/directory.ts';
import type { LineId, PostId, SpecialtyId } from '../../../machines/ids.ts';
import { fromSnapshot, toSnapshot } from '../../../machines/session/public-state.ts';
import type { DeskPerson } from '../../../machines/wire/frames.ts';
import { AT, DIRECTORY, deskPerson, person, POST, runningState, SERVICE } from './fixtures.ts';

const [RESERVED, BLOCKED, SECOND] = [12 as PostId, 13 as PostId, 14 as PostId];
const bare = { service: SERVICE, line: 11 as LineId, accreditation: '', reservedFor: null, earmark: null };

/** Four posts: two of one line, one for another DES, one taken out of the offer. */
const directory: Directory = {
  ...DIRECTORY,
  posts: [
    { ...bare, id: RESERVED, number: '12-2', line: 12 as LineId, reservedFor: 2 as SpecialtyId },
    { ...bare, id: BLOCKED, number: '12-3' },
    { ...bare, id: POST, number: '12-1' },
    { ...bare, id: SECOND, number: '12-4', earmark: 'Cancérologie' },
  ],
};

function picked(
  who: Partial<DeskPerson>,
  holder: Partial<DeskPerson> | null = null,
  from: PostId | null = null,
  cap: number | null = null,
) {
  const filled = holder !== null && holder.status !== 'supernumeraryNonValidating';
  const state = fromSnapshot({
    ...toSnapshot(runningState()),
    posts: [
      [POST, filled ? 1 : 0, 0],
      [RESERVED, 0, 0],
      [BLOCKED, 0, 1],
      [SECOND, 0, 0],
    ],
  });
  const people = [
    deskPerson(2, who),
    ...(holder === null ? [] : [deskPerson(1, holder), deskPerson(3, holder)]),
  ];
  const desk = new Map(people.map(one => [one.person, one]));
  const posts = pickablePosts({ state, directory, people: desk, supernumeraryCap: cap }, person(2), from);
  return Object.fromEntries(posts.map(({ post, refusal }) => [post.id, refusal?.code ?? 'possible']));
}

const holds = (post: PostId, turn: number | null = 1): Partial<DeskPerson> => ({
  state: { kind: 'chosen', post, at: AT, turn },
});

describe('the posts that one person may be given', () => {
  it('are those that the rules take, the others with their reason', () => {
    expect(picked({})).to.deep.equal({
      [POST]: 'possible',
      [SECOND]: 'possible',
      [RESERVED]: 'RESERVED',
      [BLOCKED]: 'BLOCKED',
    });
  });

  it('come with the possible ones first', () => {
    const posts = pickablePosts(
      {
        state: runningState(),
        directory,
        people: new Map([[person(2), deskPerson(2)]]),
        supernumeraryCap: null,
      },
      person(2),
      null,
    );
    expect(posts.map(({ refusal }) => refusal === null)).to.deep.equal([true, true, true, false]);
  });

  it('leave a filled seat to supernumeraries', () => {
    expect(picked({}, holds(POST))).to.include({ [POST]: 'FILLED', [SECOND]: 'possible' });
    expect(picked({ status: 'supernumeraryNonValidating' }, holds(POST))).to.include({ [POST]: 'possible' });
  });

  it('count who sits on the line before a validating supernumerary', () => {
    const validating = { status: 'supernumeraryValidating' } as const;
    // One holder of better order, one of worse, two seats: one is left for that rank.
    expect(picked(validating, holds(POST))).to.include({ [POST]: 'possible' });
    // Assigned after the last session: both count as better.
    expect(picked(validating, holds(POST, null))).to.include({ [POST]: 'FILLED_BY_BETTER_RANK' });
  });

  it('[S8] are none of a service that has as many supernumeraries as the setting allows, for another one of them', () => {
    const beside = { ...holds(POST), status: 'supernumeraryNonValidating' } as const;
    const own = { status: 'supernumeraryValidating' } as const;
    expect(picked(own, beside, null, 2)).to.include({ [POST]: 'CAP_REACHED', [SECOND]: 'CAP_REACHED' });
    expect(picked(own, beside, null, 3)).to.include({ [POST]: 'possible' });
    expect(picked({}, beside, null, 2)).to.include({ [POST]: 'possible' });
    // A correction leaves the place first: one’s own is not counted.
    expect(picked({ ...own, ...holds(SECOND) }, beside, SECOND, 3)).to.include({ [POST]: 'possible' });
  });

  it('are other ones than the post that is corrected', () => {
    expect(picked(holds(POST), null, POST)).to.include({ [POST]: 'SAME_POST', [SECOND]: 'possible' });
  });

  it('are found by service, establishment, town, earmark and number, accents forgiven', () => {
    const people = new Map([[person(2), deskPerson(2)]]);
    const posts = pickablePosts(
      { state: runningState(), directory, people, supernumeraryCap: null },
      person(2),
      null,
    );
    const numbers = (words: string) => searched(posts, words).map(({ post }) => post.number);
    expect(numbers('')).to.have.length(4);
    expect(numbers('avicenne DIGESTIVE')).to.have.length(4);
    expect(numbers('cancerologie')).to.deep.equal(['12-4']);
    expect(numbers('12-1')).to.deep.equal(['12-1']);
    expect(numbers('poissy')).to.deep.equal([]);
  });
});
