/** What the bench's processes tell each other: the driver asks, each child answers in order. */

export type WatcherOrder =
  | {
      readonly type: 'watchHouse';
      readonly databaseUrl: string;
      readonly socketUrl: string;
      readonly origin: string;
      readonly amphitheatre: number;
      readonly count: number;
    }
  | { readonly type: 'watchRaw'; readonly url: string; readonly count: number }
  /** Hands over what was seen since the last report, and forgets it. */
  | { readonly type: 'report' }
  | { readonly type: 'leave' };

export type WatcherAnswer =
  | { readonly type: 'watching'; readonly count: number }
  | { readonly type: 'seen'; readonly house: readonly Arrivals[]; readonly raw: readonly Arrivals[] }
  | { readonly type: 'left' };

/** When each watcher got the frame of this public number. */
export interface Arrivals {
  readonly pub: number;
  readonly at: readonly number[];
}

export type PublisherOrder = { readonly type: 'publish'; readonly text: string } | { readonly type: 'stop' };

export type PublisherAnswer =
  | { readonly type: 'listening'; readonly port: number }
  | { readonly type: 'published'; readonly at: number };
