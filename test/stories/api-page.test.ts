/** `/api/docs`: the API read in a browser, from the house alone. */
import { expect } from 'chai';
import { openTheatre, type Theatre } from './theatre.ts';

describe('the API’s page', function () {
  this.timeout(90_000);
  let theatre: Theatre;
  before(async () => {
    theatre = await openTheatre();
  });
  after(() => theatre.close());

  it('[ASVS 3.4.3] shows every group of routes, and asks nothing of any other address', async () => {
    const page = await theatre.visitor();
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto('/api/docs');
    for (const group of ['Signing in', 'Mandates', 'Desk: people'])
      await page.getByText(group, { exact: true }).first().waitFor();
    await page.getByText('What the pages of this service ask').waitFor();
    const foreign = asked.filter(url => !/^(?:data|blob):/u.test(url) && !url.startsWith(theatre.house.url));
    expect(asked.length).to.be.above(2);
    expect(foreign).to.deep.equal([]);
    expect(theatre.complaints, 'the policy refused nothing either').to.deep.equal([]);
  });
});
