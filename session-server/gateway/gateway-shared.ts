/** What the parts of a gateway share, whichever stream they serve. */
import type { StreamId } from '../bus/stream-id.ts';
import type { Charts } from './charts.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { PresenceBook } from './presence-book.ts';
import type { RoomModerators } from './room-moderators.ts';

export interface GatewayShared {
  readonly parts: GatewayParts;
  readonly presence: PresenceBook;
  readonly rooms: RoomModerators;
  readonly charts: Charts;
  publish(topic: string, text: string): void;
  /** A mandate was accepted or has ended: logins may act for others now. */
  mandatesChanged(stream: StreamId): void;
}
