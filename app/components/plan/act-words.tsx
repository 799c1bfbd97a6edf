import type { Day } from "#app/domain/days.ts";
import { dayWith } from "#app/format.ts";

/** The act that adopted a plan: "Giunta comunale, atto n. 72 del 04/05/2021". */
export function ActWords({
  plan,
}: {
  plan: { act_organ: string | null; act_number: string | null; act_on: Day | null; adopted_on: Day | null };
}) {
  if (plan.adopted_on === null) return <>bozza, non ancora adottato</>;
  const words = [plan.act_organ ?? "adottato", plan.act_number && `atto n. ${plan.act_number}`]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      {words} {dayWith("del", plan.act_on ?? plan.adopted_on)}
    </>
  );
}

/** What a page of a plan says of a day before its adoption: that there is nothing to show, and from when there is. */
export function NotAdoptedYet({ plan }: { plan: { adopted_on: Day | null } }) {
  return (
    <p className="sent">
      {plan.adopted_on === null
        ? "Il piano è una bozza, non ancora adottata, e non contiene nulla."
        : `Il piano è stato adottato ${dayWith("il", plan.adopted_on)}: prima di quel giorno non c’è nulla da mostrare.`}
    </p>
  );
}
