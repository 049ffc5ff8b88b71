/**
 * A place to call `res.upgrade` from after an await. `res.cork(() => res.upgrade(…))` with the *same* response, as the
 * examples of uWebSockets.js do it, now and then closes the new socket at once (1006, more often under load): after
 * the callback `cork` reads HTTP state from memory that has become a socket (uNetworking/uWebSockets pull 1929; not in
 * 3.0.6). Uncorked it is right, but prints a warning each time. So we cork another response: one that we ask of
 * ourselves over the loopback, on a port closed again at once, and never answer.
 * To be deleted with the first release that has the fix.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import uWS from 'uWebSockets.js';
import type { HttpResponse, us_listen_socket } from 'uWebSockets.js';

export interface CorkHolder {
  /** Calls `act`, as if from within a corked callback. */
  run(act: () => void): void;
  close(): void;
}

const LOOPBACK = '127.0.0.1';

export async function openCorkHolder(): Promise<CorkHolder> {
  let held: HttpResponse | null = null;
  const app = uWS.App();
  const asked = new Promise<void>(resolve => {
    app.any('/*', response => {
      held = response;
      response.onAborted(() => {
        held = null;
      });
      resolve();
    });
  });
  const listening = await new Promise<us_listen_socket>((resolve, reject) => {
    app.listen(LOOPBACK, 0, listener =>
      listener ? resolve(listener) : reject(new Error('no port on the loopback')),
    );
  });
  const asking: Socket = connect(uWS.us_socket_local_port(listening), LOOPBACK);
  asking.on('error', () => undefined); // then nothing is held: an upgrade is right all the same, with a warning
  await once(asking, 'connect');
  asking.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await asked;
  uWS.us_listen_socket_close(listening);
  return {
    run(act) {
      if (held) held.cork(act);
      else act();
    },
    close() {
      asking.destroy();
      app.close();
    },
  };
}
