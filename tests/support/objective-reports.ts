import { sqlite } from "./requests.ts";

/** An effettivo of a point, reported by Settore 3, and its number. */
export function aReportOf(objective: string, ordinal: number): number {
  return sqlite
    .prepare(
      `insert into step_report (objective_step_id, effective_on, text, progress, recorded_at, author_id, author_role,
         author_office_id, after_sequence)
       select step.id, '2024-02-20', 'Pubblicato sul sito.', 100, '2024-02-20T10:00:00Z', '4f7c', 'dirigente', office.id, 0
       from objective_step step join objective on objective.id = step.objective_id, office
       where objective.code = ? and step.ordinal = ? and office.code = 'settore-3'
       returning id`,
    )
    .pluck()
    .get(objective, ordinal) as number;
}
