/** The moderators' room: whole where a row tells less than it changes, with what only they are to know. */
import { expect } from 'chai';
import { DEFAULT_SOCKET_LIMITS } from '../../../session-server/gateway/limits.ts';
import { askInbox } from '../support/inbox.ts';
import { eventually } from '../../support/eventually.ts';
import { openMachines } from '../support/machines.ts';
import { openTheatre } from '../support/theatre.ts';

describe('gateway: the moderators’ room', () => {
  let opened: { close(): Promise<void> } | null = null;
  afterEach(async () => {
    await opened?.close();
    opened = null;
  });

  /** A moderator in the room at each of two gateways, of which the second hears nothing more of the session. */
  const deafRoom = async () => {
    const machines = await openMachines({ people: 2 });
    opened = machines;
    const { session, moderator } = machines.stage;
    const here = await machines.enter('porte-1', moderator.login);
    await here.ask(session, { type: 'start' });
    const there = await machines.enter('porte-2', moderator.login);
    await there.until('desk', frame => frame.type === 'desk');
    machines.deafen('porte-2', true);
    return { machines, session, moderator, here, there };
  };

  it('[V9] says with the room, and row by row, that the called one has no possible post', async () => {
    const theatre = await openTheatre({ people: 3, posts: 2 }); // one free seat, one reserved for another DES
    opened = theatre;
    const { session } = theatre.stage;
    const moderator = await theatre.moderator();
    const [first] = [await theatre.intern(1), await theatre.intern(2)];
    await moderator.ask(session, { type: 'start' });
    await first.ask(session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await moderator.until(
      'no post',
      frame => frame.type === 'row' && frame.facts.some(fact => fact.kind === 'possible' && !fact.any),
    );
    const again = await theatre.moderator();
    expect(await again.until('desk', frame => frame.type === 'desk')).to.include({ noPost: true });
    const pass = {
      type: 'pass',
      person: theatre.person(2),
      turn: 2,
      on: 'choosing',
      reason: 'complet',
    } as const;
    expect(await moderator.ask(session, pass)).to.include({ type: 'accepted' });
  });

  it('[V9] comes whole again after a takeover, with where and since when each was seen', async () => {
    const machines = await openMachines({ people: 2 });
    opened = machines;
    const { stage, clock } = machines;
    const moderator = await machines.enter('porte-1', stage.moderator.login);
    await machines.enter('porte-2', stage.people[1]?.login);
    await moderator.ask(stage.session, { type: 'start' });
    const first = await moderator.until('desk', frame => frame.type === 'desk');
    const seen = { connected: true, where: 'porte-2', since: clock.now() };
    expect(first.type === 'desk' && first.people[1]).to.include(seen);
    const from = moderator.frames.length;
    await machines.newHost();
    await moderator.until('the room again', frame => frame.type === 'desk' && frame.seq >= 2, from);
  });

  it('[V30] knows what was recorded more than a hundred rows ago', async () => {
    const theatre = await openTheatre({
      people: 3,
      limits: { ...DEFAULT_SOCKET_LIMITS, framesPerSecond: 1_000 },
    });
    opened = theatre;
    const { session } = theatre.stage;
    const moderator = await theatre.moderator();
    const first = await theatre.intern(1);
    await moderator.ask(session, { type: 'start' });
    const person = theatre.person(1);
    await moderator.ask(session, { type: 'message', to: null, text: 'Bonjour à tous.' });
    await moderator.ask(session, { type: 'markAbsent', person, turn: 1, on: 'choosing', reason: 'parti' });
    await first.ask(session, { type: 'choose', post: theatre.post(1), turn: 1 });
    await askInbox(theatre, { type: 'readPhone', person });
    await moderator.ask(session, { type: 'pause', reason: 'Un appel.', on: 'running' });
    const third = { person: theatre.person(3), reason: 'congé' };
    for (let times = 0; times < 50; times++) {
      await moderator.ask(session, { type: 'excuse', on: 'waiting', ...third });
      await moderator.ask(session, { type: 'lift', on: 'excused', ...third });
    }
    const again = await theatre.moderator();
    const desk = await again.until('desk', frame => frame.type === 'desk');
    if (desk.type !== 'desk') throw new Error('no room');
    expect(desk.rows).to.have.length(100);
    expect(desk.rows.map(({ command }) => command)).to.not.include.members(['pause', 'choose', 'message']);
    const { people, messages, pausedBy } = desk.lasting;
    expect(pausedBy).to.equal('Gestion');
    expect(messages.map(({ who, text }) => [who, text.sealed])).to.deep.equal([
      ['Gestion', 'Bonjour à tous.'],
    ]);
    const [one] = people;
    expect(one).to.deep.include({ person });
    expect(one?.absence).to.deep.include({ session, seq: 3, reason: { sealed: 'parti' } });
    expect(one?.late.map(({ post }) => post)).to.deep.equal([theatre.post(1)]);
    expect(one?.phoneRead).to.include({ who: 'Gestion' });
  });

  it('[W36] comes whole at once where a last row was lost on the way and the line is back', async () => {
    const { machines, session, moderator, here, there } = await deafRoom();
    const read = {
      type: 'message',
      to: machines.stage.people[1]?.person ?? null,
      text: 'Rappelez-nous.',
    } as const;
    const said = await here.ask(session, read); // no public fact: the stream's number tells nobody
    const late = await machines.enter('porte-2', moderator.login); // has it with the room; the other has not
    await late.until('desk', frame => frame.type === 'desk');
    const from = there.frames.length;
    machines.deafen('porte-2', false);
    const desk = await there.until('the room again', frame => frame.type === 'desk', from);
    expect(desk).to.include({ seq: said.type === 'accepted' ? said.seq : null });
  });

  it('[W36] comes again within seconds while the line is down, once and not each time', async () => {
    const { machines, session, here, there } = await deafRoom();
    await here.ask(session, { type: 'message', to: machines.stage.people[1]?.person ?? null, text: 'x' });
    const from = there.frames.length;
    const desks = (): number => there.frames.slice(from).filter(({ type }) => type === 'desk').length;
    await eventually('the room again', async () => {
      machines.clock.moveBy(1_000);
      await there.settled();
      return desks() > 0;
    });
    for (let second = 0; second < 15; second++) {
      machines.clock.moveBy(1_000);
      await there.settled();
    }
    expect(desks()).to.be.lessThan(4); // the first one's window passes meanwhile, which are rows of their own
  });

  it('[W36] is told with what each sees of themselves, where the rows that said so were lost', async () => {
    const machines = await openMachines({ people: 2 });
    opened = machines;
    const { session, moderator, people, posts } = machines.stage;
    const here = await machines.enter('porte-1', moderator.login);
    const one = await machines.enter('porte-1', people[0]?.login);
    const same = await machines.enter('porte-2', people[0]?.login);
    await same.until('you', frame => frame.type === 'you');
    await here.ask(session, { type: 'start' });
    await same.fact('called');
    machines.deafen('porte-2', true);
    await one.ask(session, { type: 'choose', post: posts[0] as never, turn: 1 });
    machines.deafen('porte-2', false);
    await same.until('the choice', frame => frame.type === 'you' && frame.choice?.post === posts[0]);
    await same.fact('chosen');
  });
});
