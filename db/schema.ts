import type { Generated, Selectable } from "kysely";
import type { Basis, BlockerKind, Extent, Removability } from "#app/domain/level/blockers.ts";
import type { ClaimEffect, ClaimState, Confidence } from "#app/domain/level/claims.ts";
import type { Level, Written } from "#app/domain/level/levels.ts";
import type { FigureKind, ObjectiveKind } from "#app/domain/objective/objectives.ts";
import type { Direction } from "#app/domain/objective/indicators.ts";
import type { TurnAnswer } from "#app/domain/unblock-claim/turn-answers.ts";
import type { RemarkKind, Risk } from "#app/domain/work-process/work-processes.ts";
import type { ContributionStatus } from "#app/domain/contribution/contributions.ts";
import type { Role } from "#app/domain/permissions.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import type { Theme } from "#app/domain/plan/themes.ts";

/** The columns of a row that has a life: it holds from `held_from_on` to the day before `held_until_on` (design, section 3). */
export type Life = {
  held_from_on: string;
  held_until_on: string | null;
  opened_by_edit_id: number;
  closed_by_edit_id: number | null;
};

type Authored = {
  recorded_at: string;
  author_id: string;
  author_role: Role;
  author_office_id: number | null;
};

type Act = { act_organ: string | null; act_number: string | null; act_on: string | null };

