/** Settings: all problems at once, nothing secret by default in production, no value ever repeated. */
import { expect } from 'chai';
import { ConfigFault, readConfig } from '../../../api/kit/config.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://u:p@db/choix',
  SMTP_URL: 'smtps://u:p@mail:465',
  PUBLIC_URL: 'https://choix.example/',
  SOCKET_URL: 'wss://choix.example/socket',
  TOKEN_SECRET: 'x'.repeat(32),
  AGENCY_PHONE: '01 23 45 67 89',
  AGENCY_EMAIL: 'choix@ars.example',
};

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.problems;
    throw error;
  }
}

describe('the settings', () => {
  it('need nothing in development', () => {
    expect(readConfig({})).to.deep.include({
      production: false,
      port: 3000,
      socketPort: 3001,
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      socketUrl: 'ws://localhost:3001',
      origins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    });
  });

  it('offer usual reasons, ours or the installation’s own', () => {
    expect(readConfig({}).usualReasons.pause).to.have.length(4);
    const { usualReasons } = readConfig({ PAUSE_REASONS: 'Une question.;  Un incident. ;' });
    expect(usualReasons.pause).to.deep.equal(['Une question.', 'Un incident.']);
    expect(problemsOf({ CLOSE_REASONS: ' ; ' }).join()).to.include('CLOSE_REASONS must be reasons');
  });

  it('say of the legal pages what is missing as null, and what cannot be', () => {
    const { legal } = readConfig({});
    expect(legal).to.deep.equal({
      address: null,
      publicationDirector: null,
      hosting: null,
      dpo: null,
      accessibility: { declaredOn: null, audit: null, planUrl: null },
    });
    const given = {
      ACCESSIBILITY_DATE: '2027-03-01',
      ACCESSIBILITY_RATE: '71,5',
      ACCESSIBILITY_AUDITOR: 'X',
    };
    expect(readConfig({ ...given, DPO_EMAIL: 'dpo@ars.example' }).legal).to.deep.include({
      dpo: 'dpo@ars.example',
      accessibility: { declaredOn: '2027-03-01', audit: { rate: 71.5, by: 'X' }, planUrl: null },
    });
    for (const wrong of [
      { ACCESSIBILITY_DATE: '2027-02-30' },
      { ACCESSIBILITY_RATE: '101', ACCESSIBILITY_AUDITOR: 'X' },
      { ACCESSIBILITY_RATE: '50' },
      { DPO_EMAIL: 'a\nb@c.fr' },
      { ACCESSIBILITY_PLAN_URL: 'javascript:alert(1)' },
    ])
      expect(problemsOf(wrong), JSON.stringify(wrong)).to.have.length(1);
  });

  it('hold the hours of the agency together, however they are typed', () => {
    const hours = (typed: string): string => readConfig({ AGENCY_HOURS: typed }).agency.hours;
    expect(hours('de 9 h à 18 h 30')).to.equal('de 9\u00a0h à 18\u00a0h\u00a030');
    expect(hours('de 9\u00a0h à 18\u00a0h')).to.equal('de 9\u00a0h à 18\u00a0h');
  });

  it('take a rate of mails that a waiting job can bear', () => {
    expect(readConfig({}).mailPerMinute).to.equal(600);
    expect(readConfig({ MAIL_PER_MINUTE: '30' }).mailPerMinute).to.equal(30);
    for (const wrong of ['29', '60001', '1e3', 'vite'])
      expect(problemsOf({ MAIL_PER_MINUTE: wrong }).join()).to.include('MAIL_PER_MINUTE must be a number');
  });

  it('take what production gives', () => {
    expect(readConfig(PRODUCTION)).to.include({
      production: true,
      publicUrl: 'https://choix.example',
      mailFrom: 'ne-pas-repondre@choix.example',
    });
    expect(readConfig(PRODUCTION).origins).to.deep.equal(['https://choix.example']);
  });

  it('[ASVS 13.3.1] have no default in production for what is secret or public', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    for (const name of [
      'DATABASE_URL',
      'SMTP_URL',
      'TOKEN_SECRET',
      'PUBLIC_URL',
      'SOCKET_URL',
      'AGENCY_PHONE',
      'AGENCY_EMAIL',
    ])
      expect(
        problems.filter(problem => problem.startsWith(`${name} `)),
        name,
      ).to.have.length(1);
    expect(problems.some(problem => problem.startsWith('REDIS_URL'))).to.equal(false);
  });

  it('report every problem at once, and repeat no value', () => {
    const problems = problemsOf({
      PORT: 'http',
      DATABASE_URL: 'mysql://root:hunter2@db',
      TOKEN_SECRET: 'hunter2',
      LOG_LEVEL: 'loud',
      MAIL_FROM: 'a@b\r\nBcc: c@d',
    });
    expect(problems.map(problem => problem.split(' ')[0])).to.have.members([
      'PORT',
      'DATABASE_URL',
      'TOKEN_SECRET',
      'LOG_LEVEL',
      'MAIL_FROM',
    ]);
    expect(problems.join()).to.not.match(/hunter2/);
  });

  it('[ASVS 12.2.1] ask for encrypted addresses in production', () => {
    expect(problemsOf({ ...PRODUCTION, SOCKET_URL: 'ws://choix.example' })).to.have.length(1);
  });
});
