import { planAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Theme } from "#app/domain/plan/themes.ts";
import { THEME_LABEL } from "#app/labels.ts";

/** What an action is about: its themes, each leading to the others of the same one, and the norms that it applies. */
export function ActionSubjects({
  plan,
  al,
  themes,
  norms,
}: {
  plan: string;
  al?: Day;
  themes: readonly Theme[];
  norms: readonly string[];
}) {
  return (
    <>
      {themes.length > 0 && (
        <p className="themes">
          <span className="mut">Temi: </span>
          {themes.map((theme) => (
            <a key={theme} className="tag" href={planAddress(plan, { tema: theme, al })}>
              {THEME_LABEL[theme]}
            </a>
          ))}
        </p>
      )}
      {norms.length > 0 && (
        <p className="sm">
          <span className="mut">Norme: </span>
          {norms.join("; ")}
        </p>
      )}
    </>
  );
}
