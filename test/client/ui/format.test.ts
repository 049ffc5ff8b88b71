/** Numbers, dates and durations as the French write them. */
import { expect } from 'chai';
import {
  day,
  dayAndYear,
  duration,
  stamp,
  number,
  plural,
  secondsLeft,
  semesterName,
  wallClock,
} from '../../../client/ui/format.ts';
import { clockTime, hour } from '../../../machines/french-time.ts';

const at = Date.UTC(2026, 9, 13, 7, 56, 41); // 09:56:41 in Paris, summer time

describe('what is written in French', () => {
  it('gives hours as 9 h 56 and 14 h, in Paris, with unbreakable spaces', () => {
    expect(hour(at)).to.equal('9\u00a0h\u00a056');
    expect(hour(Date.UTC(2026, 11, 1, 13, 0))).to.equal('14\u00a0h');
    expect(clockTime(at)).to.equal('09:56:41');
  });

  it('gives days in words', () => {
    expect(day(at)).to.equal('mardi 13 octobre');
    expect(dayAndYear(at)).to.equal('mardi 13 octobre 2026');
  });

  it('writes the first of a month as 1er, and no other day', () => {
    const first = Date.UTC(2027, 2, 1, 9);
    expect(day(first)).to.equal('lundi 1er mars');
    expect(dayAndYear(first)).to.equal('lundi 1er mars 2027');
    expect(day(Date.UTC(2027, 2, 11, 9))).to.equal('jeudi 11 mars');
    expect(day(Date.UTC(2027, 2, 31, 9))).to.equal('mercredi 31 mars');
  });

  it('gives a moment by its clock alone on the day itself, else with its day', () => {
    expect(stamp(at, at + 3_600_000)).to.equal('09:56:41');
    expect(stamp(at, at + 24 * 3_600_000)).to.equal('mardi 13 octobre, 09:56:41');
    expect(stamp(at, Date.UTC(2027, 9, 13, 7))).to.equal('mardi 13 octobre, 09:56:41');
  });

  it('fills a field of date and hour with the clock of Paris, across the change of hour too', () => {
    expect(wallClock(at)).to.equal('2026-10-13T09:56');
    expect(wallClock(Date.UTC(2027, 2, 22, 8, 0))).to.equal('2027-03-22T09:00');
  });

  it('parts thousands by a narrow unbreakable space', () => {
    expect(number(12044)).to.equal('12\u202f044');
  });

  it('counts 0 and 1 in the singular', () => {
    expect(plural(0, 'absence', 'absences')).to.equal('0\u00a0absence');
    expect(plural(1, 'absence', 'absences')).to.equal('1\u00a0absence');
    expect(plural(2, 'absence', 'absences')).to.equal('2\u00a0absences');
  });

  it('reaches 0 seconds exactly at the end, never before', () => {
    expect(secondsLeft(at, at - 1)).to.equal(1);
    expect(secondsLeft(at, at)).to.equal(0);
    expect(secondsLeft(at, at + 5_000)).to.equal(0);
  });

  it('says durations in minutes and seconds', () => {
    expect(duration(48_000)).to.equal('48\u00a0s');
    expect(duration(220_000)).to.equal('3\u00a0min\u00a040\u00a0s');
    expect(duration(120_000)).to.equal('2\u00a0min');
  });

  it('names a semester by the months it runs from and to', () => {
    expect(semesterName('2027-05')).to.equal('Semestre d’été, mai – novembre 2027');
    expect(semesterName('2026-11')).to.equal('Semestre d’hiver, novembre 2026 – mai 2027');
  });
});
