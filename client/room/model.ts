/** Everything the room shows, derived from the live signals: one object per open room, read by its parts. */
import { computed, signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { Ms, PersonId, PostId, SpecialtyId } from '../../machines/ids.ts';
import { estimatedTurn, paceOf } from '../../machines/session/estimate.ts';
import type { Estimate, Pace } from '../../machines/session/estimate.ts';
import type { RefusalNames } from '../../machines/refusal-text.ts';
import type { Identity } from '../http/answers.ts';
import type { Live } from '../live/live.ts';
import { secondsOf } from './countdown.ts';
import { standingOf } from './moment.ts';
import type { Standing } from './moment.ts';
import { offerOver } from '../offer/offer-over.ts';
import type { OfferService } from '../offer/offer.ts';
import { postTitle } from '../offer/post-facts.ts';
import type { Seats } from './seats.ts';
import { seatsOf } from './seats.ts';

export interface RoomModel {
  readonly live: Live;
  readonly realm: 'intern' | 'mandatary';
  readonly identity: Identity;
  readonly person: PersonId;
  /** The server's time, moved on five times a second. */
  readonly now: Signal<Ms>;
  readonly standing: ReadonlySignal<Standing | null>;
  readonly seats: ReadonlySignal<Seats | null>;
  readonly offer: ReadonlySignal<readonly OfferService[] | null>;
  /** When my turn will come; null where I stand in no line. Looked at again each few seconds. */
  readonly estimate: ReadonlySignal<Estimate | null>;
  /** How long turns take in my session. */
  readonly pace: ReadonlySignal<Pace | null>;
  /** Whole seconds of whoever is called; null where nobody is. */
  readonly seconds: ReadonlySignal<number | null>;
  /** Whether time stands still: a pause, or the record cannot be written. */
  readonly still: ReadonlySignal<boolean>;
}

/** An hour in minutes needs no quicker look. */
const ESTIMATED_EVERY_MS = 5_000;

// The state is mutated in place: a session is the same object after a change, so nothing below may stop at it.

export function roomModel(
  live: Live,
  realm: 'intern' | 'mandatary',
  identity: Identity,
  person: PersonId,
): RoomModel {
  const now = signal(live.now());
  const lately = computed(() => Math.floor(now.value / ESTIMATED_EVERY_MS) * ESTIMATED_EVERY_MS);
  const offerAt = offerOver();
  const standing = computed(() => {
    const { value } = live.view;
    return value && standingOf(value.state, person, live.you.value, identity.session);
  });
  return {
    live,
    realm,
    identity,
    person,
    now,
    standing,
    seats: computed(() => {
      const [state, at] = [live.view.value?.state, standing.value?.session ?? null];
      return state === undefined || at === null ? null : seatsOf(state, at.id, person);
    }),
    offer: computed(() => {
      const [state, directory, you] = [live.view.value?.state, live.directory.value, live.you.value];
      const mine = directory?.people.find(({ id }) => id === person);
      if (state === undefined || directory === null || mine === undefined) return null;
      return offerAt(state, directory, {
        specialty: mine.specialty,
        status: you?.status ?? 'classic',
        closedLines: you?.closedLines ?? [],
        cappedServices: you?.cappedServices ?? [],
      });
    }),
    estimate: computed(() => {
      const state = live.view.value?.state;
      return state === undefined ? null : estimatedTurn(state, person, lately.value);
    }),
    pace: computed(() => {
      const [state, at] = [live.view.value?.state, standing.value?.session ?? null];
      return state === undefined || at === null ? null : paceOf(state, at);
    }),
    seconds: computed(() => {
      const at = standing.value?.session ?? null;
      if (at === null || at.called === null) return null;
      return secondsOf(at.called, live.suspended.value.get(at.id) ?? now.value);
    }),
    still: computed(() => {
      const at = standing.value?.session ?? null;
      return at !== null && (at.state === 'paused' || live.suspended.value.has(at.id));
    }),
  };
}

/** A post with its service, from the directory. */
export function postAndService(
  directory: Directory | null,
  id: PostId,
): { readonly post: DirectoryPost; readonly service: DirectoryService } | null {
  const post = directory?.posts.find(one => one.id === id);
  const service = directory?.services.find(one => one.id === post?.service);
  return post === undefined || service === undefined ? null : { post, service };
}

export const specialtyName = (directory: Directory | null, id: SpecialtyId): string | null =>
  directory?.specialties.find(one => one.id === id)?.name ?? null;

/** What refusals need to name posts and specialties. */
export function refusalNames(directory: Directory | null): RefusalNames {
  return {
    specialty: id => specialtyName(directory, id),
    post: id => {
      const found = postAndService(directory, id);
      return found && postTitle(found.service);
    },
  };
}
