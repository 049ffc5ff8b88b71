/** One event for an agenda, as RFC 5545 wants its text: ends of lines, folding, escaping, what an agenda moves it by. */
import { expect } from 'chai';
import { calendarText } from '../../machines/calendar.ts';
import type { CalendarEvent } from '../../machines/calendar.ts';

const EVENT: CalendarEvent = {
  uid: 'session-7-p1@choix.example',
  sequence: 4,
  stamp: Date.UTC(2027, 1, 1, 12),
  startsAt: Date.UTC(2027, 2, 22, 8),
  endsAt: Date.UTC(2027, 2, 22, 9, 30),
  tentative: false,
  summary: 'Choix de stage',
  description: 'Votre ordre',
  url: 'https://choix.example/mon-amphitheatre',
  alarms: [1_440, 30],
};
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');
const octets = (line: string): number => new TextEncoder().encode(line).length;

describe('an event for an agenda', () => {
  it('ends every line with CR and LF, the last one too, and has no other', () => {
    const text = calendarText({ ...EVENT, description: 'une\ndeux\r\ntrois' });
    expect(text.endsWith('END:VCALENDAR\r\n')).to.equal(true);
    expect(text.replaceAll('\r\n', '')).to.not.match(/[\r\n]/u);
  });

  it('folds at 75 octets, never within a character, and unfolds to what it was', () => {
    const description = 'é€🩺 '.repeat(60);
    const lines = calendarText({ ...EVENT, description }).split('\r\n');
    expect(Math.max(...lines.map(octets)))
      .to.be.at.most(75)
      .and.at.least(72);
    expect(lines.join('\r\n')).to.not.include('\ufffd');
    expect(unfolded(lines.join('\r\n'))).to.include(`DESCRIPTION:${description}`);
  });

  it('escapes what means something to an agenda', () => {
    const lines = unfolded(calendarText({ ...EVENT, summary: 'a, b; c\\d\ne' }));
    expect(lines).to.include('SUMMARY:a\\, b\\; c\\\\d\\ne');
  });

  it('says its hours in UTC, its name, and the number that is raised when the hour moves', () => {
    expect(unfolded(calendarText(EVENT))).to.include.members([
      'UID:session-7-p1@choix.example',
      'SEQUENCE:4',
      'DTSTAMP:20270201T120000Z',
      'DTSTART:20270322T080000Z',
      'DTEND:20270322T093000Z',
      'STATUS:CONFIRMED',
    ]);
    expect(unfolded(calendarText({ ...EVENT, tentative: true }))).to.include('STATUS:TENTATIVE');
  });

  it('rings as often as it is asked to, each alarm whole', () => {
    const lines = unfolded(calendarText(EVENT));
    expect(lines.filter(line => line === 'BEGIN:VALARM')).to.have.length(2);
    expect(lines.filter(line => line === 'END:VALARM')).to.have.length(2);
    expect(lines).to.include.members(['TRIGGER:-PT1440M', 'TRIGGER:-PT30M', 'ACTION:DISPLAY']);
    expect([...lines].sort()).to.not.include('undefined');
  });
});
