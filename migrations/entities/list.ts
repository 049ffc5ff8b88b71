/** Every entity, for whoever opens the database. */
import { Account, Login, MailedLink, Mandate, Ticket } from './accounts.ts';
import {
  Certificate,
  Document,
  DocumentRead,
  EstablishmentReader,
  GatewayAlive,
  NotificationChoice,
  PersonConnected,
  AmphitheatreActPrivate,
  Notification,
  PushSubscription,
  SavedSearch,
} from './app.ts';
import { Amphitheatre, AmphitheatreAct, Post, Session } from './amphitheatre.ts';
import { Establishment, Semester, Service, Specialty, SpecialtyGroup } from './geography.ts';
import { DevMail, Mail, MailPace } from './mail.ts';
import { Authenticator, DeskAct, DeskActPrivate, Passkey, RecoveryCode, SignInStep } from './moderators.ts';
import { CallListEntry, Intern, PlannedAbsence, RosterEntry } from './people.ts';
import { Favourite, FavouriteOperation, Message, RoomModerator } from './room.ts';
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
  MailedLink,
  Mandate,
  Journal,
  JournalPrivate,
  SessionState,
  SessionInbox,
  Assignment,
  Mail,
  MailPace,
  DevMail,
  Message,
  RoomModerator,
  Favourite,
  FavouriteOperation,
  SavedSearch,
  NotificationChoice,
  Notification,
  PushSubscription,
  Document,
  Certificate,
  EstablishmentReader,
  DocumentRead,
  GatewayAlive,
  PersonConnected,
  AmphitheatreActPrivate,
  Passkey,
  Authenticator,
  RecoveryCode,
  SignInStep,
  DeskAct,
  DeskActPrivate,
];
