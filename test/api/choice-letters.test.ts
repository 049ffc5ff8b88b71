/** The letters about a choice that moderators made or corrected, from rows as a session records them. */
import { expect } from 'chai';
import { choiceCorrected } from '../../api/worker/letters/choice-corrected.ts';
import { choiceMade } from '../../api/worker/letters/choice-made.ts';
import { renderLetter } from '../../api/worker/letters/letter.tsx';
import type { Letter } from '../../api/worker/letters/letter.tsx';
import type { MailRow } from '../../api/worker/mail-row.ts';
import { playTwoSessions } from '../session-server/support/two-sessions.ts';
import type { TwoSessions } from '../session-server/support/two-sessions.ts';
import { testDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { testConfig } from './support/running-api.ts';

describe('the letters about a choice', () => {
  let database: TestDatabase;
  let played: TwoSessions;
  beforeEach(async () => {
    database = await testDatabase();
    played = await playTwoSessions(database.sql);
  });
  afterEach(() => database.drop());

  /** The intern's mails of that kind, oldest first. */
  const mails = (kind: string, ine: string) =>
    database.sql<MailRow>(
      `select mail.id, message_id as "messageId", kind, recipient, data, false as sent from mail
      join account on account.email = mail.recipient join intern on intern.id = account.intern_id
      where kind = ? and ine = ? order by mail.id`,
      [kind, ine],
    );
  const corrected = (mail: MailRow | undefined): Promise<Letter | null> =>
    mail ? choiceCorrected(database.sql, mail, 'https://choix.example') : Promise.resolve(null);
  const told = (letter: Letter | null): string =>
    letter ? renderLetter(letter, testConfig().agency).text : '';

  it('[H5] say what a corrected choice was, what it is now and why, and whom to ask', async () => {
    const [moved] = await mails('choiceCorrected', 'INE2');
    const letter = await corrected(moved);
    expect(letter?.subject).to.equal('Choix corrigé\u00a0: Chirurgie digestive, Hôpital Cochin');
    expect(told(letter))
      .to.contain('Votre choix a été corrigé par l’ARS.')
      .and.contain('Avant\u00a0: n° 4, Chirurgie digestive, Hôpital Cochin, Paris')
      .and.contain('Maintenant\u00a0: n° 5, Chirurgie digestive, Hôpital Cochin, Paris')
      .and.contain('Motif\u00a0: une raison')
      .and.contain('01 99 00 00 00');
  });

  it('[H5] say that a choice was taken back and what may follow', async () => {
    const [, takenBack] = await mails('choiceCorrected', 'INE2');
    const letter = await corrected(takenBack);
    expect(letter?.subject).to.equal('Choix retiré\u00a0: Chirurgie digestive, Hôpital Cochin');
    expect(told(letter))
      .to.contain('Votre choix a été retiré par l’ARS.')
      .and.contain('Avant\u00a0: n° 5')
      .and.contain('Maintenant\u00a0: aucun poste')
      .and.contain('affecter un poste après la dernière session');
  });

  it('[H5] tell the holder of a mandate whose choice it is', async () => {
    const [moved] = await mails('choiceCorrected', 'INE2');
    await database.sql(
      `update mandate set roster_entry_id = roster_entry.id from roster_entry where person = ?`,
      [played.stage.people[1]?.person],
    );
    const letter = await corrected(moved && { ...moved, recipient: 'mandataire@stage.example' });
    expect(told(letter)).to.contain('Le choix de Camille NOM2 a été corrigé par l’ARS.');
  });

  it('leave the reason out where the private part of the record was purged', async () => {
    const [moved] = await mails('choiceCorrected', 'INE2');
    await database.sql('delete from journal_private');
    expect(told(await corrected(moved)))
      .to.contain('n° 4')
      .and.not.contain('Motif');
  });

  it('have nothing to say of a row that is not there', async () => {
    const [moved] = await mails('choiceCorrected', 'INE2');
    expect(await corrected(moved && { ...moved, data: { session: 99, seq: 1 } })).to.equal(null);
  });

  it('say that the ARS chose, where a moderator did', async () => {
    const [onBehalf] = await mails('choiceMade', 'INE3');
    const letter = onBehalf && (await choiceMade(database.sql, onBehalf, 'https://choix.example'));
    expect(told(letter ?? null)).to.contain('L’ARS a choisi un poste pour vous. Ce choix est enregistré.');
  });
});
