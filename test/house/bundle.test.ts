/** Architecture §1: nothing of the API, nor of any server, is in what browsers are sent. */
import { expect } from 'chai';
import { join, relative, sep } from 'node:path';
import { build } from 'vite';
import { roomOf } from './imports.ts';
import { ROOT } from './tree.ts';

describe('the client’s bundle', function () {
  this.timeout(60_000);
  let modules: readonly string[] = [];

  before(async () => {
    const built = await build({
      configFile: join(ROOT, 'client/vite.config.ts'),
      logLevel: 'silent',
      build: { write: false },
    });
    modules = [built]
      .flat()
      .flatMap(result => ('output' in result ? result.output : []))
      .flatMap(part => (part.type === 'chunk' ? Object.keys(part.modules) : []))
      .map(id =>
        relative(ROOT, id.split('?')[0] ?? '')
          .split(sep)
          .join('/'),
      );
  });

  it('is made of the client’s and the machines’ modules alone', () => {
    expect(modules.some(path => path.startsWith('client/'))).to.equal(true);
    const foreign = modules.filter(path => !['client', 'machines', null].includes(roomOf(path)));
    expect(foreign).to.deep.equal([]);
  });

  it('has no part that is made for servers', () => {
    const servers =
      /node_modules\/(hono\/(?!dist\/client)|@hono|@mikro-orm|pg|pino|nodemailer|jose|uWebSockets)/u;
    expect(modules.filter(path => servers.test(path))).to.deep.equal([]);
  });
});
