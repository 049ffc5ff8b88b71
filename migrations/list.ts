/** Every migration, in order: `migrate` runs those a database does not have yet. Append here, never change an old one. */
import type { MigrationObject } from '@mikro-orm/core';
import { First } from './0001_first.ts';
import { Room } from './0002_room.ts';
import { App } from './0003_app.ts';
import { RehearsalRooms } from './0004_rehearsal_rooms.ts';
import { Lasting } from './0005_lasting.ts';
import { Bell } from './0006_bell.ts';
import { SignUp } from './0007_sign_up.ts';
import { MandatesAndStatus } from './0008_mandates_and_status.ts';
import { Moderators } from './0009_moderators.ts';
import { LoginFamily } from './0010_login_family.ts';

export const migrationsList: MigrationObject[] = [
  { name: '0001_first', class: First },
  { name: '0002_room', class: Room },
  { name: '0003_app', class: App },
  { name: '0004_rehearsal_rooms', class: RehearsalRooms },
  { name: '0005_lasting', class: Lasting },
  { name: '0006_bell', class: Bell },
  { name: '0007_sign_up', class: SignUp },
  { name: '0008_mandates_and_status', class: MandatesAndStatus },
  { name: '0009_moderators', class: Moderators },
  { name: '0010_login_family', class: LoginFamily },
];
