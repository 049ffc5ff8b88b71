/** What the owner shows of its live session to gateways: one person's own view, or the moderators' room. */
import type { PersonId } from '../../machines/ids.ts';
import { deskPeople } from '../../machines/session/desk.ts';
import { you } from '../../machines/session/you.ts';
import type { You } from '../../machines/wire/frames.ts';
import type { ViewRequest, Views } from '../bus/messages.ts';
import type { Held } from './held.ts';

export function viewOf(held: Held, request: ViewRequest): Views {
  return request.kind === 'desk'
    ? { kind: 'desk', seq: held.seq, people: deskPeople(held.snapshot) }
    : { kind: 'person', view: personView(held, request.person) };
}

/** As the intern sees it; a gateway makes the holder's of it, and puts in the holder's e-mail. */
export function personView({ snapshot, index }: Held, person: PersonId): You | null {
  return you(snapshot, person, {
    realm: 'intern',
    mandatary: null,
    choiceSeq: index.choices.get(person) ?? null,
  });
}
