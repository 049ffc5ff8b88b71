/** `npm run simulate` as a newcomer types it: robots over the real API and sockets, judged by its exit code. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { type House, openHouse } from '../support/house.ts';

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

describe('robots', function () {
  this.timeout(120_000);
  let house: House;

  before(async () => {
    house = await openHouse();
  });
  after(() => house.remove());

  it('choose as serial dictatorship says, with absent and late ones and lost connections', async () => {
    const ended = await simulate(
      house,
      '--interns 30 --turn 300ms --absent 3 --late 2 --drop 10 --seed 7'.split(' '),
    );
    expect(ended.said).to.match(/equals serial dictatorship\s+yes/u);
    expect(ended.code, ended.said).to.equal(0);
    const file = /^results\/\S+\.json$/mu.exec(ended.said)?.[0] ?? '';
    expect(dirname(file)).to.equal('results');
    rmSync(join(import.meta.dirname, '../..', file));
  });

  it('say how to start a house where there is none', async () => {
    const ended = await simulate(house, ['--interns', '5'], { PORT: '1' });
    expect(ended.code).to.equal(2);
    expect(ended.said).to.include('npm start');
  });
});

function simulate(house: House, flags: readonly string[], environment = {}): Promise<Ended> {
  const script = join(import.meta.dirname, '../load/simulate.ts');
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', script, ...flags],
      { env: { ...process.env, ...house.environment, ...environment }, timeout: 100_000 },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, said: `${stdout}\n${stderr}` }),
    );
  });
}
