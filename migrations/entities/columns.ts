/** Columns that many tables have alike. */
import { p } from '@mikro-orm/core';

/** Numbered by the database, never by the program. */
export const identity = () => p.integer().primary().generated('identity');

/** The same for tables that outgrow an int. */
export const longIdentity = () => p.bigint('number').primary().generated('identity');

/** An instant, to the microsecond as PostgreSQL keeps it. */
export const instant = () => p.datetime(6);

export const instantOfInsert = () => instant().defaultRaw('now()');
