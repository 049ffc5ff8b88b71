/** Every migration, in order: `migrate` runs those a database does not have yet. Append here, never change an old one. */
import type { MigrationObject } from '@mikro-orm/core';
import { First } from './0001_first.ts';

export const migrationsList: MigrationObject[] = [{ name: '0001_first', class: First }];
