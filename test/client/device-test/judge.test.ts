/** What is seen of a device, what it is worth, and that whatever is wrong says what to do. */
import { expect } from 'chai';
import { browserName } from '../../../client/ui/browser-name.ts';
import {
  attention,
  bad,
  CHECK_IDS,
  good,
  reportText,
  summaryOf,
  toDo,
  underWay,
} from '../../../client/device-test/check.ts';
import type { Check, CheckId, Checks } from '../../../client/device-test/check.ts';
import {
  judgeBrowser,
  judgeHidden,
  judgeNotifications,
  judgeSleep,
  judgeSound,
  judgeVibration,
} from '../../../client/device-test/judge-device.ts';
import type { Features, Woken } from '../../../client/device-test/judge-device.ts';
import { judgeAccess, judgeClock, judgeLine } from '../../../client/device-test/judge-line.ts';
import type { LineOutcome } from '../../../client/device-test/judge-line.ts';

const open = (roundTrips: readonly number[], offset = 0): LineOutcome => ({
  kind: 'open',
  openMs: 30,
  roundTrips,
  offset,
});
const FIREFOX = browserName(
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0',
);
const IPHONE = browserName(
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
);
const FEATURES: Features = {
  secure: true,
  cookies: true,
  storage: true,
  modern: true,
  worker: true,
  sound: true,
  vibration: null,
  battery: null,
};
const checksOf = (more: Partial<Record<CheckId, Check>> = {}): Checks => ({
  ...(Object.fromEntries(CHECK_IDS.map(id => [id, good('Bon.')])) as Record<CheckId, Check>),
  ...more,
});

describe('the live line', () => {
  it('is good when it answers quickly and evenly', () => {
    expect(judgeLine(open([20, 25, 30])).verdict).to.equal('good');
  });

  it('is to be looked at when it is slow, or now and then', () => {
    expect(judgeLine(open([600, 700, 650])).verdict).to.equal('attention');
    expect(judgeLine(open([20, 25, 900])).told).to.include('irrégulière');
  });

  it('is said to be blocked by the network, and that another one helps', () => {
    const blocked = judgeLine({ kind: 'blocked' });
    expect(blocked).to.include({ verdict: 'bad', told: 'Votre réseau bloque la liaison en direct.' });
    expect('todo' in blocked && blocked.todo[0]).to.include('Passez en 4G');
  });

  it('says what to do about each of its faults', () => {
    for (const kind of ['blocked', 'silent', 'cut', 'noServer', 'signedOut'] as const) {
      const check = judgeLine({ kind });
      expect('todo' in check && check.todo.length, kind).to.be.above(0);
    }
  });
});

describe('the site’s access', () => {
  it('tells a device without a network from a site that does not answer', () => {
    expect(judgeAccess([], false).told).to.include('hors ligne');
    expect(judgeAccess([], true).told).to.include('ne répond pas');
    expect(judgeAccess([40, 4_000, 60], true).verdict).to.equal('good');
    expect(judgeAccess([2_000, 2_500, 90], true).verdict).to.equal('attention');
  });
});

describe('the clock', () => {
  it('is shown and said to change nothing; far off, the agenda is warned of', () => {
    expect(judgeClock(open([20], 400)).told).to.include('À l’heure');
    expect(judgeClock(open([20], 62_000))).to.deep.include({ verdict: 'good' });
    expect(judgeClock(open([20], 62_000)).told)
      .to.include('retarde de 1\u00a0min\u00a02\u00a0s')
      .and.include('ne change rien');
    expect(judgeClock(open([20], -3_600_000))).to.include({ verdict: 'attention' });
    expect(judgeClock(open([20], -3_600_000)).told).to.include('avance');
  });

  it('is not measured without a line, and says so', () => {
    expect(judgeClock({ kind: 'blocked' }).told).to.include('Non mesurée');
  });
});

describe('a browser', () => {
  it('is named by the most particular of what it claims to be', () => {
    const agents = {
      'Edge 126, Windows':
        'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      'Chrome 126, Android':
        'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36',
      'Samsung Internet 25, Android':
        'Mozilla/5.0 (Linux; Android 14) SamsungBrowser/25.0 Chrome/121.0 Safari/537.36',
      'Safari 17.5, Mac':
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/17.5 Safari/605',
    };
    for (const [words, agent] of Object.entries(agents)) expect(browserName(agent).words).to.equal(words);
    expect(browserName(agents['Safari 17.5, Mac'], 5).system).to.equal('ios');
    expect(browserName(agents['Chrome 126, Android']).name).to.equal('Chrome, Android');
    expect(browserName('x').words).to.equal('navigateur inconnu, système inconnu');
  });

  it('is blocking without a secure address, cookies or what the pages need, in this order', () => {
    const judged = (more: Partial<Features>) => judgeBrowser({ ...FEATURES, ...more }, FIREFOX);
    expect(judged({ secure: false, modern: false }).told).to.include('sécurisée');
    expect(judged({ modern: false }).told).to.include('ancien');
    expect(judged({ cookies: false }).verdict).to.equal('bad');
    expect(judged({ storage: false }).verdict).to.equal('attention');
    expect(judged({}).told).to.equal('Firefox 128, Windows, à jour.');
  });
});

