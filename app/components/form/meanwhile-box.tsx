import type { Role } from "#app/domain/permissions.ts";
import type { Status } from "#app/domain/status/status-steps.ts";
import { dayWith, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { statusWords } from "../situation.tsx";

export type Meanwhile = {
  to_status: Status;
  progress: number;
  effective_on: string;
  recorded_at: string;
  author_role: Role;
  author_office: string | null;
  reason: string | null;
};

/** What someone else recorded while this form was open. What was typed here is still in the form. */
export function MeanwhileBox({ line }: { line: Meanwhile }) {
  return (
    <div className="box warn">
      <h2>Che cosa è cambiato</h2>
      <p>
        {authorLabel({ role: line.author_role, office: line.author_office })} ha registrato{" "}
        {momentWithArticle(line.recorded_at)}: <b>{statusWords(line.to_status, line.progress)}</b>{" "}
        {dayWith("dal", line.effective_on)}
        {line.reason ? `: «${line.reason}»` : "."}
      </p>
      <p className="sm">
        Quello che hai scritto è rimasto qui sotto e non è stato salvato. I passaggi offerti sono quelli
        possibili adesso.
      </p>
    </div>
  );
}
