import { type Kysely, sql } from "kysely";

/**
 * What a plan under way needs: norms of an action, offices that cease, annualità chosen to be carried over into a plan that
 * is not adopted yet, the RTD's agreement that an office has no part in an annualità, what a person has seen, update rounds.
 */
const CHANGES = [
  `alter table office add column ceased_on text`,
  `alter table office add column successor_id integer references office (id)`,

  `create table plan_action_norm (
    id integer primary key,
    plan_action_id integer not null references plan_action (id),
    norm text not null,
    held_from_on text not null,
    held_until_on text,
    opened_by_edit_id integer not null references edit (id),
    closed_by_edit_id integer references edit (id),
    check (held_until_on >= held_from_on)
  ) strict`,
  `create index plan_action_norm_by_action on plan_action_norm (plan_action_id, held_from_on)`,

  `create table carry_over (
    source_action_year_id integer primary key references action_year (id),
    target_action_year_id integer not null references action_year (id)
  ) strict`,
  `create index carry_over_by_target on carry_over (target_action_year_id)`,

  `create table contribution_agreement (
    contribution_id integer primary key references contribution (id),
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id)
  ) strict`,

  `alter table contribution add column after_sequence integer not null default 0`,
  `create trigger contribution_keeps_its_place before update of after_sequence on contribution
   begin select raise(abort, 'contributions are append-only'); end`,
  `alter table contribution_agreement add column after_sequence integer not null default 0`,

  `create index plan_action_by_ordinal on plan_action (plan_id, ordinal)`,
  `create index plan_action_by_continued on plan_action (continues_id) where continues_id is not null`,

  `alter table user add column seen_sequence integer`,
  `alter table session add column news_after_sequence integer`,

  `create table update_round (
    id integer primary key,
    user_id text not null references user (id),
    opened_at text not null,
    after_sequence integer not null,
    after_contribution_id integer not null,
    closed_at text
  ) strict`,
  `create unique index update_round_open on update_round (user_id) where closed_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const change of CHANGES) await sql.raw(change).execute(db);
}
