/** What one device keeps of the favourites, where several windows of its browser write it. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { ofAllWindows } from '../../../client/favourites/device-copy.ts';
import type { DeviceCopy } from '../../../client/favourites/device-copy.ts';
import type { FavouriteOperation } from '../../../machines/favourites.ts';
import { service } from '../stage.ts';
import { ME } from './life-stage.ts';

describe('the device’s copy of the favourites', () => {
  it('[F13] leaves standing what another window of the browser has still to send', () => {
    const waiting = (...names: readonly string[]) =>
      names.map((id): FavouriteOperation => ({ kind: 'remove', id, seen: 1, of: { service: service(1) } }));
    const copy = (...names: readonly string[]): DeviceCopy => ({
      person: ME,
      device: 'd',
      server: null,
      offer: null,
      waiting: waiting(...names),
    });
    const left = ofAllWindows(copy('other', 'mine', 'done'), copy('mine', 'new'), new Set(['done']));
    expect(left.map(({ id }) => id)).to.deep.equal(['other', 'mine', 'new']);
  });
});
