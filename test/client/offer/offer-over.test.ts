/** The offer over the changes of a session: what a choice does not touch stays the same object, what it touches does not. */
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { offerOver } from '../../../client/offer/offer-over.ts';
import { directoryOf, line, person, post, running, service, tell } from '../stage.ts';
import { filled, reader } from './reader.ts';

describe('the offer over a session', () => {
  const directory = directoryOf(5);

  it('makes anew the service where a seat was filled, and keeps the others', () => {
    const [state, at] = [running(5), offerOver()];
    const before = at(state, directory, reader);
    tell(state, [filled(1, 1)]);
    const after = at(state, directory, reader);
    expect(after[0]?.state).to.include({ filled: 1, free: 1 });
    expect(after[1]).to.equal(before[1]);
  });

  it('makes anew the service where a seat was freed again', () => {
    const [state, at] = [running(5, [filled(1, 1)]), offerOver()];
    at(state, directory, reader);
    tell(state, [{ kind: 'seat', post: post(1), line: line(1), filled: false }]);
    expect(at(state, directory, reader)[0]?.state).to.include({ filled: 0, free: 2 });
  });

  it('makes anew the service where a post was taken out', () => {
    const [state, at] = [running(5), offerOver()];
    at(state, directory, reader);
    tell(state, [{ kind: 'postBlocked', post: post(1), line: line(1), blocked: true, reason: 'fermé' }]);
    expect(at(state, directory, reader)[0]?.state).to.include({ offered: 1, choosable: post(2) });
  });

  it('is the same list where somebody was called and no seat changed', () => {
    const [state, at] = [running(5), offerOver()];
    const before = at(state, directory, reader);
    tell(state, [{ kind: 'returned', person: person(2) }]);
    expect(at(state, directory, { ...reader, closedLines: [] })).to.equal(before);
  });

  it('is another one for another kind of choice', () => {
    const [state, at] = [running(5, [filled(1, 1)]), offerOver()];
    expect(at(state, directory, reader)[0]?.state.free).to.equal(1);
    const more = at(state, directory, { ...reader, status: 'supernumeraryNonValidating' });
    expect(more[0]?.state.kinds).to.equal(2);
  });

  it('is another one where a line is closed for this chooser, or a service is full of supernumeraries', () => {
    const [state, at] = [running(5), offerOver()];
    const mine = { ...reader, status: 'supernumeraryValidating' } as const;
    expect(at(state, directory, mine)[0]?.state.refusal).to.equal(null);
    const closed = at(state, directory, { ...mine, closedLines: [line(1), line(2)] });
    expect(closed[0]?.state.refusal).to.deep.equal({ code: 'FILLED_BY_BETTER_RANK' });
    const capped = at(state, directory, { ...mine, cappedServices: [service(1)] });
    expect(capped[0]?.state.refusal).to.deep.equal({ code: 'CAP_REACHED' });
  });

  it('is another one with another directory', () => {
    const [state, at] = [running(5), offerOver()];
    at(state, directory, reader);
    const fewer = { ...directory, posts: directory.posts.filter(({ id }) => id !== post(2)) };
    expect(at(state, fewer, reader)[0]?.state.offered).to.equal(1);
  });
});
