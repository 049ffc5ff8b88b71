/** Why a start failed, in one sentence for the person at the terminal; a fault of ours keeps its stack. */
import { ConfigFault } from '../../api/kit/config.ts';
import { HouseRunning } from '../../migrations/embedded/house-lock.ts';
import { PortTaken } from '../gateway/sockets.ts';

export function explain(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  if (error instanceof HouseRunning)
    return `Une instance tourne déjà sur ce dossier de données (processus ${error.pid}, base de données sur le port ${error.port})\u00A0: arrêtez-la d’abord, ou donnez un autre DATA_DIR et un autre PORT.`;
  if (error instanceof PortTaken) return portTaken(error.port);
  const { code, port, stack } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE' && port !== undefined) return portTaken(port);
  return stack ?? String(error);
}

const portTaken = (port: number): string =>
  `Le port ${port} est déjà pris par un autre programme\u00A0: arrêtez-le, ou choisissez-en un autre avec PORT (les pages) et SOCKET_PORT (le direct, PORT + 1 par défaut).`;
