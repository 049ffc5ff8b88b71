/** Every entity, for whoever opens the database. */
import { Account, Login, Mandate, Ticket } from './accounts.ts';
import { Amphitheatre, AmphitheatreAct, Post, Session } from './amphitheatre.ts';
import { Establishment, Semester, Service, Specialty, SpecialtyGroup } from './geography.ts';
import { DevMail, Mail } from './mail.ts';
import { CallListEntry, Intern, PlannedAbsence, RosterEntry } from './people.ts';
import { Assignment, Journal, JournalPrivate, SessionInbox, SessionState } from './record.ts';

export const entities = [
  Semester,
  Specialty,
  SpecialtyGroup,
  Establishment,
  Service,
  Amphitheatre,
  AmphitheatreAct,
  Session,
  Post,
  Intern,
  RosterEntry,
  CallListEntry,
  PlannedAbsence,
  Account,
  Login,
  Ticket,
  Mandate,
  Journal,
  JournalPrivate,
  SessionState,
  SessionInbox,
  Assignment,
  Mail,
  DevMail,
];
