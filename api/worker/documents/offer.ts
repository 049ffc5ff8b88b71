/** The published offer as a search finds it: the same search as on the pages (machines/offer-search.ts), every row of it. */
import { amphitheatreTitle } from '../../../machines/amphitheatre-title.ts';
import { departmentTitle } from '../../../machines/departments.ts';
import type { DirectoryService } from '../../../machines/directory.ts';
import { searchFrom } from '../../../machines/offer-address.ts';
import { indexOf, isBlocked, isFilled, stateByte } from '../../../machines/offer-index.ts';
import type { LineToIndex } from '../../../machines/offer-index.ts';
import { found } from '../../../machines/offer-search.ts';
import type { OfferSearch } from '../../../machines/offer-search.ts';
import { lineTexts } from '../../../machines/offer-texts.ts';
import { askedWords } from '../../../machines/offer-words.ts';
import type { PublicOffer } from '../../../machines/public-offer.ts';
import type { Sql } from '../../../migrations/open.ts';
import { semesterName } from '../../documents/semester-name.ts';
import type { Format } from '../../documents/wanted.ts';
import { readSeats, writeOffer } from '../../offer/statements.ts';
import { counted } from './counted.ts';
import { fileNameOf } from './file-name.ts';
import type { List } from './list.ts';

interface Wanted {
  readonly amphitheatre: number | null;
  readonly search: string;
  readonly format: Format;
}

/** A longer PDF would keep the worker, and the mails behind it, for seconds; a spreadsheet takes them all. */
const MOST_PRINTED = 1_500;

export async function offerList(sql: Sql, wanted: Wanted): Promise<List<OfferRow>> {
  const seats = await readSeats(sql);
  const offer = JSON.parse((await writeOffer(sql)).text) as PublicOffer;
  const { search } = searchFrom(new URLSearchParams(wanted.search));
  const all = rowsOf(offer, wanted.amphitheatre, search, {
    filled: new Set(seats.filled),
    blocked: new Set(seats.blocked),
  });
  const rows = wanted.format === 'pdf' ? all.slice(0, MOST_PRINTED) : all;
  const place = placeOf(offer, wanted.amphitheatre);
  const asked = askedWords(search);
  return {
    title: `Postes offerts, ${place}`,
    notes: [
      [
        ...(offer.semester === null ? [] : [`Choix de postes du ${semesterName(offer.semester)}.`]),
        `${counted(all.length, 'poste', 'postes')}, dont ${counted(all.filter(({ state }) => state === 'pourvu').length, 'pourvu', 'pourvus')}.`,
      ].join(' '),
      ...(asked.length === 0 ? [] : [`${asked.join('\u202f; ')}.`]),
      ...(search.criteria.state?.includes('possible') === true ? [NOT_PERSONAL] : []),
      ...(rows.length < all.length
        ? [
            `Les ${counted(rows.length, 'premier poste', 'premiers postes')} seulement\u00a0: la liste entière se télécharge en CSV.`,
          ]
        : []),
    ],
    fileName: fileNameOf('postes', place, offer.semester ?? ''),
    rows,
    landscape: true,
    none: 'Aucun poste ne correspond à cette recherche.',
    printed: [
      { title: 'N°', share: 8, header: true, text: ({ number }) => number },
      { title: 'Département', share: 12, text: ({ service }) => departmentTitle(service.department) },
      {
        title: 'Établissement',
        share: 18,
        text: ({ service }) => `${service.establishment}, ${service.city}`,
      },
      { title: 'Service', share: 20, text: ({ service }) => `${service.name}, ${service.head}` },
      { title: 'Agrément', share: 14, text: ({ accreditation }) => accreditation },
      { title: 'Réservé', share: 12, text: ({ reservedFor }) => reservedFor ?? '–' },
      { title: 'Fléchage', share: 10, text: ({ earmark }) => earmark ?? '–' },
      ...(wanted.amphitheatre === null
        ? [{ title: 'Amphithéâtre', share: 14, text: ({ title }: OfferRow) => title }]
        : []),
      { title: 'État', share: 8, text: ({ state }) => state },
    ],
    // As `posts.csv` writes them (domain §11).
    listed: [
      { title: 'numero', text: ({ number }) => number },
      { title: 'departement', text: ({ service }) => service.department },
      { title: 'etablissement', text: ({ service }) => service.establishment },
      { title: 'ville', text: ({ service }) => service.city },
      { title: 'service', text: ({ service }) => service.name },
      { title: 'chef_de_service', text: ({ service }) => service.head },
      { title: 'amphitheatre', text: ({ title }) => title },
      { title: 'agrement', text: ({ accreditation }) => accreditation },
      { title: 'reserve', text: ({ reservedFor }) => reservedFor ?? '' },
      { title: 'flechage', text: ({ earmark }) => earmark ?? '' },
      { title: 'etat', text: ({ state }) => state },
    ],
  };
}

const NOT_PERSONAL =
  '«\u00a0Possible pour moi\u00a0» dépend de la personne\u00a0: ce document n’en tient pas compte.';

interface OfferRow {
  readonly number: string;
  readonly service: DirectoryService;
  readonly title: string;
  readonly accreditation: string;
  readonly reservedFor: string | null;
  readonly earmark: string | null;
  readonly state: 'libre' | 'pourvu' | 'retiré';
}

interface Seats {
  readonly filled: ReadonlySet<number>;
  readonly blocked: ReadonlySet<number>;
}

/** Post by post in the order asked for; by service, in the offer's own. */
function rowsOf(
  offer: PublicOffer,
  amphitheatre: number | null,
  search: OfferSearch,
  { filled, blocked }: Seats,
): readonly OfferRow[] {
  const services = new Map(
    offer.services.map(([id, name, head, establishment, city, department]): [number, DirectoryService] => [
      id,
      { id, name, head, establishment, city, department },
    ]),
  );
  const specialties = new Map<number, string>(offer.specialties);
  const amphitheatres = new Map(offer.amphitheatres.map(one => [one.id, one]));
  const rows: OfferRow[] = [];
  const states: number[] = [];
  const lines: LineToIndex[] = [];
  for (const [, serviceId, of, accreditation, reserved, earmark, seats] of offer.lines) {
    const [service, place] = [services.get(serviceId), amphitheatres.get(of)];
    if (service === undefined || place === undefined || (amphitheatre !== null && of !== amphitheatre))
      continue;
    const title = amphitheatreTitle(place.group, place.phase);
    const reservedFor = reserved === null ? null : (specialties.get(reserved) ?? null);
    for (const [post, number] of seats) {
      const byte = stateByte(filled.has(post), blocked.has(post));
      states.push(byte);
      const state = isBlocked(byte) ? 'retiré' : isFilled(byte) ? 'pourvu' : 'libre';
      rows.push({ number, service, title, accreditation, reservedFor, earmark, state });
    }
    lines.push({
      service: lines.length,
      serviceId,
      texts: lineTexts(
        service,
        { accreditation, reservedFor: reserved, earmark },
        { ...place, amphitheatre: title, specialties },
      ),
      posts: seats.map(([id, number]) => ({ id, number })),
    });
  }
  const sort = search.grouping === 'post' ? search.sort : ({ key: 'department', descending: false } as const);
  const places = found(indexOf(lines), Uint8Array.from(states), { ...search, sort }).posts;
  return Array.from(places).flatMap(at => rows[at] ?? []);
}

function placeOf(offer: PublicOffer, amphitheatre: number | null): string {
  const one = offer.amphitheatres.find(({ id }) => id === amphitheatre);
  return one === undefined ? 'tous les amphithéâtres' : amphitheatreTitle(one.group, one.phase);
}
