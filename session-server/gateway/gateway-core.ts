/** The gateway as those of its parts see it that look streams up. */
import type { StreamId } from '../bus/stream-id.ts';
import type { Followed } from './followed.ts';
import type { GatewayShared } from './gateway-shared.ts';

export interface GatewayCore extends GatewayShared {
  /** The amphitheatre or the rehearsal as it is followed here; null where there is none. */
  followed(stream: StreamId): Promise<Followed | null>;
}
