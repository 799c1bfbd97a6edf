import { type Kysely, sql } from "kysely";

const AUTHORED = `
    recorded_at text not null,
    author_id text not null,
    author_role text not null,
    author_office_id integer references office (id)`;

/**
 * What is frozen (R12): the plan as adopted and the reviews, with the files of their reports. A snapshot is its text: canonical JSON, its
 * SHA-256, and the head of the chain of that moment. A review is edited while it is open; closed, it is its snapshot.
 */
const TABLES = [
  `create table snapshot (
    id integer primary key,
    kind text not null check (kind in ('adoption', 'review')),
    plan_id integer not null references plan (id),
    shown_on text not null,
    content text not null,
    sha256 text not null,
    head_sequence integer not null,
    head_hash text not null,${AUTHORED}
  ) strict`,
  `create unique index snapshot_of_adoption_is_one on snapshot (plan_id) where kind = 'adoption'`,

  `create table review (
    id integer primary key,
    plan_id integer not null references plan (id),
    shown_on text not null,
    corrects_id integer unique references review (id),
    correction_reason text,
    version integer not null default 1,
    snapshot_id integer unique references snapshot (id),${AUTHORED},
    check ((corrects_id is null) = (correction_reason is null))
  ) strict`,
  `create unique index review_of_a_day_is_one on review (plan_id, shown_on) where corrects_id is null`,

  `create table review_comment (
    review_id integer not null references review (id),
    area_code text not null,
    text text not null,
    primary key (review_id, area_code)
  ) strict, without rowid`,

  `create table review_decision (
    id integer primary key,
    review_id integer not null references review (id),
    ordinal integer not null,
    text text not null,
    suggested_by text,
    unique (review_id, ordinal)
  ) strict`,

  `create table review_noting (
    review_id integer primary key references review (id),
    act_organ text not null,
    act_number text not null,
    act_on text not null,${AUTHORED}
  ) strict`,

  `create table report_file (
    snapshot_id integer not null references snapshot (id),
    standard text not null check (standard in ('a-2a', 'ua-1')),
    content blob not null,
    sha256 text not null,
    primary key (snapshot_id, standard)
  ) strict, without rowid`,
];

/** What the Giunta saw never changes afterwards: not by the program, not by a mistake of it. */
const FROZEN = [
  ...["snapshot", "review_noting", "report_file"].flatMap((table) => [
    `create trigger ${table}_is_never_deleted before delete on ${table}
     begin select raise(abort, 'what is frozen is never deleted'); end`,
    `create trigger ${table}_is_never_rewritten before update on ${table}
     begin select raise(abort, 'what is frozen is never rewritten'); end`,
  ]),
  `create trigger review_closed_is_never_rewritten before update on review when old.snapshot_id is not null
   begin select raise(abort, 'a closed review is never rewritten'); end`,
  `create trigger review_closed_is_never_deleted before delete on review when old.snapshot_id is not null
   begin select raise(abort, 'a closed review is never deleted'); end`,
  ...["review_comment", "review_decision"].flatMap((table) => [
    ofAnOpenReview(table, "insert", "new"),
    ofAnOpenReview(table, "update", "old"),
    ofAnOpenReview(table, "delete", "old"),
  ]),
];

function ofAnOpenReview(table: string, write: string, row: string): string {
  return `create trigger ${table}_of_a_closed_review_refuses_${write} before ${write} on ${table}
    when exists (select 1 from review where id = ${row}.review_id and snapshot_id is not null)
    begin select raise(abort, 'a closed review is never rewritten'); end`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...TABLES, ...FROZEN]) await sql.raw(statement).execute(db);
}
