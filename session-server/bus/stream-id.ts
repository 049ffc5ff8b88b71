/** Which public stream a thing belongs to: gateways follow by it, hosts publish by it, sockets count as present by it. */
import type { AmphitheatreId, SessionId } from '../../machines/ids.ts';

/** The stream of an amphitheatre holds its real sessions; each rehearsal has one of its own (domain §2). */
export interface StreamId {
  readonly amphitheatre: AmphitheatreId;
  /** The one session of a rehearsal's stream; null: the amphitheatre's own. */
  readonly rehearsal: SessionId | null;
}

/** The same for the same stream, in memory, in Redis and as a topic's name. */
export const streamKey = ({ amphitheatre, rehearsal }: StreamId): string =>
  rehearsal === null ? `${amphitheatre}` : `${amphitheatre}/rehearsal/${rehearsal}`;

/** Where a session's rows are told. */
export const streamOf = (row: {
  readonly amphitheatre: AmphitheatreId;
  readonly session: SessionId;
  readonly rehearsal: boolean;
}): StreamId => ({ amphitheatre: row.amphitheatre, rehearsal: row.rehearsal ? row.session : null });
