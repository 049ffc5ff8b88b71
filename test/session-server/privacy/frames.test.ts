/** Every kind of frame is opened, as the public, an intern and the holder of a mandate (domain §8): nothing but the list. */
import { expect } from 'chai';
import type { ZodType } from 'zod';
import type { Desk, ServerFrame } from '../../../machines/wire/frames.ts';
import type { Theatre } from '../support/theatre.ts';
import type { Watcher } from '../support/watcher.ts';
import { ownFrame, publicFactKinds, publicFrame } from './public-words.ts';
import { SECRET, withoutOwn } from './plant.ts';
import { playEverything, THEIRS, TO_THE_FOURTH } from './whole-play.ts';
import type { Played } from './whole-play.ts';

/** Acts on the amphitheatre stand in no journal: watchers get a new snapshot. */
const NEVER_IN_A_DELTA = ['stateChanged'];

const OWN = ['you', 'ahead', 'favourites', 'bell', 'changed', 'accepted', 'refused'];
const isOwn = ({ type }: ServerFrame): boolean => OWN.includes(type);

describe('privacy: frames', () => {
  let played: Played;
  // One long play; the tests below only read what was told.
  before(async () => {
    played = await playEverything();
    const { theatre, visitor } = played;
    const { amphitheatre, session } = theatre.stage;
    // Resumes what the restart cut off, so that the stream is heard without a hole.
    const late = await theatre.watcher(null, visitor.all('delta').at(-1)?.pub ?? 0);
    await emptyTheLine(theatre);
    await late.fact('idle');
    const moderator = await theatre.moderator();
    await moderator.ask(session, { type: 'close', on: 'running', force: null });
    await late.fact('closed');
    await late.hello(amphitheatre);
    visitor.frames.push(...late.frames);
    visitor.texts.push(...late.texts);
  });
  after(() => played.theatre.close());

  /** Everybody still to call is excused or marked absent. */
  const emptyTheLine = async (theatre: Theatre): Promise<void> => {
    const moderator = await theatre.moderator();
    const { session } = theatre.stage;
    const reason = `${SECRET} de fin`;
    const { people } = (await moderator.until('desk', frame => frame.type === 'desk')) as ServerFrame & Desk;
    for (const { person, state } of people)
      if (state.kind === 'waiting' || state.kind === 'returned')
        await moderator.ask(session, { type: 'excuse', person, reason, on: state.kind });
    const again = await theatre.moderator();
    const now = again.all('snapshot').at(-1)?.state.sessions[0]?.called;
    if (now)
      await again.ask(session, {
        type: 'markAbsent',
        person: now.person,
        turn: now.turn,
        on: now.mode,
        reason,
      });
  };
  const fits = (shape: ZodType, frames: readonly ServerFrame[]): void => {
    for (const frame of frames)
      expect(shape.safeParse(frame).error?.issues, JSON.stringify(frame).slice(0, 2_000)).to.equal(undefined);
  };
  /** But one's own. */
  const secretsIn = ({ texts }: Watcher, order?: number): readonly string[] =>
    texts.filter(text => {
      const own = order === undefined ? text : withoutOwn(text, played.theatre.person(order), THEIRS[order]);
      return own.includes(SECRET);
    });

  it('[V17] everybody’s hold nothing but the list of the domain, field by field', () => {
    fits(publicFrame, played.visitor.frames);
    expect(secretsIn(played.visitor)).to.deep.equal([]);
  });

  it('[V17] and each kind of public fact was among them', () => {
    const seen = new Set(
      played.visitor.frames.flatMap(frame => {
        const deltas = frame.type === 'delta' ? [frame] : frame.type === 'resumed' ? frame.deltas : [];
        return deltas.flatMap(({ facts }) => facts.map(({ kind }) => kind as string));
      }),
    );
    const missing = publicFactKinds.filter(kind => !seen.has(kind) && !NEVER_IN_A_DELTA.includes(kind));
    expect(missing).to.deep.equal([]);
  });

  it('[V1] name no person and post together, in whatever part', () => {
    const together: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const keys = Object.keys(value);
      if (keys.includes('person') && (keys.includes('post') || keys.includes('posts')))
        together.push(JSON.stringify(value));
      for (const inner of Object.values(value)) look(inner);
    };
    for (const frame of played.visitor.frames) look(frame);
    expect(together).to.deep.equal([]);
  });

  it('[V18] an intern’s are everybody’s and those about this intern alone', () => {
    for (const [order, watcher] of played.interns) {
      fits(
        publicFrame,
        watcher.frames.filter(frame => !isOwn(frame)),
      );
      fits(ownFrame, watcher.frames.filter(isOwn));
      expect(secretsIn(watcher, order), `intern ${order}`).to.deep.equal([]);
      for (const you of watcher.all('you')) expect(you.person).to.equal(played.theatre.person(order));
    }
  });

  it('[V18] a message to one reaches that one’s own frames and nobody else’s', () => {
    const told = [...played.interns].filter(([, watcher]) =>
      watcher.texts.some(text => text.includes(TO_THE_FOURTH)),
    );
    expect(told.map(([order]) => order)).to.deep.equal([4]);
    expect(played.visitor.texts.join('')).not.to.contain(TO_THE_FOURTH);
  });

  it('[V19] a holder’s are everybody’s and what the domain lets them know of their intern', () => {
    const { holder, theatre } = played;
    fits(
      publicFrame,
      holder.frames.filter(frame => !isOwn(frame)),
    );
    fits(ownFrame, holder.frames.filter(isOwn));
    expect(holder.texts.filter(text => text.includes(SECRET))).to.deep.equal([]);
    expect(holder.all('you').map(({ person }) => person)).to.include(theatre.person(3));
  });

  it('[V20] reasons, evidence, telephones and late choices are told in the moderators’ room', () => {
    const told = played.moderator.texts.filter(text => text.startsWith('{"type":"row"')).join('');
    for (const word of ['evidence', 'lateChoice', 'phoneRead', `${SECRET} des gestionnaires`])
      expect(told).to.contain(word);
    expect(told).not.to.contain(`${SECRET}-roster_entry.phone`);
  });
});
