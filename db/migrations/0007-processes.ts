import { type Kysely, sql } from "kysely";

/**
 * Process maps, what keeps a process from being done in lavoro agile, which actions take that away, and the log of the levels that
 * writes have altered (R7). Levels have no column: they follow from blockers, claims and the history of the plan.
 *
 * What a map says of a process is kept as written and never changes; what is understood of it has a life, as the plan has.
 */
const LIFE = `
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id)`;

const TABLES = [
  `create table process_map (
    id integer primary key,
    code text not null unique,
    title text not null,
    observed_on text not null,
    observed_on_is_assumed integer not null check (observed_on_is_assumed in (0, 1)),
    source text not null
  ) strict`,

  `create table work_process (
    id integer primary key,
    process_map_id integer not null references process_map (id),
    code text not null unique,
    ordinal integer not null,
    observed_on text not null,
    written text not null check (written in
      ('yes', 'yes-with-prerequisites', 'partial', 'depends', 'no', 'would-be-if-digital', 'outsourced')),
    level_as_written text not null,
    as_written text not null check (json_valid(as_written)),
    source_section text,
    source_row text
  ) strict`,
  `create index work_process_by_map on work_process (process_map_id, ordinal)`,

  `create table work_process_version (
    id integer primary key,
    work_process_id integer not null references work_process (id),
    name text not null,
    activity text,
    risk text check (risk in ('low', 'medium', 'high')),
    on_paper integer check (on_paper in (0, 1)),${LIFE}
  ) strict`,
  `create index work_process_version_by_work_process on work_process_version (work_process_id)`,

  `create table work_process_office (
    id integer primary key,
    work_process_id integer not null references work_process (id),
    office_id integer not null references office (id),${LIFE}
  ) strict`,
  `create index work_process_office_by_work_process on work_process_office (work_process_id)`,
  `create index work_process_office_by_office on work_process_office (office_id)`,

  `create table work_process_area (
    work_process_id integer not null references work_process (id),
    ordinal integer not null,
    name text not null,
    primary key (work_process_id, ordinal)
  ) strict, without rowid`,

  `create table work_process_team (
    work_process_id integer not null references work_process (id),
    ordinal integer not null,
    name text not null,
    primary key (work_process_id, ordinal)
  ) strict, without rowid`,

  `create table work_process_phase (
    work_process_id integer not null references work_process (id),
    ordinal integer not null,
    text text not null,
    primary key (work_process_id, ordinal)
  ) strict, without rowid`,

  `create table work_process_remark (
    work_process_id integer not null references work_process (id),
    ordinal integer not null,
    kind text not null check (kind in ('discrepancy', 'hidden-condition', 'reading')),
    detail text not null,
    primary key (work_process_id, ordinal)
  ) strict, without rowid`,

  `create table team (
    id integer primary key,
    process_map_id integer not null references process_map (id),
    source_table integer not null,
    ordinal integer not null,
    area text not null,
    service text not null,
    name text not null,
    level_as_written text,
    days_as_written text,
    employees integer check (employees >= 4),
    agile_workers integer check (agile_workers >= 4),
    unique (process_map_id, source_table, ordinal)
  ) strict`,
  `create table team_name_in_map (
    team_id integer not null references team (id),
    name text not null,
    primary key (team_id, name)
  ) strict, without rowid`,

  `create table blocker (
    id integer primary key,
    work_process_id integer not null references work_process (id),
    ordinal integer not null,
    unique (work_process_id, ordinal)
  ) strict`,
  `create table blocker_version (
    id integer primary key,
    blocker_id integer not null references blocker (id),
    kind text not null check (kind in
      ('paper_archive', 'incoming_paper_mail', 'wet_signature_or_no_pec', 'missing_online_form',
       'missing_equipment_or_connection', 'counter_service', 'in_person_meeting', 'political_presence',
       'physical_delivery_notification', 'physical_site_inspection', 'physical_goods_or_hardware',
       'onsite_coordination', 'legal_or_certified_workstation', 'outsourced', 'unspecified')),
    subkind text,
    extent text not null check (extent in ('whole', 'part')),
    basis text not null check (basis in ('stated', 'inferred', 'none')),
    removability text not null check (removability in ('digital', 'partly', 'outside-plan', 'structural', 'unknown')),
    note text,${LIFE}
  ) strict`,
  `create index blocker_version_by_blocker on blocker_version (blocker_id)`,

  `create table unblock_claim (
    id integer primary key,
    blocker_id integer not null references blocker (id),
    confidence text check (confidence in ('high', 'medium', 'low')),
    rationale text not null,
    source text not null
  ) strict`,
  `create index unblock_claim_by_blocker on unblock_claim (blocker_id)`,
  `create table unblock_claim_action (
    unblock_claim_id integer not null references unblock_claim (id),
    plan_action_id integer not null references plan_action (id),
    primary key (unblock_claim_id, plan_action_id)
  ) strict, without rowid`,
  `create index unblock_claim_action_by_plan_action on unblock_claim_action (plan_action_id)`,
  `create table unblock_claim_year (
    unblock_claim_id integer not null references unblock_claim (id),
    action_year_id integer not null references action_year (id),
    primary key (unblock_claim_id, action_year_id)
  ) strict, without rowid`,
  `create table unblock_claim_version (
    id integer primary key,
    unblock_claim_id integer not null references unblock_claim (id),
    state text not null check (state in ('proposed', 'confirmed', 'contested', 'rejected')),
    effect text not null check (effect in ('full', 'partial')),${LIFE}
  ) strict`,
  `create index unblock_claim_version_by_claim on unblock_claim_version (unblock_claim_id)`,
  `create index unblock_claim_version_by_opening_edit on unblock_claim_version (opened_by_edit_id)`,

  `create table turn (
    id integer primary key,
    work_process_id integer not null references work_process (id),
    from_level text not null check (from_level in ('yes', 'in-part', 'no', 'outsourced')),
    to_level text not null check (to_level in ('yes', 'in-part', 'no', 'outsourced')),
    effective_on text not null,
    caused_by_sequence integer references status_line (sequence),
    caused_by_edit_id integer references edit (id),
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id),
    after_sequence integer not null,
    check ((caused_by_sequence is null) <> (caused_by_edit_id is null))
  ) strict`,
  `create index turn_by_work_process on turn (work_process_id)`,
  `create index turn_by_sequence on turn (caused_by_sequence)`,
  `create index turn_by_edit on turn (caused_by_edit_id)`,
  `create table turn_claim (
    turn_id integer not null references turn (id),
    unblock_claim_id integer not null references unblock_claim (id),
    primary key (turn_id, unblock_claim_id)
  ) strict, without rowid`,
  `create table turn_answer (
    turn_id integer primary key references turn (id),
    answer text not null check (answer in ('confirmed', 'contested')),
    edit_id integer not null references edit (id)
  ) strict`,
  `create index turn_answer_by_edit on turn_answer (edit_id)`,
];

const APPEND_ONLY = ["turn", "turn_claim", "turn_answer"].flatMap((table) => [
  `create trigger ${table}_is_never_deleted before delete on ${table}
   begin select raise(abort, 'turns are append-only'); end`,
  `create trigger ${table}_is_never_rewritten before update on ${table}
   begin select raise(abort, 'turns are append-only'); end`,
]);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...APPEND_ONLY]) await sql.raw(statement).execute(db);
}
