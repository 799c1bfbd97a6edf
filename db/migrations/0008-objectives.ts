import { type Kysely, sql } from "kysely";

/**
 * PEG objectives, their steps, what was reported of them, the actions that they rest on (R9), and the rounds in which the RTD asks the
 * offices for news. Progress has no column: it follows from reports and from the history of the plan.
 *
 * What a document says of an objective is kept as written; what may be edited has a life, as the plan has; what people report is
 * only ever added to.
 */
const LIFE = `
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id)`;

const AUTHORED = `
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id),
    after_sequence integer not null`;

const OBJECTIVES = [
  `create table objective (
    id integer primary key,
    code text not null unique,
    document text not null,
    act_as_written text,
    first_year integer not null,
    last_year integer not null check (last_year >= first_year),
    number_as_written text,
    mission_as_written text,
    programme_as_written text,
    project_as_written text,
    parent_title_as_written text,
    title_as_written text,
    office_as_written text,
    unit_as_written text,
    office_is_chosen integer not null default 0 check (office_is_chosen in (0, 1)),
    source text not null
  ) strict`,
  `create table objective_version (
    id integer primary key,
    objective_id integer not null references objective (id),
    title text not null,
    description text,
    kind text not null check (kind in ('strategic', 'operational', 'management')),
    is_transversal integer not null check (is_transversal in (0, 1)),
    weight real not null check (weight >= 0),${LIFE}
  ) strict`,
  `create index objective_version_by_objective on objective_version (objective_id)`,
  `create unique index objective_version_that_stands_is_one on objective_version (objective_id) where held_until_on is null`,
  `create table objective_office (
    id integer primary key,
    objective_id integer not null references objective (id),
    office_id integer not null references office (id),${LIFE}
  ) strict`,
  `create index objective_office_by_objective on objective_office (objective_id)`,
  `create index objective_office_by_office on objective_office (office_id)`,

  `create table objective_activity (
    id integer primary key,
    objective_id integer not null references objective (id),
    ordinal integer not null,
    number_as_written text,
    title text,
    text text,
    unique (objective_id, ordinal)
  ) strict`,
  `create table objective_step (
    id integer primary key,
    objective_id integer not null references objective (id),
    objective_activity_id integer references objective_activity (id),
    ordinal integer not null,
    code_as_written text,
    heading_as_written text,
    unique (objective_id, ordinal)
  ) strict`,
  `create table objective_step_version (
    id integer primary key,
    objective_step_id integer not null references objective_step (id),
    text text not null,
    planned_as_written text,
    planned_is_shared integer not null default 0 check (planned_is_shared in (0, 1)),
    weight real not null check (weight >= 0),${LIFE}
  ) strict`,
  `create index objective_step_version_by_step on objective_step_version (objective_step_id)`,
  `create unique index objective_step_version_that_stands_is_one on objective_step_version (objective_step_id)
    where held_until_on is null`,
  `create table step_report (
    id integer primary key,
    objective_step_id integer not null references objective_step (id),
    effective_on text not null,
    text text not null,
    evidence text,
    progress integer check (progress between 0 and 100),
    covers_from_on text,
    covers_until_on text check (covers_until_on >= covers_from_on),
    occurrences integer check (occurrences >= 0),
    replaces_id integer unique references step_report (id),
    is_withdrawal integer not null default 0
      check (is_withdrawal in (0, 1) and (is_withdrawal = 0 or replaces_id is not null)),
    reason text check ((reason is null) = (replaces_id is null)),${AUTHORED}
  ) strict`,
  `create index step_report_by_step on step_report (objective_step_id)`,

  `create table objective_indicator (
    id integer primary key,
    objective_id integer not null references objective (id),
    ordinal integer not null,
    unique (objective_id, ordinal)
  ) strict`,
  `create table objective_indicator_version (
    id integer primary key,
    objective_indicator_id integer not null references objective_indicator (id),
    name text not null,
    unit text not null,
    start_value real,
    target_value real not null,
    direction text not null check (direction in ('up', 'down')),
    source text not null,${LIFE}
  ) strict`,
  `create index objective_indicator_version_by_indicator on objective_indicator_version (objective_indicator_id)`,
  `create unique index objective_indicator_version_that_stands_is_one on objective_indicator_version (objective_indicator_id)
    where held_until_on is null`,
  `create table indicator_reading (
    id integer primary key,
    objective_indicator_id integer not null references objective_indicator (id),
    value real not null,
    effective_on text not null,
    note text not null,
    evidence text,${AUTHORED}
  ) strict`,
  `create index indicator_reading_by_indicator on indicator_reading (objective_indicator_id)`,

  `create table objective_link (
    id integer primary key,
    objective_id integer not null references objective (id),
    plan_action_id integer not null references plan_action (id),
    action_year_id integer references action_year (id)
  ) strict`,
  `create unique index objective_link_is_one on objective_link (objective_id, plan_action_id, coalesce(action_year_id, 0))`,
  `create index objective_link_by_plan_action on objective_link (plan_action_id)`,
  `create table objective_link_version (
    id integer primary key,
    objective_link_id integer not null references objective_link (id),
    rationale text not null,
    weight real not null check (weight >= 0),${LIFE}
  ) strict`,
  `create index objective_link_version_by_link on objective_link_version (objective_link_id)`,

  `create table objective_figure (
    id integer primary key,
    objective_id integer not null references objective (id),
    kind text not null check (kind in ('declared', 'validated')),
    percent integer check (percent between 0 and 100),
    effective_on text not null,
    reason text not null,
    act_organ text,
    act_number text check (kind = 'declared' or act_number is not null),
    act_on text,
    replaces_id integer unique references objective_figure (id),${AUTHORED}
  ) strict`,
  `create index objective_figure_by_objective on objective_figure (objective_id)`,
  `create table objective_note (
    id integer primary key,
    objective_id integer not null references objective (id),
    text text not null,${AUTHORED}
  ) strict`,
  `create index objective_note_by_objective on objective_note (objective_id)`,
  `create table objective_priority (
    id integer primary key,
    document text not null,
    ordinal integer not null,
    area text not null,
    text text not null,
    unique (document, ordinal)
  ) strict`,
  `create table objective_discrepancy (
    id integer primary key,
    objective_id integer references objective (id),
    detail text not null,
    source text not null
  ) strict`,
];

