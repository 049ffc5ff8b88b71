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