export type Schema = {
  setting: { name: string; value: string };
  office: {
    id: Generated<number>;
    code: string;
    name: string;
    kind: "settore" | "uo" | "uoa";
    parent_id: number | null;
    source: string;
    ceased_on: string | null;
    successor_id: number | null;
    /** The office's own mailbox, to which reminders go; never a person's. */
    email: string | null;
  };
  office_group: { id: Generated<number>; code: string; name: string; source: string };
  office_group_member: { office_group_id: number; office_id: number };
  user: {
    id: string;
    username: string;
    name: string;
    role: Role;
    password_hash: string;
    created_at: string;
    disabled_at: string | null;
    seen_sequence: number | null;
  };
  user_office: { user_id: string; office_id: number };
  session: {
    token_hash: string;
    user_id: string;
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
    news_after_sequence: number | null;
  };
  sign_in_attempt: { id: Generated<number>; username: string; address: string; attempted_at: string };
  plan: Act & {
    id: Generated<number>;
    code: string;
    title: string;
    first_year: number;
    last_year: number;
    adopted_on: string | null;
    source: string;
  };
  area: {
    id: Generated<number>;
    plan_id: number;
    code: string;
    ordinal: number;
    title: string;
    responsibles_as_written: string | null;
    source: string;
    /** The day from which it holds, where its plan was adopted without it. */
    held_from_on: string | null;
    /** The last edit that wrote it; null where it came with its plan. */
    edit_id: number | null;
  };
  /** What an area was called until the day before `until_on`. */
  area_former_title: {
    id: Generated<number>;
    area_id: number;
    title: string;
    until_on: string;
    opened_by_edit_id: number | null;
    closed_by_edit_id: number;
  };
  plan_action: {
    id: Generated<number>;
    plan_id: number;
    code: string;
    ordinal: number;
    continues_id: number | null;
    title_in_table_as_written: string | null;
    responsibles_as_written: string | null;
    responsibles_in_table_as_written: string | null;
    years_as_written: string | null;
    years_in_table_count: number | null;
    source_document: string | null;
    source_section: string | null;
    source_row: string | null;
  };
  edit: Authored &
    Act & {
      id: Generated<number>;
      reason: string;
      after_sequence: Generated<number>;
      /** The annualità whose offices it gave to the one that was rescheduled to; null for what somebody edited. */
      offices_from_action_year_id: number | null;
    };
  plan_action_version: Life & {
    id: Generated<number>;
    plan_action_id: number;
    area_id: number;
    title: string;
    weight: number;
    unknown_year_count: number;
  };
  plan_action_theme: Life & { id: Generated<number>; plan_action_id: number; theme: Theme };
  plan_action_norm: Life & { id: Generated<number>; plan_action_id: number; norm: string };
  plan_action_responsible: Life & {
    id: Generated<number>;
    plan_action_id: number;
    ordinal: number;
    office_id: number | null;
    office_group_id: number | null;
    role: "rtd" | null;
  };
  plan_action_lead: Life & { id: Generated<number>; plan_action_id: number; office_id: number };
  action_year: { id: Generated<number>; plan_action_id: number; year: number };
  action_year_life: Life & {
    id: Generated<number>;
    action_year_id: number;
    due_on: string | null;
    due_as_written: string | null;
  };
  action_year_office: Life & { id: Generated<number>; action_year_id: number; office_id: number };
  discrepancy: {
    id: Generated<number>;
    plan_action_id: number;
    code: string;
    detail: string;
    source: string;
  };
  status_line: Authored & {
    sequence: number;
    action_year_id: number;
    from_status: Status;
    to_status: Status;
    progress: number;
    due_on: string | null;
    target_action_year_id: number | null;
    replaces_sequence: number | null;
    place: number;
    effective_on: string;
    reason: string | null;
    reason_salt: string | null;
    reason_commitment: string | null;
    evidence: string | null;
    evidence_salt: string | null;
    evidence_commitment: string | null;
    previous_hash: string;
    hash: string;
  };
  carry_over: { source_action_year_id: number; target_action_year_id: number };
  contribution: Authored & {
    id: Generated<number>;
    action_year_id: number;
    office_id: number;
    status: ContributionStatus;
    progress: number;
    evidence: string | null;
    note: string;
    effective_on: string;
    after_sequence: number;
  };
  contribution_agreement: Authored & { contribution_id: number; after_sequence: number };
  update_round: {
    id: Generated<number>;
    user_id: string;
    opened_at: string;
    after_sequence: number;
    after_contribution_id: number;
    closed_at: string | null;
  };
  process_map: {
    id: Generated<number>;
    code: string;
    title: string;
    /** The day that the map describes; `observed_on_is_assumed`: its source does not say it. */
    observed_on: string;
    observed_on_is_assumed: 0 | 1;
    source: string;
  };
  work_process: {
    id: Generated<number>;
    process_map_id: number;
    code: string;
    ordinal: number;
    /** The day that its level as written is of: that of its map, or of when it was added by hand. */
    observed_on: string;
    written: Written;
    level_as_written: string;
    /** Every column of its row as written: a JSON list of `ColumnAsWritten`. */
    as_written: string;
    source_section: string | null;
    source_row: string | null;
  };
  work_process_version: Life & {
    id: Generated<number>;
    work_process_id: number;
    name: string;
    activity: string | null;
    risk: Risk | null;
    on_paper: 0 | 1 | null;
  };
  work_process_office: Life & { id: Generated<number>; work_process_id: number; office_id: number };
  work_process_area: { work_process_id: number; ordinal: number; name: string };
  work_process_team: { work_process_id: number; ordinal: number; name: string };
  work_process_phase: { work_process_id: number; ordinal: number; text: string };
  work_process_remark: {
    work_process_id: number;
    ordinal: number;
    kind: RemarkKind;
    detail: string;
  };
  /** A row of a table of teams; figures under 4 people are not kept (R11). */
  team: {
    id: Generated<number>;
    process_map_id: number;
    source_table: number;
    ordinal: number;
    area: string;
    service: string;
    name: string;
    level_as_written: string | null;
    days_as_written: string | null;
    employees: number | null;
    agile_workers: number | null;
  };
  /** What the processes of the map call a team. */
  team_name_in_map: { team_id: number; name: string };
  blocker: { id: Generated<number>; work_process_id: number; ordinal: number };
  blocker_version: Life & {
    id: Generated<number>;
    blocker_id: number;
    kind: BlockerKind;
    subkind: string | null;
    extent: Extent;
    basis: Basis;
    removability: Removability;
    note: string | null;
  };
  unblock_claim: {
    id: Generated<number>;
    blocker_id: number;
    confidence: Confidence | null;
    rationale: string;
    source: string;
  };
  unblock_claim_action: { unblock_claim_id: number; plan_action_id: number };
  /** The annualità that a claim is narrowed to; none of an action: all of its annualità. */
  unblock_claim_year: { unblock_claim_id: number; action_year_id: number };
  unblock_claim_version: Life & {
    id: Generated<number>;
    unblock_claim_id: number;
    state: ClaimState;
    effect: ClaimEffect;
  };
  /** What a write altered in the level of a process (R7): a log, never the source of a level. */
  turn: Authored & {
    id: Generated<number>;
    work_process_id: number;
    from_level: Level;
    to_level: Level;
    effective_on: string;
    caused_by_sequence: number | null;
    caused_by_edit_id: number | null;
    after_sequence: number;
  };
  /** The claims that began, or ceased, to hold with a turn. */
  turn_claim: { turn_id: number; unblock_claim_id: number };
  turn_answer: { turn_id: number; answer: TurnAnswer; edit_id: number };
  /** An objective of PEG, PdO, PIAO or DUP (R9), as its document has it; `last_year`: beyond the first for one of several years. */
  objective: {
    id: Generated<number>;
    code: string;
    document: string;
    act_as_written: string | null;
    first_year: number;
    last_year: number;
    number_as_written: string | null;
    mission_as_written: string | null;
    programme_as_written: string | null;
    project_as_written: string | null;
    parent_title_as_written: string | null;
    title_as_written: string | null;
    office_as_written: string | null;
    unit_as_written: string | null;
    /** No document says whose it is: its offices are the demonstration's choice. */
    office_is_chosen: 0 | 1;
    source: string;
  };
  objective_version: Life & {
    id: Generated<number>;
    objective_id: number;
    title: string;
    description: string | null;
    kind: ObjectiveKind;
    is_transversal: 0 | 1;
    weight: number;
  };
  objective_office: Life & { id: Generated<number>; objective_id: number; office_id: number };
  /** `text`: what stands between its title and its points. */
  objective_activity: {
    id: Generated<number>;
    objective_id: number;
    ordinal: number;
    number_as_written: string | null;
    title: string | null;
    text: string | null;
  };
  /** A point of an activity, or a step by itself; `ordinal` counts through the whole objective. */
  objective_step: {
    id: Generated<number>;
    objective_id: number;
    objective_activity_id: number | null;
    ordinal: number;
    code_as_written: string | null;
    heading_as_written: string | null;
  };
  /** `planned_as_written`: the programmato; its terms are read from it each time. */
  objective_step_version: Life & {
    id: Generated<number>;
    objective_step_id: number;
    text: string;
    planned_as_written: string | null;
    planned_is_shared: 0 | 1;
    weight: number;
  };
  /** An effettivo. `covers_*`: the days that it reports on, where the step has a period; `occurrences`: how many times, where it has none. */
  step_report: Authored & {
    id: Generated<number>;
    objective_step_id: number;
    effective_on: string;
    text: string;
    evidence: string | null;
    progress: number | null;
    covers_from_on: string | null;
    covers_until_on: string | null;
    occurrences: number | null;
    replaces_id: number | null;
    /** It only takes the one that it replaces away. */
    is_withdrawal: 0 | 1;
    /** Why it replaces another; none for one that replaces nothing. */
    reason: string | null;
    after_sequence: number;
  };
  objective_indicator: { id: Generated<number>; objective_id: number; ordinal: number };
  objective_indicator_version: Life & {
    id: Generated<number>;
    objective_indicator_id: number;
    name: string;
    unit: string;
    start_value: number | null;
    target_value: number;
    direction: Direction;
    source: string;
  };
  indicator_reading: Authored & {
    id: Generated<number>;
    objective_indicator_id: number;
    value: number;
    effective_on: string;
    note: string;
    evidence: string | null;
    after_sequence: number;
  };
  /** That an objective rests on an action, or on one of its annualità alone. */
  objective_link: {
    id: Generated<number>;
    objective_id: number;
    plan_action_id: number;
    action_year_id: number | null;
  };
  objective_link_version: Life & {
    id: Generated<number>;
    objective_link_id: number;
    rationale: string;
    weight: number;
  };
  /** What people say of an objective beside what is computed; `percent` null: what was said before is taken back. */
  objective_figure: Authored &
    Act & {
      id: Generated<number>;
      objective_id: number;
      kind: FigureKind;
      percent: number | null;
      effective_on: string;
      reason: string;
      /** Of a rettifica: the figure that it stands in the place of. */
      replaces_id: number | null;
      after_sequence: number;
    };
  objective_note: Authored & {
    id: Generated<number>;
    objective_id: number;
    text: string;
    after_sequence: number;
  };
  objective_priority: {
    id: Generated<number>;
    document: string;
    ordinal: number;
    area: string;
    text: string;
  };
  objective_discrepancy: {
    id: Generated<number>;
    objective_id: number | null;
    detail: string;
    source: string;
  };
  calendar_feed: {
    id: Generated<number>;
    user_id: string;
    token_hash: string;
    created_at: string;
    revoked_at: string | null;
  };
  /** A round in which the RTD asks every office for news: "monitoraggio al 30/6"; one at a time is open. */
  monitoring: Authored & {
    id: Generated<number>;
    title: string;
    looked_at_on: string;
    due_on: string;
    note: string | null;
    after_sequence: number;
    after_contribution_id: number;
    after_report_id: number;
    closed_at: string | null;
    closed_by_id: string | null;
    /** The last of each kind that there was when it was closed: what comes after answers nothing. */
    closed_after_sequence: number | null;
    closed_after_contribution_id: number | null;
    closed_after_report_id: number | null;
    closing_note: string | null;
  };
  /** What an office is asked about in a round, written down when the round opens. */
  monitoring_item: {
    id: Generated<number>;
    monitoring_id: number;
    office_id: number;
    action_year_id: number | null;
    objective_step_id: number | null;
  };
  monitoring_confirmation: Authored & {
    monitoring_item_id: number;
    note: string | null;
    after_sequence: number;
  };
  /** A reminder to be sent, or sent, by e-mail. */
  reminder: Authored & {
    id: Generated<number>;
    monitoring_id: number;
    office_id: number;
    recipient: string;
    subject: string;
    body: string;
    attempts: Generated<number>;
    next_attempt_at: string | null;
    sent_at: string | null;
    last_error: string | null;
    after_sequence: number;
  };
  /** What is frozen (R12): the plan as adopted, or a review. `content`: canonical JSON; `sha256`: of its UTF-8 bytes. */
  snapshot: Authored & {
    id: Generated<number>;
    kind: "adoption" | "review";
    plan_id: number;
    shown_on: string;
    content: string;
    sha256: string;
    head_sequence: number;
    head_hash: string;
  };
  /** A review of a plan on a day; open while `snapshot_id` is null. `version`: moves with every write, for who edits. */
  review: Authored & {
    id: Generated<number>;
    plan_id: number;
    shown_on: string;
    corrects_id: number | null;
    correction_reason: string | null;
    version: Generated<number>;
    snapshot_id: number | null;
  };
  /** What the RTD writes of an area; `area_code` empty: of the whole. */
  review_comment: { review_id: number; area_code: string; text: string };
  /** A decision asked of the Giunta. `suggested_by`: the key of the suggestion it was made from, null where the RTD wrote it. */
  review_decision: {
    id: Generated<number>;
    review_id: number;
    ordinal: number;
    text: string;
    suggested_by: string | null;
  };
  /** The act by which the Giunta took note. */
  review_noting: Authored & { review_id: number; act_organ: string; act_number: string; act_on: string };
  /** A report as it was made, so that a later version of the program gives the same bytes. */
  report_file: { snapshot_id: number; standard: "a-2a" | "ua-1"; content: Uint8Array; sha256: string };
};

export type PlanRow = Selectable<Schema["plan"]>;
