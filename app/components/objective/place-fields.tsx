import { Field } from "../form/field.tsx";

/** Where a new step is put: in an activity of the objective, in a new one, or by itself. */
export function PlaceFields({
  activities,
  typed,
  errors,
}: {
  activities: { ordinal: number; number_as_written: string | null; title: string | null }[];
  typed: Record<string, string>;
  errors: Partial<Record<string, string[]>>;
}) {
  return (
    <div className="inl">
      <Field name="activity" label="Attività" hint="di cui il punto fa parte" errors={errors.activity}>
        {(field) => (
          <select {...field} className="fi wide" defaultValue={typed.activity ?? ""}>
            <option value="">nessuna: il punto sta da sé</option>
            {activities.map(({ ordinal, number_as_written, title }) => (
              <option key={ordinal} value={ordinal}>
                {[number_as_written ?? `Attività ${ordinal}`, title].filter((words) => words).join(" ")}
              </option>
            ))}
            <option value="nuova">una nuova, con il titolo scritto accanto</option>
          </select>
        )}
      </Field>
      <Field
        name="activityTitle"
        label="Titolo della nuova attività"
        hint="solo se l’attività è nuova"
        errors={errors.activityTitle}
      >
        {(field) => <input {...field} className="fi wide" type="text" defaultValue={typed.activityTitle} />}
      </Field>
    </div>
  );
}
