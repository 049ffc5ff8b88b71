/** What `npm start` prints: a newcomer can follow it to the end, whatever the port, whatever was played before. */
import { expect } from 'chai';
import type { DemoAccount } from '../../api/answers.ts';
import { type Opened, welcome } from '../../session-server/house/welcome.ts';

const ACCOUNTS: readonly DemoAccount[] = [
  { realm: 'moderator', email: 'gestion@demo.example', name: 'Gestion', callOrder: null },
  { realm: 'intern', email: 'interne1@demo.example', name: 'Ana Roux', callOrder: 1 },
];

const OPENED: Opened = {
  url: 'http://localhost:3000',
  otherPort: null,
  otherFolder: null,
  accounts: ACCOUNTS,
  session: { title: 'Santé publique, phase socle', people: 12, closed: false },
  startedInMs: 2345,
};

describe('what npm start prints', () => {
  it('names the session, and starts it only once everybody can be there', () => {
    const text = welcome(OPENED);
    expect(text).to.contain('Prêt en 2,3\u00a0s\u00a0: http://localhost:3000\n');
    expect(text).to.contain('«\u00a0Santé publique, phase socle\u00a0» (12 internes)');
    expect(text.indexOf('démarrez la session')).to.be.greaterThan(text.indexOf('simulate -- --join'));
    expect(text).to.contain('http://localhost:3000/courriers').and.not.contain('PORT=');
  });

  it('says where to sign in, how to be several at once, and what becomes of those who do not come', () => {
    const text = welcome(OPENED);
    expect(text).to.contain('http://localhost:3000/connexion');
    expect(text).to.contain('un deuxième interne, en navigation privée');
    expect(text.indexOf('trois absences de suite')).to.be.greaterThan(text.indexOf('démarrez la session'));
  });

  it('gives the port to the robots where it is another', () => {
    expect(welcome({ ...OPENED, otherPort: 3950 })).to.contain('«\u00a0PORT=3950 npm run simulate -- --join');
  });

  it('gives them the data folder where it is another: without it they would look at another house', () => {
    expect(welcome({ ...OPENED, otherFolder: '.data/2' })).to.contain(
      '«\u00a0DATA_DIR=.data/2 npm run simulate -- --join',
    );
  });

  it('says how to begin again once the session is closed', () => {
    const text = welcome({ ...OPENED, session: { title: 'X', people: 12, closed: true } });
    expect(text).to.contain('DATA_DIR=').and.not.contain('Valider');
  });

  it('is one line where there is no demonstration', () => {
    const text = welcome({ ...OPENED, accounts: [], session: null, startedInMs: 900 });
    expect(text.trim()).to.equal('Prêt en 0,9\u00a0s\u00a0: http://localhost:3000');
  });
});
