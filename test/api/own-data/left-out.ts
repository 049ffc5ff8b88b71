/**
 * What is kept and stands in nobody's own file (api/own-data), with the reason. A table or column that is neither here
 * nor in a file fails `columns.test.ts`; so does a line here that is not true any more.
 */

/** Tables that say nothing of one person. */
export const NOT_OF_PEOPLE: readonly string[] = [
  'amphitheatre',
  'establishment',
  'gateway_alive',
  'mail_pace',
  'migration',
  'post',
  'semester',
  'service',
  'session',
  'specialty',
  'specialty_group',
];

/** Whole tables about people. */
export const TABLES_LEFT_OUT: Readonly<Record<string, string>> = {
  amphitheatre_act_private: 'reasons of moderators, for moderators alone (domain §3, §8)',
  desk_act_private: 'reasons of moderators, for moderators alone (domain §3, §8)',
  dev_mail: 'the mailbox of a development house; production has none',
  document: 'files made from the rest, for minutes',
  favourite_operation: 'numbers of changes that were merged; the favourites themselves are shown',
  journal_private:
    'reasons and evidence, for moderators alone (domain §3); messages to the person are shown as such',
  person_connected: 'which gateway holds a socket at this instant',
  recovery_code: 'hashes of secrets; how many are left is shown',
  room_moderator: 'which room a moderator has open at this instant',
  session_inbox: 'questions on their way to a session; what came of them is in the journal',
  session_state: 'the journal folded, to start again from',
  sign_in_step: 'secrets of minutes, of a sign-in under way',
  ticket: 'secrets of 30 seconds',
};

const HASH = 'a secret, or what a secret is checked against';
const NUMBER = 'a number of our own that orders or joins rows';
const OTHERS = 'somebody else: whoever works for the agency has rights of their own (CJEU C-579/21)';

export const COLUMNS_LEFT_OUT: Readonly<Record<string, string>> = {
  'account.confirmed_by': OTHERS,
  'account.password_hash': HASH,
  'account.removed_at': 'a removed account signs in no more',
  'account.secret_answer_hash': HASH,
  'assignment.seq': NUMBER,
  'authenticator.last_counter': HASH,
  'authenticator.secret': HASH,
  'document_read.format': 'PDF or CSV of a list of others',
  'establishment_reader.email': 'of the reader, a third person',
  'establishment_reader.expires_at': 'of the reader, a third person',
  'establishment_reader.name': 'of the reader, a third person',
  'establishment_reader.token_hash': HASH,
  'favourite.additions': 'which device’s change was merged, by numbers of ours',
  'journal.command_id': NUMBER,
  'journal.hash': NUMBER,
  'journal.private_digest': NUMBER,
  'journal.pub': NUMBER,
  'journal.rehearsal': 'the session’s own, which is shown',
  'journal.rules': NUMBER,
  'journal.seq': NUMBER,
  'login.previous_refresh_hash': HASH,
  'login.refresh_family': HASH,
  'login.refresh_hash': HASH,
  'login.refresh_seen': 'whether a token has arrived, which its next use tells',
  'login.rotated_at': 'the same instants as its last use',
  'mail.data': 'ids from which the letter was written',
  'mail.message_id': NUMBER,
  'mailed_link.token_hash': HASH,
  'message.seq': NUMBER,
  'passkey.counter': HASH,
  'passkey.credential': HASH,
  'passkey.public_key': HASH,
  'passkey.transports': 'how a browser speaks to the key',
  'planned_absence.lifted_by': OTHERS,
  'planned_absence.set_by': OTHERS,
  'push_subscription.auth': HASH,
  'push_subscription.p256dh': HASH,
  'roster_entry.favourites_version': NUMBER,
  'status_request.decided_by': OTHERS,
};
