/** The settings of the sessions: what the form takes, within the machines' limits, and what the page says of them. */
import { expect } from 'chai';
import {
  changedBetween,
  faultOf,
  NUMBERS,
  nowText,
  seenOf,
  settingRows,
  settingsFixed,
  settingsScope,
  settingsTyped,
  typedAfter,
  typedOf,
} from '../../../client/prepare/settings.ts';
import type { AmphitheatreSettings } from '../../../client/http/answers.ts';
import type { SessionId } from '../../../machines/ids.ts';
import { SETTING_LIMITS } from '../../../machines/session/settings-limits.ts';

const SETTINGS = {
  turnSeconds: 90,
  windowSeconds: 20,
  absenteesGraceSeconds: 900,
  returnsAllowed: 2,
  pauseAfterAbsences: 3,
  supernumeraryCap: null,
  scheduledStart: false,
};
const typed = typedOf(SETTINGS);
const sessions = (...started: readonly boolean[]): Pick<AmphitheatreSettings, 'sessions'> => ({
  sessions: started.map((one, index) => ({
    session: index as SessionId,
    number: index + 1,
    state: one ? 'running' : 'open',
    started: one,
  })),
});

describe('the form of the settings', () => {
  it('gives back what it was opened with', () => {
    expect(settingsTyped(typed)).to.deep.equal(SETTINGS);
  });

  it('has every number that there is a limit for', () => {
    expect([...NUMBERS].toSorted()).to.deep.equal(Object.keys(SETTING_LIMITS).toSorted());
  });

  for (const setting of NUMBERS)
    it(`takes ${setting} at both limits and no further`, () => {
      const { min, max } = SETTING_LIMITS[setting];
      expect(faultOf(setting, String(min))).to.equal(null);
      expect(faultOf(setting, String(max))).to.equal(null);
      expect(faultOf(setting, String(min - 1))).to.be.a('string');
      expect(settingsTyped({ ...typed, [setting]: String(max + 1) })).to.equal(null);
      expect(settingsTyped({ ...typed, [setting]: '12,5' })).to.equal(null);
    });

  it('takes an empty cap for none, and nothing else empty', () => {
    expect(settingsTyped({ ...typed, supernumeraryCap: ' ' })?.supernumeraryCap).to.equal(null);
    expect(settingsTyped({ ...typed, supernumeraryCap: '0' })?.supernumeraryCap).to.equal(0);
    expect(settingsTyped({ ...typed, turnSeconds: '' })).to.equal(null);
  });
});

describe('the settings as they are read', () => {
  it('are durations and words', () => {
    const rows = new Map(settingRows({ ...SETTINGS, pauseAfterAbsences: 0, supernumeraryCap: 2 }));
    expect(rows.get('Durée d’un tour')).to.equal('1\u00a0min\u00a030\u00a0s');
    expect(rows.get('Pause automatique')).to.equal('jamais');
    expect(rows.get('Surnombres par service')).to.equal('2 au plus');
    expect(rows.get('Démarrage')).to.equal('à la main');
  });

  it('say which sessions a change is for, and that there is none once all have begun', () => {
    expect(settingsScope(sessions(true, false, false))).to.include(
      'les sessions 2 et 3, qui n’ont pas commencé',
    );
    expect(settingsScope(sessions(true, false))).to.include('la session 2, qui n’a pas commencé');
    expect(settingsFixed(sessions(true, false))).to.equal(false);
    expect(settingsFixed(sessions(true, true))).to.equal(true);
    expect(settingsScope(sessions(true, true))).to.include('Fixés');
    expect(settingsFixed(sessions())).to.equal(false);
  });
});

describe('settings that another hand has changed meanwhile', () => {
  const theirs = { ...SETTINGS, turnSeconds: 120, returnsAllowed: 1 };
  const mine = { ...typed, turnSeconds: '60', windowSeconds: '30' };

  it('[D30] are named, and leave what was typed where it is', () => {
    expect(changedBetween(SETTINGS, theirs)).to.deep.equal(['turnSeconds', 'returnsAllowed']);
    expect(typedAfter(mine, SETTINGS, theirs)).to.deep.equal({ ...mine, returnsAllowed: '1' });
  });

  it('[D30] say beside what was typed what they are now, and which of both will hold', () => {
    expect(nowText('turnSeconds', mine, theirs)).to.equal(
      'Changé entre-temps\u00a0: 120 maintenant. Votre saisie le remplacera.',
    );
    expect(nowText('returnsAllowed', { ...mine, returnsAllowed: '1' }, theirs)).to.equal(
      'Changé entre-temps\u00a0: 1 maintenant.',
    );
  });

  it('[D30] are what a change was decided on, with the sessions they are for', () => {
    const read = { ...SETTINGS, ...sessions(true, false) };
    expect(seenOf(read)).to.deep.equal({ ...SETTINGS, sessions: [1] });
  });
});
