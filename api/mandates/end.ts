/**
 * A mandate ends: cancelled by the intern, declined or given up by the holder. One accepted is what a live session knows
 * of, and ends there in its turn; one only asked for stands in the tables alone.
 */
import type { Refusal } from '../../machines/refusal.ts';
import { holdAmphitheatre } from '../acts/lock.ts';
import { DONE } from '../acts/outcome.ts';
import type { Outcome } from '../acts/outcome.ts';
import { recordSilently } from '../acts/record.ts';
import type { ActName } from '../acts/record.ts';
import type { Api } from '../http/api.ts';
import { mailDomainOf } from '../kit/config.ts';
import { applyChange } from '../live/change.ts';
import { endLinks } from '../mailed-links/mail-link.ts';
import { acceptanceUnderWay, endInTables, standingMandate } from './statements.ts';
import type { Ender, StandingMandate } from './statements.ts';

export interface EndedBy {
  readonly realm: Ender;
  /** Null: a holder who has none, declining by the link. */
  readonly account: number | null;
}

const ACTS: Readonly<Record<Ender, ActName>> = { intern: 'cancelMandate', mandatary: 'declineMandate' };

/** It was accepted, refused or ended in between: looked at anew so many times. */
const ROUNDS = 3;

/**
 * Whoever held it is signed out by what records the end, however late a session answers (holder-signed-out.ts).
 * @returns done where it has ended already, by whomever.
 */
export async function endMandate(api: Api, mandate: number, by: EndedBy): Promise<Outcome> {
  let outcome = DONE;
  for (let round = 0; round < ROUNDS; round++) {
    const standing = await standingMandate(api.database.sql, mandate);
    if (standing === null) return DONE;
    outcome = (await endAsked(api, standing, by)) ?? (await endAccepted(api, standing, by));
    if (outcome.kind !== 'refused' || outcome.refusal.code !== 'STALE') return outcome;
  }
  return outcome;
}

/** @returns null where it is accepted, or a live session is about to say so: that one has to hear of the end. */
function endAsked(
  { database, config }: Api,
  { id, person, amphitheatre }: StandingMandate,
  { realm, account }: EndedBy,
): Promise<Outcome | null> {
  return database.transaction(async sql => {
    await holdAmphitheatre(sql, amphitheatre);
    const now = await standingMandate(sql, id);
    if (now === null) return DONE;
    if (now.accepted || (await acceptanceUnderWay(sql, person))) return null;
    await endInTables(sql, now, realm, mailDomainOf(config));
    await endLinks(sql, 'acceptMandate', `mandate:${id}`);
    await recordSilently(sql, { amphitheatre, act: ACTS[realm], account, detail: { person } });
    return DONE;
  });
}

const CHANGED: Refusal = { code: 'STALE', now: 'notHeld' };

function endAccepted(api: Api, mandate: StandingMandate, { realm, account }: EndedBy): Promise<Outcome> {
  const { id, person, amphitheatre } = mandate;
  const by = account ?? mandate.account;
  if (by === null) throw new Error(`mandate ${id} is accepted and has no holder`);
  return applyChange(api, {
    amphitheatre,
    who: { realm, account: by },
    // The owner knows whose sockets are open: what stands here is only the mandate's end.
    command: { type: 'setMandate', person, held: false, connected: false },
    act: { act: ACTS[realm], detail: { person } },
    may: async sql => ((await standingMandate(sql, id)) === null ? CHANGED : null),
    async write(sql) {
      const now = await standingMandate(sql, id);
      return now?.accepted === true ? endInTables(sql, now, realm, mailDomainOf(api.config)) : CHANGED;
    },
  });
}
