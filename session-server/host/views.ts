/** What the owner shows of its live session to gateways: people's own views, the moderators' room, its clock. */
import type { PersonId } from '../../machines/ids.ts';
import { capOf, deskPeople, noPost } from '../../machines/session/desk.ts';
import { sessionChart } from '../../machines/session/inspect.ts';
import { you } from '../../machines/session/you.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { ViewRequest, Views } from '../bus/messages.ts';
import type { Held } from './held.ts';
import type { HostParts } from './host-parts.ts';

export function viewOf(held: Held, request: ViewRequest, { clock, name }: HostParts): Views {
  switch (request.kind) {
    case 'person':
      return { kind: 'person', view: personView(held, request.person) };
    case 'people':
      return { kind: 'people', views: request.people.flatMap(person => personView(held, person) ?? []) };
    case 'desk': {
      const { snapshot, seq } = held;
      const judged = { noPost: noPost(snapshot), supernumeraryCap: capOf(snapshot) };
      return { kind: 'desk', seq, people: deskPeople(snapshot), ...judged };
    }
    case 'chart':
      return { kind: 'chart', seq: held.seq, chart: sessionChart(held.snapshot, clock.now()) };
    case 'clock':
      return { kind: 'clock', host: name, now: clock.now() };
    default:
      return request satisfies never;
  }
}

/** As the intern sees it; a gateway makes the holder's of it, and puts in the holder's e-mail. */
export function personView({ snapshot, index }: Held, person: PersonId): You | null {
  return you(snapshot, person, {
    realm: 'intern',
    mandatary: null,
    choiceSeq: index.choices.get(person) ?? null,
    messages: [],
  });
}
