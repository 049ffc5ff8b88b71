/** The amphitheatre of the day's scenes: the longest names that real lists hold, every kind of post, twelve people. */
import type { Page } from 'playwright-core';
import { makeAccounts } from '../../../api/accounts.ts';
import { hashPassword } from '../../../api/sign-in/passwords.ts';
import {
  type DrawnAmphitheatre,
  type DrawnPerson,
  drawnAmphitheatre,
  moderators,
} from '../../stories/drawn-amphitheatre.ts';
import { signIn } from '../../stories/people.ts';
import type { Theatre } from '../../stories/theatre.ts';
import type { Look } from '../scene.ts';

/** By call order. */
export const NAMES = {
  first: 'Alix Arnaud',
  second: 'Basile Brun',
  giver: 'Anne-Élisabeth La\u00a0Rochefoucauld-Montbazon',
  fourth: 'Cléo Caron',
  excused: 'Dany Duval',
  supernumerary: 'Ève Esnault',
  mine: 'Jean-Christophe Ramanantsoavina-Andriamihaja',
  last: 'Marie-Clémentine N’Diaye-Vandenbroucke',
  never: 'Yann Yvon',
} as const;

const PEOPLE: readonly DrawnPerson[] = [
  { name: NAMES.first },
  { name: NAMES.second },
  { name: NAMES.giver },
  { name: NAMES.fourth },
  { name: NAMES.excused },
  { name: NAMES.supernumerary, status: 'supernumeraryValidating' },
  { name: NAMES.mine },
  { name: NAMES.last },
  { name: NAMES.never },
  { name: 'Ugo Uzan', specialty: 'Urologie', listed: false }, // whom the reserved posts are for
];

const LONG_HOUSE =
  'Centre hospitalier intercommunal Lucie et Raymond Aubrac de Villeneuve-Saint-Georges (site principal)';
const LONG_SERVICE =
  'Chirurgie viscérale, digestive, oncologique et transplantation hépatobiliaire – unité de soins continus';

const SERVICES = [
  { name: 'Chirurgie digestive', seats: 3, head: 'Pr Marguerite Lafontaine' },
  {
    name: LONG_SERVICE,
    seats: 2,
    establishment: LONG_HOUSE,
    head: 'Pr Jean-Baptiste de Villeneuve-Bargemon',
  },
  { name: 'Chirurgie hépatique', establishment: LONG_HOUSE },
  { name: 'Chirurgie infantile', seats: 12, establishment: 'Hôpital Necker-Enfants malades' },
  { name: 'Chirurgie oncologique', earmark: 'Site transplanteur', establishment: 'Institut Gustave-Roussy' },
  { name: 'Urologie et transplantation rénale', reservedFor: 'Urologie' as const, seats: 2 },
  { name: 'Chirurgie viscérale', establishment: 'Hôpital Saint-Antoine', seats: 2 },
];

const HOLDER = {
  email: 'mandataire.de.tres.longue.adresse@recit.example',
  password: 'un-mot-de-passe-de-recit',
};

export interface Cast {
  readonly theatre: Theatre;
  readonly look: Look;
  readonly drawn: DrawnAmphitheatre;
  /** The moderator's window, in `/salle`. */
  readonly desk: Page;
  /** Whose day it is, the seventh: signed in from the draft to the end. */
  readonly mine: Page;
  /** Somebody's new window, in their room. */
  comes(name: string): Promise<Page>;
  /** The holder of the mandate of `giver`. */
  holderComes(): Promise<Page>;
}

const LONG_WINDOW = { windowMs: 600_000, pauseAfterAbsences: 0 }; // the awaited wait for the camera

export async function openCast(theatre: Theatre, look: Look): Promise<Cast> {
  const drawn = await drawnAmphitheatre(theatre.house, {
    people: PEOPLE,
    services: SERVICES,
    settings: LONG_WINDOW,
  });
  const [moderator] = await moderators(theatre.house, 'Marc Ollivier');
  if (moderator === undefined) throw new Error('a moderator');
  await giveMandate(theatre, drawn);
  const desk = await theatre.visitor();
  await signIn(desk, 'moderator', moderator);
  const comes = async (name: string): Promise<Page> => {
    const page = await theatre.visitor();
    await signIn(page, 'intern', drawn.account(name));
    await inRoom(page);
    return page;
  };
  return {
    theatre,
    look,
    drawn,
    desk,
    mine: await comes(NAMES.mine),
    comes,
    async holderComes() {
      const page = await theatre.visitor();
      await signIn(page, 'mandatary', HOLDER);
      await inRoom(page);
      return page;
    },
  };
}

const inRoom = (page: Page): Promise<void> =>
  page
    .getByText(/En direct|C’est à vous/u)
    .filter({ visible: true }) // the bell keeps «C’est à vous» behind its button
    .first()
    .waitFor();

/** As it stands once the holder has accepted. */
async function giveMandate({ house }: Theatre, drawn: DrawnAmphitheatre): Promise<void> {
  const { sql } = house.database;
  const accounts = [{ realm: 'mandatary' as const, email: HOLDER.email, name: 'Camille Delorme' }];
  const [account] = await makeAccounts(sql, accounts, await hashPassword(HOLDER.password), true);
  await sql(
    `insert into mandate (roster_entry_id, email, account_id, accepted_at)
    select roster_entry.id, ?::text, ?::int, now() from roster_entry join account using (intern_id)
    where account.realm = 'intern' and account.email = ?::text`,
    [HOLDER.email, account?.id, drawn.account(NAMES.giver).email],
  );
}
