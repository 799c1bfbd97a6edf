import { type Kysely, sql } from "kysely";

/**
 * The organisation, the plan with its days of validity, the history in one chain, contributions, and who signs in.
 *
 * Life rows (`held_from_on`, `held_until_on`, half-open) point to an identity and are opened and closed by an edit, which
 * says who, why and by which act. Nothing is deleted. What can be computed (lateness, progress, derived status) has no column.
 */
const TABLES = [
  `create table setting (
    name text primary key,
    value text not null
  ) strict`,

  `create table office (
    id integer primary key,
    code text not null unique,
    name text not null,
    kind text not null check (kind in ('settore', 'uo', 'uoa')),
    parent_id integer references office (id),
    source text not null
  ) strict`,

  `create table office_group (
    id integer primary key,
    code text not null unique,
    name text not null,
    source text not null
  ) strict`,

  `create table office_group_member (
    office_group_id integer not null references office_group (id),
    office_id integer not null references office (id),
    primary key (office_group_id, office_id)
  ) strict, without rowid`,

  `create table user (
    id text primary key,
    username text not null unique collate nocase,
    name text not null,
    role text not null check (role in ('rtd', 'dirigente', 'referente', 'giunta', 'lettore', 'amministratore')),
    password_hash text not null,
    created_at text not null,
    disabled_at text
  ) strict`,

  `create table user_office (
    user_id text not null references user (id),
    office_id integer not null references office (id),
    primary key (user_id, office_id)
  ) strict, without rowid`,

  `create table session (
    token_hash text primary key,
    user_id text not null references user (id),
    created_at text not null,
    expires_at text not null,
    revoked_at text
  ) strict, without rowid`,

  `create table sign_in_attempt (
    id integer primary key,
    username text not null collate nocase,
    address text not null,
    attempted_at text not null
  ) strict`,
  `create index sign_in_attempt_by_username on sign_in_attempt (username, attempted_at)`,
  `create index sign_in_attempt_by_address on sign_in_attempt (address, attempted_at)`,

  `create table plan (
    id integer primary key,
    code text not null unique,
    title text not null,
    first_year integer not null,
    last_year integer not null check (last_year >= first_year),
    act_organ text,
    act_number text,
    act_on text,
    adopted_on text,
    source text not null
  ) strict`,

  `create table area (
    id integer primary key,
    plan_id integer not null references plan (id),
    code text not null,
    ordinal integer not null,
    title text not null,
    responsibles_as_written text,
    source text not null,
    unique (plan_id, code)
  ) strict`,

  `create table plan_action (
    id integer primary key,
    plan_id integer not null references plan (id),
    code text not null,
    ordinal integer not null,
    continues_id integer references plan_action (id),
    title_in_table_as_written text,
    responsibles_as_written text,
    responsibles_in_table_as_written text,
    years_as_written text,
    years_in_table_count integer,
    source_document text,
    source_section text,
    source_row text,
    unique (plan_id, code),
    unique (plan_id, continues_id)
  ) strict`,

  `create table edit (
    id integer primary key,
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id),
    reason text not null,
    act_organ text,
    act_number text,
    act_on text
  ) strict`,

  `create table plan_action_version (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    area_id integer not null references area (id),
    title text not null,
    weight real not null default 1 check (weight > 0),
    unknown_year_count integer not null default 0,
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on)
  ) strict`,
  `create index plan_action_version_by_action on plan_action_version (plan_action_id, held_from_on)`,

  `create table plan_action_theme (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    theme text not null,
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on)
  ) strict`,
  `create index plan_action_theme_by_action on plan_action_theme (plan_action_id, held_from_on)`,

  `create table plan_action_responsible (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    ordinal integer not null,
    office_id integer references office (id),
    office_group_id integer references office_group (id),
    role text check (role = 'rtd'),
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on),
    check ((office_id is not null) + (office_group_id is not null) + (role is not null) = 1)
  ) strict`,
  `create index plan_action_responsible_by_action on plan_action_responsible (plan_action_id, held_from_on)`,

  `create table plan_action_lead (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    office_id integer not null references office (id),
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on)
  ) strict`,
  `create index plan_action_lead_by_action on plan_action_lead (plan_action_id, held_from_on)`,

  `create table action_year (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    year integer not null check (year between 2000 and 2100),
    unique (plan_action_id, year)
  ) strict`,

  `create table action_year_life (
    id integer primary key,
    action_year_id integer not null references action_year (id),
    due_on text,
    due_as_written text,
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on)
  ) strict`,
  `create index action_year_life_by_action_year on action_year_life (action_year_id, held_from_on)`,

  `create table action_year_office (
    id integer primary key,
    action_year_id integer not null references action_year (id),
    office_id integer not null references office (id),
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on)
  ) strict`,
  `create index action_year_office_by_action_year on action_year_office (action_year_id, held_from_on)`,

  `create table discrepancy (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    code text not null,
    detail text not null,
    source text not null
  ) strict`,
  `create index discrepancy_by_action on discrepancy (plan_action_id)`,

  `create table status_line (
    sequence integer primary key,
    action_year_id integer not null references action_year (id),
    from_status text not null check (from_status in ('to-start', 'in-progress', 'completed', 'suspended', 'rescheduled', 'cancelled')),
    to_status text not null check (to_status in ('to-start', 'in-progress', 'completed', 'suspended', 'rescheduled', 'cancelled')),
    progress integer not null check (progress between 0 and 100),
    due_on text,
    target_action_year_id integer references action_year (id),
    replaces_sequence integer unique references status_line (sequence),
    place integer not null,
    effective_on text not null,
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id),
    reason text,
    reason_salt text,
    reason_commitment text,
    evidence text,
    evidence_salt text,
    evidence_commitment text,
    previous_hash text not null unique,
    hash text not null unique,
    check ((to_status = 'rescheduled') or target_action_year_id is null)
  ) strict`,
  `create index status_line_by_action_year on status_line (action_year_id, effective_on, place)`,
  `create index status_line_by_target on status_line (target_action_year_id) where target_action_year_id is not null`,

  `create trigger status_line_is_never_deleted before delete on status_line
   begin select raise(abort, 'the history is append-only'); end`,
  `create trigger status_line_is_never_rewritten before update of
     sequence, action_year_id, from_status, to_status, progress, due_on, target_action_year_id, replaces_sequence, place,
     effective_on, recorded_at, author_id, author_role, author_office_id, reason_commitment, evidence_commitment,
     previous_hash, hash on status_line
   begin select raise(abort, 'the history is append-only'); end`,
  `create trigger status_line_text_is_only_obscured before update of reason, reason_salt, evidence, evidence_salt on status_line
   when not (
     ((new.reason is old.reason and new.reason_salt is old.reason_salt) or (new.reason is null and new.reason_salt is null))
     and ((new.evidence is old.evidence and new.evidence_salt is old.evidence_salt) or (new.evidence is null and new.evidence_salt is null))
   )
   begin select raise(abort, 'a text of the history can only be obscured, with its salt'); end`,

  `create table contribution (
    id integer primary key,
    action_year_id integer not null references action_year (id),
    office_id integer not null references office (id),
    status text not null check (status in ('to-start', 'in-progress', 'suspended', 'completed', 'not-pertinent')),
    progress integer not null check (progress between 0 and 100),
    evidence text,
    note text not null,
    effective_on text not null,
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id)
  ) strict`,
  `create index contribution_by_action_year on contribution (action_year_id, office_id, effective_on)`,
  `create trigger contribution_is_never_deleted before delete on contribution
   begin select raise(abort, 'contributions are append-only'); end`,
  `create trigger contribution_is_never_rewritten before update of
     action_year_id, office_id, status, progress, effective_on, recorded_at, author_id, author_role on contribution
   begin select raise(abort, 'contributions are append-only'); end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await sql.raw(table).execute(db);
}
