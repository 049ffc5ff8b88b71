/**
 * `POST /me/data`: everything that is kept of one account and of whom it belongs to (RGPD art. 15 and 20), as a file.
 * A part more, or another shape of one, is another `version`; what each part is stands in French on «Données
 * personnelles» (client/pages/own-data-words.ts), what is left out and why in test/api/own-data/left-out.ts.
 */
import { z } from 'zod';
import { choiceStatus, phase } from './answer-parts.ts';
import type { AnswerOf } from './answer-parts.ts';
import { SIGN_IN_REALMS } from './http/api.ts';

export const OWN_DATA_FORMAT = 'amphitheatre-own-data';
export const OWN_DATA_VERSION = 1;

const when = z.iso.datetime().describe('ISO 8601, UTC');
const semester = z.string().describe('The month it starts in: 2027-05');
const detail = z.record(z.string(), z.unknown());

const account = z.strictObject({
  email: z.string(),
  name: z.string().describe('Of a holder or a moderator; an intern’s stands in `identity`'),
  administrator: z.boolean(),
  demo: z.boolean(),
  createdAt: when,
  toBeConfirmed: z.boolean(),
  confirmedAt: when.nullable(),
  birthDate: z.iso.date().nullable(),
  phone: z.string(),
  address: z.string(),
  faculty: z.string().nullable(),
  secretQuestion: z.string().nullable(),
  bellReadAt: when.nullable(),
  singlePostExplained: z.boolean(),
});

const identity = z.strictObject({
  ine: z.string(),
  name: z.string(),
  firstName: z.string(),
  birthName: z.string().nullable(),
  exam: z.string(),
  promotion: z.int(),
  regime: z.string(),
});

const rosterEntry = z.strictObject({
  semester,
  publicId: z.string().describe('The opaque id that public lists and the room know'),
  group: z.string(),
  specialty: z.string(),
  phase,
  faculty: z.string(),
  email: z.string(),
  phone: z.string(),
  validatedSemesters: z.int(),
  supernumerarySemesters: z.int(),
  researchYearSemesters: z.int(),
  researchLeaveSemesters: z.int(),
  nationalRank: z.int(),
  localRank: z.int(),
  localHeadcount: z.int(),
  seniority: z.int(),
  theoreticalPromotion: z.int(),
  presentHeadcount: z.int(),
  status: choiceStatus,
  importedStatus: choiceStatus,
  chooses: z.boolean(),
  extraTurnMs: z.int(),
  extraTurnReason: z.string().nullable(),
  orderChecked: z.number().nullable(),
  callOrder: z.number().nullable(),
  session: z.int().nullable(),
  outcome: z.string().nullable(),
  joinedLate: z.boolean().nullable(),
});

const mandate = z.strictObject({
  semester,
  email: z.string().describe('The holder’s'),
  phone: z.string().nullable().describe('The holder’s, to the holder alone'),
  askedAt: when,
  acceptedAt: when.nullable(),
  endedAt: when.nullable(),
  endedBy: z.string().nullable(),
});

const login = z.strictObject({
  device: z.string(),
  createdAt: when,
  lastUsedAt: when,
  expiresAt: when,
  endedAt: when.nullable(),
  byAgency: z.boolean().describe('The agency saw one’s pages, to read alone'),
  push: z
    .strictObject({ service: z.string(), createdAt: when, lastSentAt: when.nullable() })
    .nullable()
    .describe('The push service that wakes this device'),
});

export const ownData = z.strictObject({
  format: z.literal(OWN_DATA_FORMAT),
  version: z.literal(OWN_DATA_VERSION),
  madeAt: when,
  explainedAt: z.string().describe('Address of the page that says in French what each part is'),
  realm: z.enum(SIGN_IN_REALMS),
  account,
  identity: identity.nullable(),
  roster: z.array(rosterEntry),
  plannedAbsences: z.array(
    z.strictObject({ semester, reason: z.string(), setAt: when, liftedAt: when.nullable() }),
  ),
  statusRequests: z.array(
    z.strictObject({
      semester,
      status: choiceStatus,
      askedAt: when,
      decidedAt: when.nullable(),
      decision: z.string().nullable(),
      reason: z.string().nullable().describe('Of a refusal'),
    }),
  ),
  assignments: z.array(
    z.strictObject({
      semester,
      post: z.string(),
      service: z.string(),
      establishment: z.string(),
      status: choiceStatus,
      madeBy: z.string(),
      at: when,
      endedAt: when.nullable(),
      offline: z.boolean(),
      certificateCode: z.string().nullable(),
      certificateMadeAt: when.nullable(),
    }),
  ),
  mandates: z.array(mandate),
  favourites: z.array(
    z.strictObject({
      semester,
      position: z.int(),
      service: z.string(),
      establishment: z.string(),
      post: z.string().nullable().describe('Null: the whole service'),
    }),
  ),
  savedSearches: z.array(z.strictObject({ name: z.string(), query: z.string(), createdAt: when })),
  messages: z.array(z.strictObject({ semester, text: z.string(), at: when })),
  notifications: z.array(z.strictObject({ kind: z.string(), key: z.string(), detail, at: when })),
  notificationsRead: z.array(z.strictObject({ key: z.string(), at: when })),
  notificationChoices: z.array(
    z.strictObject({ kind: z.string(), channel: z.string(), wanted: z.boolean() }),
  ),
  logins: z.array(login),
  passkeys: z.array(z.strictObject({ name: z.string(), createdAt: when, lastUsedAt: when.nullable() })),
  authenticatorSince: when.nullable(),
  recoveryCodesLeft: z.int(),
  mails: z.array(
    z.strictObject({
      kind: z.string(),
      recipient: z.string(),
      createdAt: when,
      sentAt: when.nullable(),
      unwanted: z.boolean().describe('Kept for the bell, not sent: you do without this kind'),
    }),
  ),
  mailedLinks: z.array(
    z.strictObject({
      purpose: z.string(),
      email: z.string(),
      newEmail: z.string().nullable().describe('Of a change of address'),
      createdAt: when,
      expiresAt: when,
      usedAt: when.nullable(),
      endedAt: when.nullable(),
    }),
  ),
  sessionFacts: z.array(
    z.strictObject({
      semester,
      session: z.int(),
      rehearsal: z.boolean(),
      at: when,
      kind: z.string().describe('machines/session/facts.ts'),
      post: z.string().nullable(),
      detail,
    }),
  ),
  actsAboutYou: z.array(
    z.strictObject({ at: when, act: z.string(), fields: z.array(z.string()).nullable() }),
  ),
  actsMade: z.array(z.strictObject({ at: when, act: z.string() })),
});
export type OwnData = AnswerOf<typeof ownData>;
/** What the file holds beside its own head. */
export type OwnDataPart = Exclude<keyof OwnData, 'format' | 'version' | 'madeAt' | 'explainedAt' | 'realm'>;
