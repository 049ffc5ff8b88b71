/** An amphitheatre drawn for one story: who is called in which order, what is offered; imported like a real one, with accounts. */
import { randomBytes } from 'node:crypto';
import { makeAccounts } from '../../api/accounts.ts';
import { importAmphitheatres } from '../../api/import/import.ts';
import { hashPassword } from '../../api/sign-in/passwords.ts';
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';
import type { ChoiceStatus, SessionSettings } from '../../machines/session/world.ts';
import type { House } from '../support/house.ts';
import { setSettings } from './demo.ts';
import type { SignInName } from './people.ts';

/** By local rank, which is the call order here: everybody is of one promotion and has lost no time. */
export interface DrawnPerson {
  /** «Alix Arnaud». */
  readonly name: string;
  readonly specialty?: DrawnSpecialty;
  readonly status?: ChoiceStatus;
  /** False: on the roster and on no call list. */
  readonly listed?: boolean;
}

interface DrawnService {
  readonly name: string;
  readonly seats?: number;
  readonly reservedFor?: DrawnSpecialty;
  /** «Hôpital du récit» where it is left out. */
  readonly establishment?: string;
  readonly head?: string;
  readonly earmark?: string;
}

type DrawnSpecialty = 'Urologie' | 'Chirurgie viscérale et digestive';

interface Drawing {
  readonly people: readonly DrawnPerson[];
  readonly services: readonly DrawnService[];
  readonly settings?: Partial<SessionSettings>;
  /** How many each session takes; all of them where it is left out. */
  readonly perSession?: number;
}

export interface DrawnAmphitheatre {
  readonly title: string;
  readonly amphitheatre: AmphitheatreId;
  /** The first one. */
  readonly session: SessionId;
  /** The account of somebody by their name, on the call list or not. */
  account(name: string): SignInName;
}

const HOSPITAL = 'Hôpital du récit';
const AHEAD_MS = 30 * 86_400_000; // opened by hand: a week before, it opens by itself (domain §2)
const PHASE = 'approfondissement';
const STATUSES: Readonly<Record<ChoiceStatus, string>> = {
  classic: 'classique',
  supernumeraryValidating: 'surnombre validant',
  supernumeraryNonValidating: 'surnombre non validant',
};

export async function drawnAmphitheatre(house: House, drawing: Drawing): Promise<DrawnAmphitheatre> {
  const { database } = house;
  const [semester] = await database.sql<{ code: string }>('select code from semester where current');
  if (semester === undefined) throw new Error('the house has no semester');
  const tag = randomBytes(2).toString('hex').toUpperCase();
  const title = `Récit ${tag}`;
  const imported = await importAmphitheatres(database, {
    interns: internsFile(drawing, title, tag, semester.code),
    posts: postsFile(drawing, title, tag),
    semester: semester.code,
    perSession: drawing.perSession ?? drawing.people.length,
    first: new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 16),
    publish: true,
  });
  if ('faults' in imported) throw new Error(`the drawing was refused: ${JSON.stringify(imported.faults)}`);
  const [found] = await database.sql<{ amphitheatre: AmphitheatreId; session: SessionId }>(
    `select session.amphitheatre_id as amphitheatre, session.id as session
    from session join amphitheatre on amphitheatre.id = session.amphitheatre_id
    join specialty_group on specialty_group.id = amphitheatre.group_id where specialty_group.name = ?
    order by session.number`,
    [title],
  );
  if (found === undefined) throw new Error('the drawing was imported and is not there');
  await setSettings(house, found.session, drawing.settings ?? {});
  const people = await database.sql<{ person: string; number: number }>(
    `select roster_entry.person, right(intern.ine, 2)::int as number
    from roster_entry join intern on intern.id = roster_entry.intern_id where intern.ine like ? order by intern.ine`,
    [`${ine(tag, 0).slice(0, -2)}%`],
  );
  const accounts = people.map(({ person, number }) => ({
    realm: 'intern' as const,
    email: emailOf(drawing.people[number - 1]?.name ?? '', tag),
    person,
  }));
  const password = randomBytes(18).toString('base64url');
  await makeAccounts(database.sql, accounts, await hashPassword(password), true);
  return { ...found, title, account: name => ({ email: emailOf(name, tag), password }) };
}

/** Moderators of these names, to sign in by. */
export async function moderators(house: House, ...names: readonly string[]): Promise<readonly SignInName[]> {
  const password = randomBytes(18).toString('base64url');
  const accounts = names.map(name => ({
    realm: 'moderator' as const,
    email: emailOf(name, 'ars'),
    name,
  }));
  await makeAccounts(house.database.sql, accounts, await hashPassword(password), true);
  return accounts.map(({ email }) => ({ email, password }));
}

const emailOf = (name: string, tag: string): string =>
  `${name.toLowerCase().replace(/[^a-z]+/gu, '.')}.${tag.toLowerCase()}@recit.example`;

const ine = (tag: string, number: number): string => `REC${tag}${String(number).padStart(2, '0')}`;

function internsFile({ people }: Drawing, group: string, tag: string, semester: string): Buffer {
  const columns =
    'ine;nom;prenom;nom_de_naissance;courriel;telephone;concours;promotion;regime;des;groupe;phase;ufr;semestres_valides;' +
    'surnombre_non_validant;annee_recherche;dispo_recherche;rang_national;rang_local;effectif_local;type_de_choix;choisit;absence_prevue';
  const promotion = Number(semester.slice(0, 4)) - 3;
  const seniority = semester.endsWith('-05') ? 5 : 6;
  const rows = people.map(
    ({ name, specialty = 'Chirurgie viscérale et digestive', status, listed }, index) => {
      const [firstName = '', lastName = ''] = name.split(' ');
      const number = index + 1;
      const phone = `06 39 98 00 ${String(number).padStart(2, '0')}`;
      const identity = [
        ine(tag, number),
        lastName,
        firstName,
        '',
        '',
        phone,
        'EDN',
        promotion,
        'normal',
        specialty,
      ];
      const rank = [seniority, 0, 0, 0, number, number, people.length];
      const choice = [STATUSES[status ?? 'classic'], listed === false ? 'non' : 'oui', ''];
      return [...identity, group, PHASE, 'Récit', ...rank, ...choice].join(';');
    },
  );
  return Buffer.from([columns, ...rows].join('\n'));
}

function postsFile({ services }: Drawing, group: string, tag: string): Buffer {
  const columns =
    'numero;departement;etablissement;finess;ville;service;chef_de_service;groupe;phase;agrement;reserve;flechage;bloque;places';
  const houses = [...new Set(services.map(({ establishment }) => establishment ?? HOSPITAL))];
  const rows = services.map((service, index) => {
    const { name, seats = 1, reservedFor = '', establishment = HOSPITAL, head = '', earmark = '' } = service;
    return [
      `R${tag}${index + 1}`,
      '75',
      establishment,
      `99${tag}${String(houses.indexOf(establishment) + 1).padStart(3, '0')}`,
      'Paris',
      name,
      head,
      group,
      PHASE,
      'Principal',
      reservedFor,
      earmark,
      'non',
      seats,
    ].join(';');
  });
  return Buffer.from([columns, ...rows].join('\n'));
}