describe('sound, vibration and notifications', () => {
  it('wait for the person’s ear, and advise whoever heard nothing', () => {
    expect(judgeSound(true, null, IPHONE).verdict).to.equal('waiting');
    expect(judgeSound(true, true, IPHONE).verdict).to.equal('good');
    const unheard = judgeSound(true, false, IPHONE);
    expect('todo' in unheard && unheard.todo.join()).to.include('mode silencieux');
  });

  it('ask no computer to vibrate', () => {
    expect(judgeVibration(null, null).verdict).to.equal('good');
    expect(judgeVibration(true, null).verdict).to.equal('waiting');
    expect(judgeVibration(true, false).verdict).to.equal('attention');
  });

  it('tell where each browser keeps what was refused, and iPhones to install the application', () => {
    const refused = judgeNotifications('refused', null, FIREFOX);
    expect('todo' in refused && refused.todo[0]).to.include('cadenas');
    const none = judgeNotifications('none', null, IPHONE);
    expect('todo' in none && none.todo[0]).to.include('écran d’accueil');
  });

  it('promise what reaches a closed site only to a device that the account knows', () => {
    const allowed = (woken: Woken | null): Check => judgeNotifications('on', woken, FIREFOX);
    expect(allowed('woken')).to.include({ verdict: 'good' });
    expect(allowed('woken').told).to.include('même quand le site est fermé');
    expect(allowed('asleep')).to.include({ verdict: 'waiting', by: 'person' });
    expect(allowed('noPush').told).to.include('tant que la page de la session reste ouverte');
    expect(allowed('nobody').told).to.include('Connectez-vous');
    expect(allowed({ failed: 'Réessayez.' })).to.deep.include({ verdict: 'attention', todo: ['Réessayez.'] });
    expect(allowed(null)).to.equal(underWay);
  });
});

describe('sleep and hidden pages', () => {
  it('say how this system is set, and warn of a low battery without a charger', () => {
    expect(judgeSleep({ battery: null }, false, IPHONE).told).to.include('Verrouillage automatique');
    expect(judgeSleep({ battery: null }, true, IPHONE).verdict).to.equal('good');
    expect(judgeSleep({ battery: { level: 0.2, charging: false } }, true, IPHONE).told).to.include(
      '20\u00a0%',
    );
    expect(judgeSleep({ battery: { level: 0.2, charging: true } }, true, IPHONE).verdict).to.equal('good');
  });

  it('tell whether the line came back after an absence', () => {
    expect(judgeHidden(null, null).verdict).to.equal('waiting');
    expect(judgeHidden(12_000, open([20])).told)
      .to.include('12\u00a0s')
      .and.include('30\u00a0ms');
    expect(judgeHidden(12_000, { kind: 'blocked' }).verdict).to.equal('attention');
  });
});

describe('the sentence on top', () => {
  it('waits for what tests itself, then says that all is ready', () => {
    expect(summaryOf(checksOf({ line: underWay })).kind).to.equal('waiting');
    expect(summaryOf(checksOf()).title).to.equal('Votre poste est prêt');
  });

  it('counts what is to be corrected, and tells what is blocking from what is not', () => {
    const faults = summaryOf(checksOf({ line: bad('x', 'y'), clock: attention('x', 'y') }));
    expect(faults.title).to.equal('2 points à corriger');
    expect(faults.text).to.include('ne pourriez pas choisir');
    expect(summaryOf(checksOf({ clock: attention('x', 'y') }))).to.include({ title: '1 point à corriger' });
  });

  it('says what is left for the person to try', () => {
    const left = summaryOf(checksOf({ sound: toDo('x'), hidden: toDo('x') }));
    expect([left.kind, left.text]).to.deep.equal(['ready', '2 essais restent à faire par vous.']);
  });
});

describe('the text to copy', () => {
  it('has every check with its word and what was seen, under the date and the browser', () => {
    const text = reportText(checksOf({ line: bad('Bloquée.', 'Passez en 4G.') }), {
      at: 'lundi 22 mars 2027, 09:57:24',
      browser: FIREFOX.words,
    });
    expect(text.split('\n')).to.have.length(3 + CHECK_IDS.length);
    expect(text)
      .to.include('Liaison en direct\u00a0: BLOQUANT. Bloquée.')
      .and.include('Firefox 128, Windows');
  });
});
