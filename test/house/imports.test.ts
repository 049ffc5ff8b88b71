/** Architecture §1: imports go one way, and each room knows only the parts it may. */
import { expect } from 'chai';
import { type Import, importsOf, loopIn, roomOf } from './imports.ts';
import { filesOf, isCode, type Room, ROOMS } from './tree.ts';

const MAY_IMPORT: Record<Room, readonly Room[]> = {
  machines: ['machines'],
  migrations: ['machines', 'migrations'],
  api: ['machines', 'migrations', 'api'],
  'session-server': ['machines', 'migrations', 'api', 'session-server'],
  client: ['machines', 'client'],
  test: ROOMS,
};

/** The one part that a room alone may know (architecture §1). */
const ONLY_IN: Record<string, readonly Room[]> = {
  'uWebSockets.js': ['session-server', 'test'],
  redis: ['session-server', 'api', 'test'],
  hono: ['api', 'client', 'test'],
  preact: ['client', 'api', 'test'], // api: the mails' bodies
};

const importsIn = (room: Room): Import[] => filesOf(room).filter(isCode).flatMap(importsOf);
const told = (one: Import): string => `${one.from} imports ${one.specifier}`;

describe('imports', () => {
  for (const room of ROOMS) {
    it(`of ${room} go only to ${MAY_IMPORT[room].join(', ')}`, () => {
      const wrong = importsIn(room).filter(one => {
        const target = one.file === null ? room : roomOf(one.file);
        const routeType = room === 'client' && target === 'api' && one.typeOnly; // of the typed HTTP client
        return target !== null && !MAY_IMPORT[room].includes(target) && !routeType;
      });
      expect(wrong.map(told)).to.deep.equal([]);
    });
  }

  it('of machines know xstate, and zod in the parsers of the wire alone', () => {
    const wrong = importsIn('machines').filter(
      ({ file, from, specifier }) =>
        file === null &&
        !/^xstate(\/|$)/u.test(specifier) &&
        !(/^zod(\/|$)/u.test(specifier) && from.startsWith('machines/wire/')),
    );
    expect(wrong.map(told)).to.deep.equal([]);
  });

  it('of the socket part are the gateway’s alone', () => {
    const wrong = importsIn('session-server').filter(
      one => one.specifier === 'uWebSockets.js' && !one.from.startsWith('session-server/gateway/'),
    );
    expect(wrong.map(told)).to.deep.equal([]);
  });

  for (const [part, rooms] of Object.entries(ONLY_IN)) {
    it(`of ${part} are made in ${rooms.join(', ')} alone`, () => {
      const wrong = ROOMS.filter(room => !rooms.includes(room))
        .flatMap(importsIn)
        .filter(one => one.specifier === part || one.specifier.startsWith(`${part}/`));
      expect(wrong.map(told)).to.deep.equal([]);
    });
  }

  it('never lead back to where they began', () => {
    expect(loopIn(ROOMS.flatMap(filesOf).filter(isCode))).to.equal(null);
  });

  it('name files that exist, with their ending', () => {
    const ours = new Set(ROOMS.flatMap(filesOf));
    const wrong = ROOMS.flatMap(importsIn).filter(
      one => one.file !== null && !ours.has(one.file.replace(/\?.*$/u, '')),
    );
    expect(wrong.map(told)).to.deep.equal([]);
  });
});
