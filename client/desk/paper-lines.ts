/** The seats on the printed sheet, line by line: the free ones, and the filled ones that a supernumerary may still choose. Pure. */
import { callOrderText } from '../../machines/call-order-text.ts';
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { LineId, PersonId } from '../../machines/ids.ts';
import { isLineClosed, isServiceCapped, mayChoose } from '../../machines/session/may-choose.ts';
import type { InOrder } from '../../machines/session/may-choose.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import type { DeskPerson } from '../../machines/wire/frames.ts';
import { placesOf } from './pickable.ts';

export interface PaperLine {
  readonly service: string;
  readonly place: string;
  /** Reservation and earmark: what tells this line from another of its service. */
  readonly kind: string;
  readonly numbers: readonly string[];
  /** Of a filled line: which of the supernumeraries to come may choose it, «tous», or their numbers. */
  readonly openTo: string | null;
}

interface Ground {
  readonly state: PublicState;
  readonly people: ReadonlyMap<PersonId, DeskPerson>;
  readonly supernumeraryCap: number | null;
}

/** In the order of the directory: department, establishment, service; then line by line. */
export const freeLines = ({ state }: Pick<Ground, 'state'>, directory: Directory): readonly PaperLine[] =>
  linesOf(directory, post => {
    const seat = state.posts.get(post.id);
    return seat !== undefined && !seat.filled && !seat.blocked;
  }).map(({ line }) => line);

/** Filled seats that somebody of `left` may choose as a supernumerary: by `mayChoose`, as in the room. */
export function supernumeraryLines(
  ground: Ground,
  directory: Directory,
  left: readonly PersonId[],
): readonly PaperLine[] {
  const choosers = supernumeraries(ground, directory, left);
  if (choosers.length === 0) return [];
  const { lines, beside } = placesOf(ground, directory, null);
  const isFilled = ({ id }: DirectoryPost): boolean => {
    const seat = ground.state.posts.get(id);
    return seat?.filled === true && !seat.blocked;
  };
  return linesOf(directory, isFilled).flatMap(({ line, id, service, post }) => {
    const seats = lines.get(id) ?? { seats: 0, holders: [] };
    const may = choosers.filter(chooser => {
      const refusal = mayChoose(chooser, {
        reservedFor: post.reservedFor,
        blocked: false,
        filled: true,
        lineClosed: isLineClosed(chooser, seats),
        serviceCapped: isServiceCapped(chooser, beside.get(service.id) ?? 0, ground.supernumeraryCap),
      });
      return refusal === null;
    });
    return may.length === 0 ? [] : [{ ...line, openTo: openTo(may, choosers) }];
  });
}

export const supernumeraries = (
  { people }: Pick<Ground, 'people'>,
  directory: Directory,
  left: readonly PersonId[],
): readonly InOrder[] => {
  const known = new Map(directory.people.map(person => [person.id, person]));
  return left.flatMap(id => {
    const [person, status] = [known.get(id), people.get(id)?.status ?? 'classic'];
    return person === undefined || status === 'classic' ? [] : [{ ...person, status }];
  });
};

function openTo(may: readonly InOrder[], choosers: readonly InOrder[]): string {
  if (may.length === choosers.length) return 'tous';
  const free = choosers.filter(({ status }) => status === 'supernumeraryNonValidating');
  if (may.length === free.length && free.every(one => may.includes(one))) return 'tous les non validants';
  const orders = may.map(({ callOrder }) => callOrder).toSorted((a, b) => a - b);
  return orders.map(order => `n°\u00a0${callOrderText(order)}`).join(', ');
}

interface Grouped {
  readonly id: LineId;
  readonly service: DirectoryService;
  /** Any of the line: all are reserved and earmarked alike. */
  readonly post: DirectoryPost;
  readonly line: PaperLine & { readonly numbers: string[] };
}

function linesOf(directory: Directory, wanted: (post: DirectoryPost) => boolean): readonly Grouped[] {
  const specialties = new Map(directory.specialties.map(({ id, name }) => [id, name]));
  const lines = new Map<LineId, Grouped>();
  const services = new Map(directory.services.map(service => [service.id, service]));
  for (const post of directory.posts) {
    const service = services.get(post.service);
    if (service === undefined || !wanted(post)) continue;
    const known = lines.get(post.line);
    if (known !== undefined) {
      known.line.numbers.push(post.number);
      continue;
    }
    const reserved = post.reservedFor === null ? null : specialties.get(post.reservedFor);
    const kind = [
      ...(reserved === null ? [] : [`réservé\u00a0: ${reserved ?? 'autre DES'}`]),
      ...(post.earmark === null ? [] : [post.earmark]),
    ].join(', ');
    const line = {
      service: service.name,
      place: `${service.establishment}, ${service.city}`,
      kind,
      numbers: [post.number],
      openTo: null,
    };
    lines.set(post.line, { id: post.line, service, post, line });
  }
  const order = new Map(directory.services.map(({ id }, index) => [id, index]));
  return [...lines.values()].toSorted(
    (a, b) => (order.get(a.service.id) ?? 0) - (order.get(b.service.id) ?? 0),
  );
}