const ROUNDS = [
  `alter table office add column email text`,
  `create table calendar_feed (
    id integer primary key,
    user_id text not null references user (id),
    token_hash text not null unique,
    created_at text not null,
    revoked_at text
  ) strict`,
  `create index calendar_feed_by_user on calendar_feed (user_id)`,
  `create unique index calendar_feed_that_answers_is_one on calendar_feed (user_id) where revoked_at is null`,
  `create table monitoring (
    id integer primary key,
    title text not null,
    looked_at_on text not null,
    due_on text not null,
    note text,
    after_contribution_id integer not null,
    after_report_id integer not null,
    closed_at text,
    closed_by_id text,
    closed_after_sequence integer,
    closed_after_contribution_id integer,
    closed_after_report_id integer,
    closing_note text,${AUTHORED}
  ) strict`,
  `create unique index monitoring_open_is_one on monitoring (closed_at is null) where closed_at is null`,
  `create table monitoring_item (
    id integer primary key,
    monitoring_id integer not null references monitoring (id),
    office_id integer not null references office (id),
    action_year_id integer references action_year (id),
    objective_step_id integer references objective_step (id),
    check ((action_year_id is null) <> (objective_step_id is null))
  ) strict`,
  `create index monitoring_item_by_monitoring on monitoring_item (monitoring_id, office_id)`,
  `create unique index monitoring_item_is_one on monitoring_item
    (monitoring_id, office_id, coalesce(action_year_id, 0), coalesce(objective_step_id, 0))`,
  `create table monitoring_confirmation (
    monitoring_item_id integer primary key references monitoring_item (id),
    note text,${AUTHORED}
  ) strict`,
  `create table reminder (
    id integer primary key,
    monitoring_id integer not null references monitoring (id),
    office_id integer not null references office (id),
    recipient text not null,
    subject text not null,
    body text not null,
    attempts integer not null default 0,
    next_attempt_at text,
    sent_at text,
    last_error text,${AUTHORED}
  ) strict`,
  `create index reminder_by_monitoring on reminder (monitoring_id, office_id)`,
];

const APPEND_ONLY = [
  "step_report",
  "indicator_reading",
  "objective_figure",
  "objective_note",
  "monitoring_item",
  "monitoring_confirmation",
].flatMap((table) => [
  `create trigger ${table}_is_never_deleted before delete on ${table}
   begin select raise(abort, 'what was reported is append-only'); end`,
  `create trigger ${table}_is_never_rewritten before update on ${table}
   begin select raise(abort, 'what was reported is append-only'); end`,
]);

/** A round is closed once, and stays as it was opened and closed. */
const CLOSED_ROUNDS = [
  `create trigger monitoring_is_never_deleted before delete on monitoring
   begin select raise(abort, 'rounds are never deleted'); end`,
  `create trigger monitoring_stays_as_closed before update on monitoring when old.closed_at is not null
   begin select raise(abort, 'a closed round stays as it was closed'); end`,
  `create trigger monitoring_stays_as_opened
   before update of id, title, looked_at_on, due_on, note, after_contribution_id, after_report_id, recorded_at, author_id, author_role,
     author_office_id, after_sequence on monitoring
   begin select raise(abort, 'a round stays as it was opened'); end`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...OBJECTIVES, ...ROUNDS, ...APPEND_ONLY, ...CLOSED_ROUNDS])
    await sql.raw(statement).execute(db);
}
