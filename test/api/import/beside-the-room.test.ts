/** The import beside the moderators: nothing done in the room is undone, nothing changes after the first start. */
import { expect } from 'chai';
import { intern, post, wanted } from './files.ts';
import { importing, people, posts } from './importing.ts';

describe('import, beside the room', () => {
  const of = importing();

  it('does not undo what moderators changed in the room since', async () => {
    const named = [intern(1, { absence_prevue: 'Congé' }), ...people.slice(1)];
    await of.done(wanted(named, posts));
    await of.sql(`update roster_entry set status = 'supernumeraryValidating'`);
    await of.sql(`update post set blocked = true where number = 'B'`);
    await of.sql(`update planned_absence set lifted_at = now(), lifted_by = 1`);
    const summary = await of.done(wanted(named, posts));
    expect(summary.changed).to.equal(false);
    await of.done(
      wanted(
        [intern(1, { absence_prevue: 'Congé', type_de_choix: 'Surnombre non validant' }), ...people.slice(1)],
        posts,
      ),
    );
    const statuses = await of.sql('select distinct status from roster_entry order by 1');
    expect(statuses).to.deep.equal([
      { status: 'supernumeraryNonValidating' },
      { status: 'supernumeraryValidating' },
    ]);
    expect(await of.sql('select number from post where blocked')).to.deep.equal([{ number: 'B' }]);
    expect(await of.sql('select 1 from planned_absence where lifted_at is null')).to.deep.equal([]);
  });

  it('keeps a status given in the room when something else of that line changes', async () => {
    await of.done(wanted(people, posts));
    await of.sql(`update roster_entry set status = 'supernumeraryValidating'`);
    await of.sql('update post set blocked = true');
    const summary = await of.done(
      wanted(
        [intern(1, { telephone: '06 39 98 00 01' }), ...people.slice(1)],
        [post('A', { places: 3, agrement: 'Autre' })],
      ),
    );
    expect(summary.changed).to.equal(true);
    expect(await of.sql('select distinct status from roster_entry')).to.deep.equal([
      { status: 'supernumeraryValidating' },
    ]);
    expect(await of.sql('select distinct blocked from post')).to.deep.equal([{ blocked: true }]);
  });

  it('leaves a moderator’s planned absence where the file now gives one too', async () => {
    await of.done(wanted([intern(1)], posts));
    await of.sql(
      `insert into planned_absence (roster_entry_id, reason, set_by) select id, 'Téléphone', 7 from roster_entry`,
    );
    const summary = await of.done(wanted([intern(1, { absence_prevue: 'Congé' })], posts));
    expect(summary.changed).to.equal(false);
    expect(await of.sql('select reason from planned_absence')).to.deep.equal([{ reason: 'Téléphone' }]);
  });

  it('lifts the planned absence that the file no longer holds, and not one of a moderator', async () => {
    await of.done(wanted([intern(1, { absence_prevue: 'Congé' }), intern(2)], posts));
    await of.sql(
      `insert into planned_absence (roster_entry_id, reason, set_by)
       select entry.id, 'Téléphone', 7 from roster_entry entry join intern on intern.id = intern_id where ine = 'INE0002'`,
    );
    await of.done(wanted([intern(1), intern(2)], posts));
    expect(await of.sql('select reason from planned_absence where lifted_at is null')).to.deep.equal([
      { reason: 'Téléphone' },
    ]);
  });

  it('takes, after the first start, a file that changes nothing, with another e-mail or telephone', async () => {
    await of.done(wanted(people, posts));
    await of.start();
    const before = await of.counters();
    const summary = await of.done(
      wanted([intern(1, { telephone: '06 39 98 00 01' }), ...people.slice(1)], posts, { perSession: 3 }),
    );
    expect(summary.amphitheatres[0]?.changes.particulars).to.equal(1);
    expect(await of.counters()).to.deep.include({
      pub: before.pub,
      edition: before.edition,
      acts: before.acts + 1,
    });
    expect(await of.sql('select 1 from session')).to.have.length(3);
  });

  it('refuses, after the first start, each row that would change the amphitheatre, and writes nothing', async () => {
    await of.done(wanted(people, posts));
    await of.start();
    const before = await of.everything();
    const faults = await of.refused(
      wanted(
        [
          intern(1, { type_de_choix: 'surnombre validant' }),
          intern(2, { absence_prevue: 'Congé' }),
          ...people.slice(3),
          intern(8),
        ],
        [
          post('A', { places: 2 }),
          post('B', { flechage: '' }),
          post('C', { chef_de_service: 'Dr Autre', service: 'Autre' }),
        ],
      ),
    );
    expect(faults.map(({ file, line }) => [file, line])).to.deep.equal([
      ['interns.csv', null],
      ['interns.csv', 2],
      ['interns.csv', 3],
      ['interns.csv', 6],
      ['posts.csv', null],
      ['posts.csv', 3],
      ['posts.csv', 4],
    ]);
    expect(faults[0]?.reason).to.equal(
      'L’amphithéâtre «\u00a0Psychiatrie, phase socle\u00a0» a commencé\u00a0: Nom3 Camille n’est plus dans le fichier.',
    );
    expect(await of.everything()).to.deep.equal(before);
  });
});
