/** The picker's answers held against the machine's own, for everybody and every post, whatever has happened before. */
import { expect } from 'chai';
import * as fc from 'fast-check';
import { pickablePosts } from '../../../client/desk/pickable.ts';
import type { Directory } from '../../../machines/directory.ts';
import type { AmphitheatreId, PersonId, PostId, ServiceId } from '../../../machines/ids.ts';
import { seal } from '../../../machines/sealed.ts';
import { decide } from '../../../machines/session/decide.ts';
import type { SessionSnapshot } from '../../../machines/session/decide.ts';
import { capOf, deskPeople } from '../../../machines/session/desk.ts';
import { numberOfPerson, numberOfPost } from '../../../machines/session/numbering.ts';
import { mayChooseIn } from '../../../machines/session/offer.ts';
import { fromSnapshot } from '../../../machines/session/public-state.ts';
import { toArray } from '../../../machines/session/vector.ts';
import type { Live } from '../../../machines/session/verdict.ts';
import type { World } from '../../../machines/session/world.ts';
import { commandOf, presses, worlds } from '../../machines/session/random-commands.ts';
import { SEEDED, seededRuns } from '../../machines/session/random-seed.ts';
import { opened } from '../../machines/session/stage.ts';

const directoryOf = ({ people, posts }: World): Directory => ({
  amphitheatre: 1 as AmphitheatreId,
  edition: 1,
  title: '',
  group: '',
  phase: 'socle',
  semester: '2027-05',
  people: people.map(({ id, callOrder, specialty }) => ({
    id,
    callOrder,
    specialty,
    name: '',
    firstName: '',
  })),
  services: [...new Set(posts.map(({ service }) => service))].map((id: ServiceId) => ({
    id,
    name: '',
    head: '',
    establishment: '',
    city: '',
    department: '',
  })),
  posts: posts.map(({ id, service, line, reservedFor }) => ({
    id,
    service,
    line,
    reservedFor,
    number: '',
    accreditation: '',
    earmark: null,
  })),
  specialties: [],
});

/** As the machine judges it: a choice, or for whoever has chosen a correction. */
function machineSays(
  now: SessionSnapshot,
  at: number,
  person: PersonId,
  from: PostId | null,
  to: PostId,
): string {
  const context = now.context as Live;
  if (from === null) {
    const number = numberOfPerson(context.world, person) ?? 0;
    return mayChooseIn(context, number, numberOfPost(context.world, to) ?? 0)?.code ?? 'possible';
  }
  const decision = decide(now, { type: 'correct', person, from, to, reason: seal('x'), at });
  return decision.kind === 'refused' ? decision.refusal.code : 'possible';
}

describe(`the posts that may be given, ${SEEDED}`, () => {
  it('[C17] [S2] [S8] are to everybody those that the machine takes', () => {
    fc.assert(
      fc.property(worlds, presses, (drawn, all) => {
        const session = opened();
        session.accept({ type: 'start', world: drawn, earlierOpen: null });
        for (const press of all) {
          const command = commandOf(press, session);
          if (command) session.send(command);
          else session.wait(press.ms);
        }
        const now = session.snapshot;
        const context = now.context as Live;
        const directory = directoryOf(context.world);
        const seats = toArray(context.posts);
        const state = fromSnapshot({
          amphitheatre: 1 as AmphitheatreId,
          pub: 0,
          edition: 1,
          sessions: [],
          people: [],
          posts: context.world.posts.map(({ id }, number) => [
            id,
            seats[number]?.holder === null ? 0 : 1,
            seats[number]?.blocked ? 1 : 0,
          ]),
        });
        const people = new Map(deskPeople(now).map(one => [one.person, one]));
        const ground = { state, directory, people, supernumeraryCap: capOf(now) };
        for (const { person, state: stands } of people.values()) {
          const from = stands.kind === 'chosen' ? stands.post : null;
          for (const { post, refusal } of pickablePosts(ground, person, from))
            expect(refusal?.code ?? 'possible', `${person}, post ${post.id}`).to.equal(
              machineSays(now, session.now, person, from, post.id),
            );
        }
      }),
      seededRuns(100),
    );
  });
});
