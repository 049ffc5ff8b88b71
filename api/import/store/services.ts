/** Establishments (known by their FINESS) and their services (known by their name in it): compared, then written in bulk. */
import type { AmphitheatreId, ServiceId } from '../../../machines/ids.ts';
import type { Sql } from '../../../migrations/open.ts';
import { fold } from '../files/fold.ts';
import type { PostRow } from '../files/posts.ts';

export interface ServicesPlan {
  /** Of every establishment of the file. */
  readonly finess: readonly string[];
  /** New, or reading differently. */
  readonly establishments: readonly EstablishmentRecord[];
  readonly services: readonly ServiceRecord[];
  /** Services already there that will read differently, with the line of the file that says so. */
  readonly changed: readonly { readonly id: ServiceId; readonly row: PostRow }[];
}

interface EstablishmentRecord {
  readonly finess: string;
  readonly name: string;
  readonly city: string;
  readonly department: string;
}

interface ServiceRecord {
  readonly finess: string;
  readonly name: string;
  readonly head: string;
}

interface StoredService extends ServiceRecord {
  readonly id: ServiceId;
  readonly establishment: string;
  readonly city: string;
  readonly department: string;
}

export const serviceKey = (finess: string, name: string): string => `${finess} ${fold(name)}`;

/** What of the file is new or reads differently from what is stored. */
export async function planServices(sql: Sql, rows: readonly PostRow[]): Promise<ServicesPlan> {
  const byService = firstBy(rows, row => serviceKey(row.finess, row.service));
  const stored = new Map(
    (await readServices(sql, rows)).map(service => [serviceKey(service.finess, service.name), service]),
  );
  const byEstablishment = firstBy(rows, row => row.finess);
  const changed = [...stored].flatMap(([key, service]) => {
    const row = byService.get(key);
    if (row !== undefined && service.head !== row.head) return [{ id: service.id, row }];
    const site = byEstablishment.get(service.finess);
    return site === undefined || sameSite(service, site) ? [] : [{ id: service.id, row: site }];
  });
  const known = new Map([...stored.values()].map(service => [service.finess, service]));
  return {
    finess: [...byEstablishment.keys()],
    establishments: [...byEstablishment.values()].flatMap(row => {
      const { finess, establishment: name, city, department } = row;
      const service = known.get(finess);
      return service !== undefined && sameSite(service, row) ? [] : [{ finess, name, city, department }];
    }),
    services: [...byService].flatMap(([key, { finess, service: name, head }]) => {
      const service = stored.get(key);
      return service?.head === head ? [] : [{ finess, name: service?.name ?? name, head }];
    }),
    changed,
  };
}

const sameSite = (service: StoredService, row: PostRow): boolean =>
  service.establishment === row.establishment &&
  service.city === row.city &&
  service.department === row.department;

const readServices = (sql: Sql, rows: readonly PostRow[]) =>
  sql<StoredService>(
    `select service.id, finess, service.name, head, establishment.name as establishment, city, department
     from service join establishment on establishment.id = establishment_id
     where finess in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify([...new Set(rows.map(row => row.finess))])],
  );

/** Writes what differs. @returns every service's id by `serviceKey`. */
export async function writeServices(sql: Sql, plan: ServicesPlan): Promise<ReadonlyMap<string, ServiceId>> {
  await sql(
    `insert into establishment (finess, name, city, department)
     select finess, name, city, department
     from jsonb_to_recordset(?::jsonb) as row(finess text, name text, city text, department text)
     on conflict (finess) do update set name = excluded.name, city = excluded.city, department = excluded.department
     where (establishment.name, establishment.city, establishment.department)
       is distinct from (excluded.name, excluded.city, excluded.department)`,
    [JSON.stringify(plan.establishments)],
  );
  await sql(
    `insert into service (establishment_id, name, head)
     select establishment.id, row.name, row.head
     from jsonb_to_recordset(?::jsonb) as row(finess text, name text, head text) join establishment using (finess)
     on conflict (establishment_id, name) do update set head = excluded.head where service.head <> excluded.head`,
    [JSON.stringify(plan.services)],
  );
  const written = await sql<{ id: ServiceId; finess: string; name: string }>(
    `select service.id, finess, service.name from service join establishment on establishment.id = establishment_id
     where finess in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(plan.finess)],
  );
  return new Map(written.map(service => [serviceKey(service.finess, service.name), service.id]));
}

/** The first row of each key, in the file's order. */
function firstBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, Row> {
  const firsts = new Map<string, Row>();
  for (const row of rows) if (!firsts.has(key(row))) firsts.set(key(row), row);
  return firsts;
}

/** Which amphitheatres of the semester offer which of these services. */
export const readOffering = (sql: Sql, semesterId: number, services: readonly ServiceId[]) =>
  sql<{ amphitheatre: AmphitheatreId; service: ServiceId }>(
    `select distinct amphitheatre_id as amphitheatre, service_id as service
     from post join amphitheatre on amphitheatre.id = amphitheatre_id
     where semester_id = ? and service_id in (select value::int from jsonb_array_elements_text(?::jsonb))`,
    [semesterId, JSON.stringify(services)],
  );
