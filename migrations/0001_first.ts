/** The first schema: everything of architecture §2 in its final shape. Read with the entities beside it. */
import { Migration } from '@mikro-orm/migrations';

export class First extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  // ------------------------------------------------------------ the world outside sessions
  `create table semester (
    id int generated always as identity primary key,
    code text not null, -- '2027-05': the month it starts in (domain §11)
    current boolean not null default false,
    constraint semester_code_unique unique (code)
  )`,
  `create unique index semester_current_unique on semester (current) where current`,
  `create table specialty (
    id int generated always as identity primary key,
    name text not null,
    constraint specialty_name_unique unique (name)
  )`,
  `create table specialty_group (
    id int generated always as identity primary key,
    name text not null,
    constraint specialty_group_name_unique unique (name)
  )`,
  `create table establishment (
    id int generated always as identity primary key,
    finess text not null,
    name text not null,
    city text not null,
    department text not null,
    constraint establishment_finess_unique unique (finess)
  )`,
  `create table service (
    id int generated always as identity primary key,
    establishment_id int not null constraint service_establishment_id_foreign references establishment,
    name text not null,
    head text not null default '',
    constraint service_establishment_id_name_unique unique (establishment_id, name)
  )`,
  `create table intern (
    id int generated always as identity primary key,
    ine text not null,
    name text not null,
    first_name text not null,
    birth_name text,
    exam text not null, -- ECN | EDN | pharmacie | odontologie
    promotion int not null,
    regime text not null default '',
    constraint intern_ine_unique unique (ine)
  )`,
  `create table amphitheatre (
    id int generated always as identity primary key,
    semester_id int not null constraint amphitheatre_semester_id_foreign references semester,
    group_id int not null constraint amphitheatre_group_id_foreign references specialty_group,
    phase text not null, -- socle | approfondissement | consolidation | ancienRegime | fst
    offer_published_at timestamptz,
    timetable_published_at timestamptz,
    call_list_published_at timestamptz,
    per_session int, -- how it was cut; null = not cut yet
    first_at timestamptz, -- hour of the first session, provisional before the cut
    scheduled_start boolean not null default false,
    pub bigint not null default 0, -- architecture §3: the public stream's number
    edition int not null default 1, -- which directory the ids belong to
    constraint amphitheatre_semester_id_group_id_phase_unique unique (semester_id, group_id, phase)
  )`,
  `create table amphitheatre_act (
    id bigint generated always as identity primary key,
    amphitheatre_id int not null constraint amphitheatre_act_amphitheatre_id_foreign references amphitheatre,
    at timestamptz not null default now(),
    account_id int, -- null: the system or a terminal command
    act text not null, -- publish | cut | validate | open | withdraw | import
    detail jsonb not null default '{}'
  )`,
  `create table session (
    id int generated always as identity primary key,
    amphitheatre_id int not null constraint session_amphitheatre_id_foreign references amphitheatre,
    number int not null,
    starts_at timestamptz,
    state text not null default 'draft', -- draft | validated | open | running | paused | closed
    rehearsal boolean not null default false,
    settings jsonb not null default '{}', -- what differs from DEFAULT_SETTINGS
    seq bigint not null default 0, -- of the last journal row
    hash bytea, -- of the last journal row
    epoch int not null default 0, -- raised at each takeover; every append carries it (architecture §4)
    owner text, -- the host that holds the epoch, for people who read logs
    alive_at bigint, -- ms; written each second while somebody is called
    constraint session_amphitheatre_id_number_rehearsal_unique unique (amphitheatre_id, number, rehearsal)
  )`,
  `create unique index one_live_session on session (amphitheatre_id) where state in ('running', 'paused') and not rehearsal`,
  // A person of one semester: what the roster says of an intern, and the opaque id the public sees (domain §8).
  `create table roster_entry (
    id int generated always as identity primary key,
    semester_id int not null constraint roster_entry_semester_id_foreign references semester,
    intern_id int not null constraint roster_entry_intern_id_foreign references intern,
    person text not null, -- PersonId
    group_id int not null constraint roster_entry_group_id_foreign references specialty_group,
    specialty_id int not null constraint roster_entry_specialty_id_foreign references specialty,
    phase text not null,
    faculty text not null default '',
    email text not null default '',
    phone text not null default '',
    validated_semesters int not null,
    supernumerary_semesters int not null,
    research_year_semesters int not null,
    research_leave_semesters int not null,
    national_rank int not null,
    local_rank int not null,
    local_headcount int not null,
    seniority int not null, -- computed (domain §5)
    theoretical_promotion int not null, -- computed
    present_headcount int not null, -- computed
    status text not null default 'classic', -- ChoiceStatus
    file_status text not null default 'classic', -- as last imported: a change made since in the room is not undone
    chooses boolean not null default true,
    extra_turn_ms int not null default 0,
    constraint roster_entry_person_unique unique (person),
    constraint roster_entry_semester_id_intern_id_unique unique (semester_id, intern_id)
  )`,
  `create table call_list_entry (
    id int generated always as identity primary key,
    amphitheatre_id int not null constraint call_list_entry_amphitheatre_id_foreign references amphitheatre,
    roster_entry_id int not null constraint call_list_entry_roster_entry_id_foreign references roster_entry,
    call_order int not null,
    session_id int constraint call_list_entry_session_id_foreign references session, -- null before the cut
    constraint call_list_entry_roster_entry_id_unique unique (roster_entry_id),
    constraint call_list_entry_amphitheatre_id_call_order_unique unique (amphitheatre_id, call_order) deferrable initially deferred
  )`,
  `create index call_list_entry_session_id_index on call_list_entry (session_id)`,
  `create table planned_absence (
    id int generated always as identity primary key,
    roster_entry_id int not null constraint planned_absence_roster_entry_id_foreign references roster_entry,
    reason text not null, -- private (domain §8)
    set_at timestamptz not null default now(),
    set_by int, -- account; null: the file
    lifted_at timestamptz,
    lifted_by int
  )`,
  `create unique index planned_absence_current_unique on planned_absence (roster_entry_id) where lifted_at is null`,
  `create table post (
    id int generated always as identity primary key,
    amphitheatre_id int not null constraint post_amphitheatre_id_foreign references amphitheatre,
    number text not null, -- 'numero' of the file, with -1…n where a row has several seats
    service_id int not null constraint post_service_id_foreign references service,
    accreditation text not null default '',
    reserved_for_id int constraint post_reserved_for_id_foreign references specialty,
    earmark text,
    blocked boolean not null default false,
    file_blocked boolean not null default false, -- as last imported, as file_status
    constraint post_amphitheatre_id_number_unique unique (amphitheatre_id, number)
  )`,
  // ------------------------------------------------------------ accounts
  `create table account (
    id int generated always as identity primary key,
    realm text not null, -- intern | mandatary | moderator
    email text not null, -- as typed; compared in lower case
    password_hash text,
    name text not null default '', -- of moderators and holders; an intern's is the intern's
    intern_id int constraint account_intern_id_foreign references intern,
    administrator boolean not null default false,
    demo boolean not null default false, -- refused in production
    created_at timestamptz not null default now()
  )`,
  `create unique index account_realm_email_unique on account (realm, lower(email))`,
  `create unique index account_intern_id_unique on account (intern_id) where intern_id is not null`,
  `create table login (
    id int generated always as identity primary key,
    account_id int not null constraint login_account_id_foreign references account on delete cascade,
    created_at timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at timestamptz not null,
    refresh_hash bytea not null, -- SHA-256 of the present refresh token
    previous_refresh_hash bytea, -- reuse of this one revokes the login
    rotated_at timestamptz,
    ended_at timestamptz,
    device text not null default ''
  )`,
  `create index login_account_id_index on login (account_id)`,
  `create unique index login_refresh_hash_unique on login (refresh_hash)`,
  // Good for 30 s at any gateway, deleted on use (architecture §3). The public's names nobody.
  `create table ticket (
    hash bytea primary key, -- SHA-256 of the ticket
    login_id int constraint ticket_login_id_foreign references login on delete cascade,
    expires_at timestamptz not null
  )`,
  `create table mandate (
    id int generated always as identity primary key,
    roster_entry_id int not null constraint mandate_roster_entry_id_foreign references roster_entry,
    email text not null,
    phone text not null default '',
    account_id int constraint mandate_account_id_foreign references account, -- the holder's, from acceptance
    asked_at timestamptz not null default now(),
    accepted_at timestamptz,
    ended_at timestamptz
  )`,
  `create unique index mandate_roster_entry_id_unique on mandate (roster_entry_id) where ended_at is null`,
  `create unique index mandate_account_id_unique on mandate (account_id) where ended_at is null and account_id is not null`,
  // ------------------------------------------------------------ the record
  `create table journal (
    session_id int not null constraint journal_session_id_foreign references session,
    seq bigint not null,
    amphitheatre_id int not null constraint journal_amphitheatre_id_foreign references amphitheatre,
    pub bigint, -- null where nothing is public
    at bigint not null, -- ms, the command's stamp
    who jsonb not null, -- {realm, account} or {realm: 'system', part}
    command_id text, -- null for the system's own
    command jsonb not null,
    facts jsonb not null,
    private_digest bytea, -- SHA-256(salt ‖ text) of the private part, null where there is none
    rules int not null, -- version of the rules
    hash bytea not null, -- SHA-256(previous ‖ canonical JSON of the row)
    primary key (session_id, seq),
    constraint journal_session_id_command_id_unique unique (session_id, command_id),
    constraint journal_amphitheatre_id_pub_unique unique (amphitheatre_id, pub)
  )`,
  `create table journal_private (
    session_id int not null,
    seq bigint not null,
    salt bytea not null,
    text text not null, -- JSON array of the sealed values, in order of appearance
    primary key (session_id, seq),
    constraint journal_private_row_foreign foreign key (session_id, seq) references journal
  )`,
  `create table session_state (
    session_id int not null constraint session_state_session_id_foreign references session,
    seq bigint not null,
    version int not null,
    state jsonb not null,
    primary key (session_id, seq)
  )`,
  // What the API asks of a live session (architecture §2.6); the owner decides and answers through the row.
  `create table session_inbox (
    id bigint generated always as identity primary key,
    session_id int not null constraint session_inbox_session_id_foreign references session,
    command_id text not null,
    command jsonb not null,
    who jsonb not null,
    created_at timestamptz not null default now(),
    answered_at timestamptz,
    answer jsonb, -- {accepted: seq} or {refused: Refusal}
    constraint session_inbox_session_id_command_id_unique unique (session_id, command_id)
  )`,
  `create index session_inbox_waiting_index on session_inbox (session_id, id) where answered_at is null`,
  `create table assignment (
    id int generated always as identity primary key,
    semester_id int not null constraint assignment_semester_id_foreign references semester,
    roster_entry_id int not null constraint assignment_roster_entry_id_foreign references roster_entry,
    post_id int not null constraint assignment_post_id_foreign references post,
    session_id int not null constraint assignment_session_id_foreign references session,
    seq bigint not null,
    status text not null, -- ChoiceStatus at the choice
    made_by text not null, -- intern | mandatary | moderator
    at timestamptz not null,
    ended_at timestamptz,
    constraint assignment_session_id_seq_unique unique (session_id, seq)
  )`,
  // One holder per seat among current classic choices; one current assignment per intern and semester.
  `create unique index assignment_post_id_unique on assignment (post_id) where ended_at is null and status = 'classic'`,
  `create unique index assignment_roster_entry_id_unique on assignment (roster_entry_id) where ended_at is null`,
  // One row per mail and recipient; the job of the same key sends it (facts.md §3).
  `create table mail (
    id bigint generated always as identity primary key,
    message_id text not null, -- also the job's key: '<choice-12-345-intern@…>' without the brackets
    kind text not null,
    recipient text not null,
    data jsonb not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    constraint mail_message_id_unique unique (message_id)
  )`,
  // The development mailbox: what the worker delivers where no SMTP_URL is set.
  `create table dev_mail (
    id bigint generated always as identity primary key,
    message_id text not null,
    recipient text not null,
    subject text not null,
    body_text text not null,
    body_html text not null,
    at timestamptz not null default now(),
    constraint dev_mail_message_id_unique unique (message_id)
  )`,
  // ------------------------------------------------------------ append-only
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% of % is refused: append-only', tg_op, tg_table_name using errcode = 'integrity_constraint_violation'; end $$`,
  ...['journal', 'amphitheatre_act'].flatMap(table => [
    `create trigger ${table}_rows before update or delete on ${table} for each row execute function refuse_change()`,
    `create trigger ${table}_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
  // The private part may be purged (deleted), never rewritten.
  `create trigger journal_private_rows before update on journal_private for each row execute function refuse_change()`,
];
