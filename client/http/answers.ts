/** What the API answers, as the pages read it: the API's own types and nothing else of it (architecture §1). */
export type {
  AssignmentPage,
  DemoAccount,
  DevMail,
  Identity,
  JournalPage,
  ListedAmphitheatre,
  ListedSession,
  Me,
  PublicAssignment,
  RosterPerson,
  Settings,
  WholeDevMail,
} from '../../api/answers.ts';
export type {
  AmphitheatreSettings,
  Day,
  DayAlert,
  DaySession,
  UnattendedSession,
  Left,
  LeftPerson,
  LeftState,
  Phone,
  RecordedAct,
  RecordedActs,
  SessionOutcome,
  Unlisted,
  UnlistedPerson,
} from '../../api/desk-answers.ts';
export type { BellEntry, BellPage, NotificationSettings } from '../../api/notification-answers.ts';
export type {
  CheckedCertificate,
  DeskEstablishment,
  DeskEstablishments,
  EstablishmentReader,
  LinkedEstablishment,
  MyCertificate,
} from '../../api/document-answers.ts';
export type { Rehearsal } from '../../api/rehearsal-answers.ts';
export type { MyAmphitheatre, MyAmphitheatreAnswer } from '../../api/my-amphitheatre-answers.ts';
export type {
  Favourites,
  FavouritesBefore,
  FavouritesImported,
  FavouritesMerged,
} from '../../api/favourites-answers.ts';
export type {
  AnsweredStatusRequest,
  MyStatus,
  OwnStatusRequest,
  StatusRequest,
  StatusRequests,
  WaitingRequests,
} from '../../api/status-answers.ts';
export type {
  Enrolled,
  MySecondFactors,
  OfferedApplication,
  SecondFactorAsked,
  SecondFactorWay,
} from '../../api/second-factor-answers.ts';
export type { InvitedModerator, InviteBody, ListedModerator } from '../../api/moderator-answers.ts';
export type { GivenMandate, MandateInvitation } from '../../api/mandate-answers.ts';
export type {
  AccountToConfirm,
  FoundPerson,
  PersonFile,
  RosterChanges,
  RosterEffect,
  SecretAnswerChecked,
} from '../../api/file-answers.ts';
export type { OwnDataPart } from '../../api/own-data-answers.ts';
export type { SavedSearch } from '../../api/saved-search-answers.ts';
export type {
  AdequacyRow,
  BoardChoice,
  BoardService,
  BoardSession,
  EstablishmentBoard,
  ListedEstablishment,
  PublicCallList,
  PublicCallListPerson,
} from '../../api/public/answers.ts';
export type {
  EmailChange,
  OwnLogin,
  Profile,
  ResettingAccount,
  SigningUp,
  SignUpSpecialty,
} from '../../api/account-answers.ts';
