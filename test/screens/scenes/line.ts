/** A page's live socket that can be cut and mended: a lost connection without a lost network. */
import type { Page, WebSocketRoute } from 'playwright-core';

export interface Line {
  cut(): Promise<void>;
  mend(): void;
}

const GOING_AWAY = 1001;

/** Before the page's first address. */
export async function cuttable(page: Page): Promise<Line> {
  let whole = true;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/./u, async socket => {
    if (!whole) return socket.close({ code: GOING_AWAY });
    open.add(socket);
    socket.connectToServer();
  });
  return {
    async cut() {
      whole = false;
      for (const socket of open) await socket.close({ code: GOING_AWAY });
      open.clear();
    },
    mend() {
      whole = true;
    },
  };
}
