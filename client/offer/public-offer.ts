/** The semester’s offer as «Postes» shows it: prepared once an edition, its state laid over it, one’s own amphitheatre live. Pure. */
import { amphitheatreTitle } from '../../machines/amphitheatre-title.ts';
import type { DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { AmphitheatreId, LineId } from '../../machines/ids.ts';
import { indexOf, isBlocked, isFilled, stateByte } from '../../machines/offer-index.ts';
import type { LineToIndex, OfferIndex } from '../../machines/offer-index.ts';
import type { OfferState, PublicOffer } from '../../machines/public-offer.ts';
import type { PublicState } from '../../machines/session/public-state.ts';
import { lineTexts } from '../../machines/offer-texts.ts';
import type { OfferSource } from './offer-source.ts';
import { lineOf, ownLine, stateOf } from './offer.ts';
import type { OfferPost, OfferReader, OfferService } from './offer.ts';

/** A service of one amphitheatre: what is offered of it in another is another row, with its own state and reasons. */
interface Listed {
  readonly service: DirectoryService;
  readonly amphitheatre: AmphitheatreId;
  readonly title: string;
  readonly lines: readonly {
    readonly id: LineId;
    readonly first: number;
    readonly posts: readonly DirectoryPost[];
  }[];
}

export interface PreparedOffer {
  readonly edition: string;
  readonly index: OfferIndex;
  readonly listed: readonly Listed[];
  readonly specialties: ReadonlyMap<number, string>;
}

export function prepared(offer: PublicOffer): PreparedOffer {
  const services = new Map(
    offer.services.map(([id, name, head, establishment, city, department]): [number, DirectoryService] => [
      id,
      { id, name, head, establishment, city, department },
    ]),
  );
  const specialties = new Map<number, string>(offer.specialties);
  const amphitheatres = new Map(offer.amphitheatres.map(one => [one.id, one]));
  const listed: (Listed & { readonly lines: Listed['lines'][number][] })[] = [];
  const lines: LineToIndex[] = [];
  let first = 0;
  for (const [id, serviceId, amphitheatreId, accreditation, reservedFor, earmark, seats] of offer.lines) {
    const [service, amphitheatre] = [services.get(serviceId), amphitheatres.get(amphitheatreId)];
    if (service === undefined || amphitheatre === undefined) continue;
    const title = amphitheatreTitle(amphitheatre.group, amphitheatre.phase);
    const last = listed.at(-1);
    const same = last?.service === service && last.amphitheatre === amphitheatreId;
    const row = same && last ? last : { service, amphitheatre: amphitheatreId, title, lines: [] };
    if (!same) listed.push(row);
    const posts = seats.map(
      ([post, number]): DirectoryPost => ({
        id: post,
        number,
        service: serviceId,
        line: id,
        accreditation,
        reservedFor,
        earmark,
      }),
    );
    row.lines.push({ id, first, posts });
    first += posts.length;
    lines.push({
      service: listed.length - 1,
      serviceId,
      texts: lineTexts(
        service,
        { accreditation, reservedFor, earmark },
        { ...amphitheatre, amphitheatre: title, specialties },
      ),
      posts,
    });
  }
  return { edition: offer.edition, index: indexOf(lines), listed, specialties };
}

/** What whoever reads knows of their own amphitheatre from its live stream: nearer than any list, and with reasons. */
export interface OwnOffer {
  readonly amphitheatre: AmphitheatreId;
  readonly state: PublicState;
  readonly reader: OfferReader;
}

/** @param state of the same edition; null while it is on its way: then nothing is known to be filled. */
export function publicSource(
  { index, listed, edition }: PreparedOffer,
  state: OfferState | null,
  own: OwnOffer | null,
): OfferSource {
  const digits = state?.edition === edition ? state.posts : '';
  const states = Uint8Array.from(index.posts, (_, place) =>
    stateByte(digits[place] === '1', digits[place] === '2'),
  );
  const drawn = (place: number): OfferService | null => {
    const row = listed[place];
    if (row === undefined) return null;
    const { service, amphitheatre, title } = row;
    const mine = own !== null && own.amphitheatre === amphitheatre ? own : null;
    const lines = row.lines.map(({ id, first, posts }) =>
      mine === null
        ? lineOf(
            id,
            posts.map((post, at) => asSeen(post, states[first + at] ?? 0)),
          )
        : ownLine(mine.state, mine.reader, id, posts),
    );
    return { service, lines, state: stateOf(lines), elsewhere: mine === null ? title : null };
  };
  if (own !== null)
    for (const [place, row] of listed.entries()) {
      if (row.amphitheatre !== own.amphitheatre) continue;
      const posts = drawn(place)?.lines.flatMap(line => line.posts) ?? [];
      const first = row.lines[0]?.first ?? 0;
      for (const [at, { filled, blocked, refusal }] of posts.entries())
        states[first + at] = stateByte(filled, blocked, refusal !== null);
    }
  let [offered, filled] = [0, 0];
  for (const one of states) {
    if (!isBlocked(one)) offered += 1;
    if (isFilled(one)) filled += 1;
  }
  return { index, states, service: drawn, offered, filled, whole: true };
}

/** For somebody who chooses nothing here: free, filled or taken out. */
function asSeen(post: DirectoryPost, state: number): OfferPost {
  const [filled, blocked] = [isFilled(state), isBlocked(state)];
  return {
    post,
    filled,
    blocked,
    refusal: blocked ? { code: 'BLOCKED' } : filled ? { code: 'FILLED' } : null,
  };
}
