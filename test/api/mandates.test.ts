/** A mandate over HTTP: asked for, and accepted by its link; before a session and in it. */
import { expect } from 'chai';
import { HOLDER, mandateStage, WORDS } from './support/mandate-stage.ts';
import type { MandateStage } from './support/mandate-stage.ts';

describe('a mandate', () => {
  let stage: MandateStage;
  const given = async (): Promise<void> => {
    stage = await mandateStage();
  };
  afterEach(() => stage.house.close());

  it('[N1] is asked for, and both are mailed', async () => {
    await given();
    expect((await stage.ask()).body).to.deep.equal({ answer: 'done' });
    expect(await stage.mine()).to.have.nested.property('mandate.acceptedAt', null);
    expect(await stage.mine()).to.deep.nested.include({
      'mandate.email': HOLDER,
      'mandate.phone': '06 12 34 56 78',
      mayGive: true,
    });
    expect(await stage.mails()).to.have.members([
      `acceptMandate ${HOLDER}`,
      'mandateAsked interne1@stage.example',
    ]);
  });

  it('[N1] is mailed again after a minute, and the former link is over', async () => {
    await given();
    await stage.ask();
    const first = await stage.token();
    const again = () => stage.intern.send('POST', '/api/mandate/again');
    expect((await again()).body).to.include({ code: 'MAIL_TOO_SOON', status: 429 });
    await stage.later();
    expect((await again()).status).to.equal(200);
    expect((await stage.accept(first)).body).to.include({ code: 'LINK_ENDED' });
    expect((await stage.accept()).status).to.equal(200);
  });

  it('[N2] is one per intern and one per holder, however the address is written, and not to oneself', async () => {
    await given();
    const other = await stage.house.signedIn(2);
    expect((await stage.ask('INTERNE1@stage.example')).body).to.include({ code: 'OWN_EMAIL' });
    await stage.ask();
    expect((await stage.ask('autre@exemple.fr')).body).to.include({ code: 'MANDATE_GIVEN' });
    expect((await stage.ask('SACHA@exemple.fr', other)).body).to.include({ code: 'HOLDER_TAKEN' });
    await stage.cancel();
    await stage.later();
    expect((await stage.ask('Sacha@exemple.fr', other)).status, 'free again').to.equal(200);
  });

  it('[N2] is one per holder where two interns ask at once', async () => {
    await given();
    const other = await stage.house.signedIn(2);
    const answers = await Promise.all([stage.ask(), stage.ask(HOLDER, other)]);
    expect(answers.map(({ status }) => status)).to.have.members([200, 409]);
    expect(await stage.house.sql('select 1 from mandate where ended_at is null')).to.have.length(1);
  });

  it('[N2] [ASVS 1.3.11] is to one plain address: no homoglyph, no second recipient, no header', async () => {
    await given();
    const bad = [
      'sаcha@exemple.fr', // a Cyrillic а
      'sacha@exemple.fr,autre@exemple.fr',
      'sacha@exemple.fr\r\nBcc: autre@exemple.fr',
      'Sacha <sacha@exemple.fr>',
      `${'a'.repeat(250)}@exemple.fr`,
    ];
    for (const email of bad)
      expect((await stage.ask(email)).body, email).to.deep.include({ fields: ['email'] });
    expect((await stage.ask(HOLDER, stage.intern, '12')).body).to.deep.include({ fields: ['phone'] });
    expect(
      (await stage.ask(HOLDER, stage.intern, '06 12\r\n34 56 78 90 12 34 56 78 90 12 34')).status,
    ).to.equal(400);
    expect(await stage.mails()).to.deep.equal([]);
  });

  it('[N3] is not given by an account that is to be confirmed', async () => {
    await given();
    await stage.house.sql(`update account set to_be_confirmed = true where email = 'interne1@stage.example'`);
    expect((await stage.ask()).body).to.include({ code: 'ACCOUNT_TO_CONFIRM', status: 403 });
    expect(await stage.mine()).to.include({ mayGive: false, toBeConfirmed: true });
  });

  it('[N4] [ASVS 6.5.1] counts from its acceptance, by the link, once', async () => {
    await given();
    await stage.ask();
    const held = await stage.token();
    expect((await stage.open('', { token: held })).body).to.include({ name: 'NOM1', firstName: 'Camille' });
    expect((await stage.accept(held)).body).to.deep.equal({ answer: 'done' });
    expect(await stage.mine())
      .to.have.nested.property('mandate.acceptedAt')
      .that.is.a('number');
    const holder = await stage.signIn();
    expect((await holder.get('/api/me')).body['mandatary']).to.deep.include({
      email: HOLDER,
      name: 'Sacha Morel',
      forPerson: { name: 'NOM1', firstName: 'Camille' },
    });
    for (const what of ['', '/accept', '/decline'] as const) {
      const body = { token: held, ...(what === '/accept' ? { name: 'X', password: WORDS } : {}) };
      expect((await stage.open(what, body)).body, `replayed ${what}`).to.include({ code: 'LINK_ENDED' });
    }
  });

  it('[N4] is accepted with a password that is hard to guess, and a name', async () => {
    await given();
    await stage.ask();
    const body = { token: await stage.token(), name: 'Sacha', password: 'azertyuiop12' };
    expect((await stage.open('/accept', body)).body).to.include({ code: 'PASSWORD_REFUSED' });
    expect((await stage.open('/accept', { ...body, password: WORDS, name: ' ' })).body).to.deep.include({
      fields: ['name'],
    });
    expect((await stage.open('/accept', { ...body, password: WORDS, account: 1 })).status).to.equal(400);
    expect(await stage.mine()).to.have.nested.property('mandate.acceptedAt', null);
  });

  it('[N4] in a live session, makes the holder the chooser at once', async () => {
    await given();
    const room = await stage.house.enter(2);
    await stage.house.start();
    const second = await stage.house.signedIn(2);
    await stage.ask(HOLDER, second);
    const choice = { type: 'choose', post: stage.house.theatre.post(1), turn: 1 } as const;
    expect((await stage.accept()).body).to.deep.equal({ answer: 'done' });
    await room.until(
      'the holder’s address',
      frame => frame.type === 'you' && frame.mandatary === HOLDER && !frame.chooser,
    );
    const answer = await room.ask(stage.house.theatre.stage.session, choice);
    expect(answer).to.deep.include({ refusal: { code: 'HELD_BY_MANDATARY' } });
    expect(await stage.mails()).to.include.members([
      'mandateAccepted interne2@stage.example',
      `mandateAccepted ${HOLDER}`,
    ]);
  });

  it('[N5] is not accepted while that intern is called, and the link stays good', async () => {
    await given();
    await stage.house.enter(1);
    await stage.house.start();
    await stage.ask();
    const held = await stage.token();
    expect((await stage.accept(held)).body).to.deep.include({ refusal: { code: 'STALE', now: 'called' } });
    expect(await stage.mine()).to.have.nested.property('mandate.acceptedAt', null);
    expect((await stage.open('', { token: held })).status).to.equal(200);
    expect((await (await stage.signIn()).get('/api/me')).body).to.have.nested.property(
      'mandatary.forPerson',
      null,
    );
  });

  it('[N5] is neither asked for nor accepted once the choice is recorded', async () => {
    await given();
    const room = await stage.house.enter(1);
    await stage.ask();
    await stage.house.start();
    await stage.house.choose(room, 1, 1);
    expect((await stage.accept()).body).to.include({ code: 'ALREADY_CHOSEN' });
    await stage.cancel();
    await stage.later();
    expect((await stage.ask()).body).to.include({ code: 'ALREADY_CHOSEN' });
    expect(await stage.mine()).to.include({ mayGive: false });
  });
});
