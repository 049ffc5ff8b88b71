/** What was typed to add posts: faults in words, and what is sent. The route's own limits stand in `api/desk-bodies.ts`. Pure. */
import type { AddPostsBody } from '../../api/desk-bodies.ts';
import type { ServiceId, SpecialtyId } from '../../machines/ids.ts';

const MOST_SEATS = 50;

export interface TypedPosts {
  /** Empty: none picked yet. */
  readonly service: string;
  readonly number: string;
  readonly accreditation: string;
  /** Empty: for every DES. */
  readonly reservedFor: string;
  readonly earmark: string;
  readonly seats: string;
}

export const NO_POSTS: TypedPosts = {
  service: '',
  number: '',
  accreditation: '',
  reservedFor: '',
  earmark: '',
  seats: '1',
};

export type PostsFaults = Partial<Readonly<Record<'service' | 'number' | 'seats', string>>>;

export function postsFaults({ service, number, seats }: TypedPosts): PostsFaults {
  const count = Number(seats);
  return {
    ...(service === '' ? { service: 'Choisissez le service.' } : {}),
    ...(number.trim() === '' ? { number: 'Écrivez le numéro.' } : {}),
    ...(Number.isInteger(count) && count >= 1 && count <= MOST_SEATS
      ? {}
      : { seats: `Un nombre entier, de 1 à ${MOST_SEATS}.` }),
  };
}

/** Null where something is missing. */
export function postsTyped(typed: TypedPosts): AddPostsBody['posts'] | null {
  if (Object.keys(postsFaults(typed)).length > 0) return null;
  const earmark = typed.earmark.trim();
  return [
    {
      number: typed.number.trim(),
      service: Number(typed.service) as ServiceId,
      accreditation: typed.accreditation.trim(),
      reservedFor: typed.reservedFor === '' ? null : (Number(typed.reservedFor) as SpecialtyId),
      earmark: earmark === '' ? null : earmark,
      seats: Number(typed.seats),
    },
  ];
}

/** «12-1 à 12-3» as the server will number them; the number alone for one seat. */
export function numbersText({ number, seats }: Pick<TypedPosts, 'number' | 'seats'>): string | null {
  const count = Number(seats);
  const base = number.trim();
  return base === '' || !(count > 1) || count > MOST_SEATS ? null : `Numéros ${base}-1 à ${base}-${count}.`;
}
