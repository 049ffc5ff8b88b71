/** The offer as moderators prepare it: each post with whether it is free, and what may be done about it. Pure. */
import type { Directory, DirectoryPost, DirectoryService } from '../../machines/directory.ts';
import type { PublicPerson, PublicState } from '../../machines/session/public-state.ts';
import { folded } from '../../machines/folded.ts';

export interface OfferedPost {
  readonly post: DirectoryPost;
  readonly service: DirectoryService;
  readonly state: 'free' | 'filled' | 'blocked';
}

export function offeredPosts(state: PublicState, directory: Directory): readonly OfferedPost[] {
  const services = new Map(directory.services.map(service => [service.id, service]));
  return directory.posts.flatMap(post => {
    const service = services.get(post.service);
    const seat = state.posts.get(post.id);
    if (service === undefined) return [];
    const now = seat?.filled === true ? 'filled' : seat?.blocked === true ? 'blocked' : 'free';
    return [{ post, service, state: now }];
  });
}

/** Every word in the service, the establishment, the town or the post's number. */
export function foundPosts(posts: readonly OfferedPost[], words: string): readonly OfferedPost[] {
  const wanted = folded(words).split(/\s+/u).filter(Boolean);
  return posts.filter(({ post, service: { name, establishment, city } }) => {
    const text = folded([post.number, name, establishment, city, post.earmark ?? ''].join(' '));
    return wanted.every(word => text.includes(word));
  });
}

/**
 * Whether somebody of this order would come in as an absentee (domain §2): somebody behind them has been reached.
 * What everybody sees is enough to foretell it; the machine decides when it is sent.
 */
export function rankHasPassed(state: PublicState, callOrder: number): boolean {
  const begun = (person: PublicPerson): boolean => {
    const session = person.session === null ? undefined : state.sessions.get(person.session);
    return session !== undefined && ['running', 'paused', 'closed'].includes(session.state);
  };
  const reached = (person: PublicPerson): boolean =>
    person.state !== 'waiting' && person.state !== 'notChoosing' && begun(person);
  return [...state.people.values()].some(person => person.callOrder > callOrder && reached(person));
}
