import type { Day } from "#app/domain/days.ts";
import type { Undone } from "#app/domain/triennium/draft-removal.ts";
import { CheckFields } from "../edit/check-fields.tsx";
import { GroundsFields } from "../edit/grounds-fields.tsx";
import { Field } from "../form/field.tsx";

export type Place = {
  code: string;
  adopted_on: Day | null;
  years: number[];
  continuingCode: string | null;
};

export type CarryOverFieldsProps = {
  places: Place[];
  /** Where a draft is to take it, if that was chosen. */
  chosen: { target_plan: string; target_code: string; target_year: number } | null;
  /** What of the draft may go with that choice, and the stamp of what it holds now. */
  undone: Undone;
  draftStamp: string;
  typed: Record<string, string>;
  errors: Record<string, string[] | undefined>;
  today: Day;
};

/** Where an annualità goes, why, and by which act if there is one. */
export function CarryOverFields({
  places,
  chosen,
  undone,
  draftStamp,
  typed,
  errors,
  today,
}: CarryOverFieldsProps) {
  const target = typed.target ?? (chosen ? `${chosen.target_plan}/${chosen.target_year}` : "");
  const drafts = places.filter((place) => place.adopted_on === null).map(({ code }) => code);
  return (
    <>
      <input
        type="hidden"
        name="chosen"
        value={chosen ? `${chosen.target_plan}/${chosen.target_year}` : ""}
      />
      <input type="hidden" name="draftStamp" value={draftStamp} />
      <input type="hidden" name="drafts" value={drafts.join(" ")} />
      <Field name="target" label="All’anno" hint="l’anno in cui si farà" errors={errors.target}>
        {(field) => (
          <select {...field} className="fi" defaultValue={target}>
            <option value="">{chosen ? "Non riportarla" : "Scegli"}</option>
            {places.map((place) => (
              <optgroup
                key={place.code}
                label={`Piano ${place.code}${place.adopted_on === null ? " (bozza)" : ""}`}
              >
                {place.years.map((year) => (
                  <option key={year} value={`${place.code}/${year}`}>
                    {year}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      {chosen && undone !== "nothing" && (
        <CheckFields
          name="undo"
          legend="Se cambi questa scelta"
          checks={[{ value: "draft", words: <UndoneWords chosen={chosen} undone={undone} /> }]}
          typed={typed}
        />
      )}
      {places.some((place) => place.adopted_on !== null) && (
        <GroundsFields typed={typed} errors={errors} today={today} />
      )}
    </>
  );
}

function UndoneWords({
  chosen,
  undone,
}: {
  chosen: { target_code: string; target_year: number };
  undone: Undone;
}) {
  const { target_code: code, target_year: year } = chosen;
  return undone === "action"
    ? `togli dalla bozza anche l’azione ${code}, che ha solo il ${year}`
    : `togli dalla bozza anche il ${year} dell’azione ${code}`;
}
