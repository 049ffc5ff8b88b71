/** The bus within a process. */
import { localBus } from '../../../session-server/bus/local.ts';
import { contract } from './contract.ts';

describe('bus: local', () => {
  contract(() => {
    const bus = localBus();
    return Promise.resolve({ gateway: bus, host: bus });
  });
});
