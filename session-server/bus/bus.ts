/**
 * How gateways and hosts speak to each other, in one process or many: the only thing either knows of the other.
 * Whatever is lost here is repaired from PostgreSQL (architecture §4): a row by its number, presence by asking anew,
 * an answer by the client's repeating its command id.
 */
import type { SessionId } from '../../machines/ids.ts';
import type { Answer, CommandRequest, Live, PresenceReport, ViewRequest, Views } from './messages.ts';
import type { StreamId } from './stream-id.ts';

/**
 * An owner that cannot tell whether a command's row stands answers `RETRY` after this at the latest,
 * and another press is judged (host/answer-in-doubt.ts): longer than a failover of the record, shorter than a person
 * who gives up.
 */
export const DOUBT_ENDS_MS = 15_000;

/** Undoes a subscription; done again it does nothing. */
export type Release = () => Promise<void>;

export interface Bus {
  /** Host → every gateway that follows the stream. Never waits. */
  publish(stream: StreamId, live: Live): void;
  follow(stream: StreamId, hear: (live: Live) => void): Promise<Release>;

  /**
   * Gateway → the one owner of the session, or one host where nobody owns it.
   * @throws NoAnswer where none came in time: the client asks again with the same command id.
   */
  request(request: CommandRequest): Promise<Answer>;
  /** @returns null where nobody owns the session. */
  view(request: ViewRequest): Promise<Views | null>;
  own(session: SessionId, owner: Ownership): Promise<Release>;
  /** A command for a session that nobody owns (`start`, or one that is over) goes to one of those who take them. */
  takeOrphans(take: (request: CommandRequest) => Promise<Answer>): Promise<Release>;

  /** Gateway → every host. */
  reportPresence(report: PresenceReport): void;
  hearPresence(hear: (report: PresenceReport) => void): Promise<Release>;
  /** Host → every gateway: say again who is here. */
  askPresence(): void;
  hearPresenceAsked(hear: () => void): Promise<Release>;

  /** Words between processes may have been lost until now: what was said is to be looked for in the record. */
  hearBack(hear: () => void): Promise<Release>;

  close(): Promise<void>;
}

export interface Ownership {
  command(request: CommandRequest): Promise<Answer>;
  view(request: ViewRequest): Views;
}

/** Nobody answered in time. */
export class NoAnswer extends Error {
  constructor(what: string) {
    super(`no answer: ${what}`);
    this.name = 'NoAnswer';
  }
}

/** Nobody can have heard the question. */
export class NobodyThere extends NoAnswer {}
