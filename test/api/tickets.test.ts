/** Tickets: 30 seconds, once, and only while the login lives. */
import { expect } from 'chai';
import { issueTicket, purgeTickets, useTicket } from '../../api/kit/tickets.ts';
import { runningApi } from './support/running-api.ts';
import type { RunningApi, Visitor } from './support/running-api.ts';
import { seed } from './support/seed.ts';

describe('a ticket', () => {
  let api: RunningApi;
  beforeEach(async () => {
    api = await runningApi();
  });
  afterEach(() => api.close());

  const ticketOf = async (visitor: Visitor, realm: string): Promise<string> => {
    const { body } = await visitor.send('POST', '/api/ticket', { realm });
    return String(body['ticket']);
  };

  it('names the public’s nobody, and the address of the sockets', async () => {
    const { body } = await api.visitor().send('POST', '/api/ticket', { realm: 'public' });
    expect(body)
      .to.have.property('url')
      .that.matches(/^ws:\/\/localhost/);
    expect(await useTicket(api.database.sql, String(body['ticket']))).to.deep.equal({ kind: 'public' });
  });

  it('[W4] [ASVS 4.4.4] is good once, for the login that asked', async () => {
    const { people } = await seed(api.database.sql);
    const intern = await api.signedIn({ realm: 'intern', email: 'i@exemple.fr', person: people[0] ?? '' });
    const ticket = await ticketOf(intern, 'intern');
    expect(await useTicket(api.database.sql, ticket)).to.deep.include({
      kind: 'login',
      realm: 'intern',
      name: 'Étienne Œuvrard',
    });
    expect(await useTicket(api.database.sql, ticket)).to.equal(null);
  });

  it('of one used twice at once names one', async () => {
    const ticket = await issueTicket(api.database.sql, null);
    const holders = await Promise.all([1, 2, 3].map(() => useTicket(api.database.sql, ticket)));
    expect(holders.filter(holder => holder !== null)).to.have.length(1);
  });

  it('is not given for a realm one is not signed in to', async () => {
    expect((await api.visitor().send('POST', '/api/ticket', { realm: 'moderator' })).status).to.equal(401);
  });

  it('[W4] is worth nothing after 30 seconds, and is purged', async () => {
    const ticket = await issueTicket(api.database.sql, null);
    await api.database.sql(`update ticket set expires_at = expires_at - interval '30 seconds'`);
    expect(await useTicket(api.database.sql, ticket)).to.equal(null);
    await issueTicket(api.database.sql, null);
    await api.database.sql(`update ticket set expires_at = expires_at - interval '30 seconds'`);
    await purgeTickets(api.database.sql);
    expect(await api.database.sql('select 1 from ticket')).to.deep.equal([]);
  });

  it('is worth nothing once its login has ended', async () => {
    const moderator = await api.signedIn({ realm: 'moderator', email: 'm@exemple.fr', name: 'M' });
    const ticket = await ticketOf(moderator, 'moderator');
    await moderator.send('DELETE', '/api/login', { realm: 'moderator' });
    expect(await useTicket(api.database.sql, ticket)).to.equal(null);
  });
});
