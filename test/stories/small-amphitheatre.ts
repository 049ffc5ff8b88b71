/** An amphitheatre of a few invented people for one story: imported like a real one, with accounts to sign in by. */
import type { SessionSettings } from '../../machines/session/world.ts';
import { makeStage, MODERATOR_EMAIL, openAccounts, type Stage } from '../load/stage.ts';
import type { House } from '../support/house.ts';
import type { SignInName } from './people.ts';

export interface SmallAmphitheatre {
  readonly stage: Stage;
  readonly moderator: SignInName;
  /** By call order. */
  readonly interns: readonly SignInName[];
}

export async function smallAmphitheatre(
  house: House,
  interns: number,
  settings: Partial<SessionSettings> = {},
): Promise<SmallAmphitheatre> {
  const stage = await makeStage(house.database, { interns, seed: 11, supernumeraries: 0, settings });
  const { password } = await openAccounts(house.database.sql, stage.people);
  return {
    stage,
    moderator: { email: MODERATOR_EMAIL, password },
    interns: stage.people.map(({ email }) => ({ email, password })),
  };
}
