/** Every page in every state of the gallery (`npm run screens`): axe, 320 px, 200 % zoom, no motion, targets; a silent console. */
import { expect } from 'chai';
import { SCENES } from '../screens/scenes.ts';
import { accessibilityFaults } from './accessible.ts';
import { openTheatre, type Theatre } from './theatre.ts';

describe('every page in every state', function () {
  this.timeout(300_000);
  let theatre: Theatre;

  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  for (const scene of SCENES)
    it(`is without a fault of accessibility: ${scene.title}`, async () => {
      const faults: string[] = [];
      await scene.play(theatre, async (name, page) => {
        faults.push(...(await accessibilityFaults(page)).map(fault => `${name}: ${fault}`));
      });
      expect(faults.join('\n')).to.equal('');
    });

  it('complains of nothing in the console', () => {
    expect(theatre.complaints).to.deep.equal([]);
  });
});
