/** The public offer: every published post of the semester, its seats as they stand, and nothing of who sits there. */
import { expect } from 'chai';
import type { OfferState, PublicOffer } from '../../machines/public-offer.ts';
import { simulatedClock } from '../support/simulated-clock.ts';
import type { SimulatedClock } from '../support/simulated-clock.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi } from './support/running-api.ts';
import { assign, seed } from './support/seed.ts';

describe('the public offer', () => {
  let api: RunningApi;
  let clock: SimulatedClock;
  beforeEach(async () => {
    clock = simulatedClock();
    api = await runningApi({ clock });
  });
  afterEach(() => api.close());

  const read = async <T>(path: string): Promise<T> => {
    clock.moveBy(1_000); // what was read before is old
    return JSON.parse((await api.visitor().get(path)).text) as T;
  };
  const offer = () => read<PublicOffer>('/api/offer');
  const state = () => read<OfferState>('/api/offer/state');

  it('[D9] holds services, lines and posts in the offer’s order, and nothing of anybody', async () => {
    const { amphitheatre, posts } = await seed(api.database.sql);
    const { text } = await api.visitor().get('/api/offer');
    expect(text).to.not.match(/person|École|SECRET|"at"/u);
    const { semester, services, lines, specialties, amphitheatres } = JSON.parse(text) as PublicOffer;
    expect(semester).to.equal('2027-05');
    expect(amphitheatres).to.deep.equal([
      { id: amphitheatre, group: 'Spécialités chirurgicales', phase: 'approfondissement' },
    ]);
    expect(services.map(([, name, head, ...where]) => [name, head, ...where])).to.deep.equal([
      ['Chirurgie digestive', 'Pr Durand', 'Hôpital Saint-Antoine', 'Paris', '75'],
      ['Urologie', 'Pr Petit', 'Hôpital Saint-Antoine', 'Paris', '75'],
    ]);
    const shown = lines.map(([, , , , reserved, , seats]) => [
      reserved,
      ...seats.map(([, number]) => number),
    ]);
    expect(shown).to.deep.equal([
      [specialties[0]?.[0], '20'],
      [null, '101-1', '101-2'],
      [null, '9', '1000'],
    ]);
    expect(lines.flatMap(line => line[6].map(([post]) => post))).to.have.members(posts);
  });

  it('[D4] holds nothing of an amphitheatre before the publication of its offer, and all of it after', async () => {
    await seed(api.database.sql, { published: false });
    expect((await offer()).lines).to.deep.equal([]);
    expect(await state()).to.deep.equal({ edition: '0', posts: '' });
    await api.database.sql('update amphitheatre set offer_published_at = now()');
    expect((await offer()).lines).to.have.length(3);
  });

  it('tells by a digit in the same order what is filled and what is taken out, a correction too', async () => {
    const seeded = await seed(api.database.sql);
    expect((await state()).posts).to.equal('00000');
    await assign(api.database.sql, seeded, 0, 1, 1);
    await api.database.sql('update post set blocked = true where id = ?', [seeded.posts[3]]);
    expect((await state()).posts).to.equal('00120');
    await api.database.sql('update assignment set ended_at = now()');
    expect((await state()).posts).to.equal('00020');
  });

  it('does not count a supernumerary as a seat', async () => {
    const seeded = await seed(api.database.sql);
    await assign(api.database.sql, seeded, 0, 0, 1);
    await api.database.sql(`update assignment set status = 'supernumeraryNonValidating'`);
    expect((await state()).posts).to.equal('00000');
  });

  it('is another edition once a post is added, for offer and state alike', async () => {
    const { amphitheatre } = await seed(api.database.sql);
    const before = await offer();
    await api.database.sql(
      `with added as (insert into post (amphitheatre_id, number, service_id) select amphitheatre_id, '2000', service_id from post limit 1)
      update amphitheatre set edition = edition + 1 where id = ?`,
      [amphitheatre],
    );
    const [after, now] = [await offer(), await state()];
    expect(after.edition).to.not.equal(before.edition);
    expect([now.edition, now.posts.length]).to.deep.equal([after.edition, 6]);
  });

  it('is packed, read once a second at most, and not sent to who has it', async () => {
    const seeded = await seed(api.database.sql);
    await api.database.sql(
      `insert into post (amphitheatre_id, number, service_id)
      select amphitheatre_id, 3000 + more, service_id from (select * from post limit 1) post, generate_series(1, 100) more`,
    );
    const first = await fetch(`${api.url}/api/offer`, {
      headers: { 'accept-encoding': 'gzip, br', connection: 'close' },
    });
    expect(first.headers.get('content-encoding')).to.equal('br');
    expect(await first.json()).to.have.property('semester', '2027-05');
    const etag = first.headers.get('etag') ?? '';
    expect((await api.visitor().get('/api/offer', { 'if-none-match': etag })).status).to.equal(304);
    await assign(api.database.sql, seeded, 0, 0, 1);
    expect((await api.visitor().get('/api/offer/state')).text).to.include('00000');
    expect((await state()).posts).to.match(/^01000/);
  });
});
