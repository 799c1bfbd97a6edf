import type { ActionRef } from "#app/domain/plan/action-names.ts";
import { joinWords } from "#app/format.ts";
import { actionsWords } from "./supposition-words.ts";

export type NotSupposedProps = { notAwaited: readonly ActionRef[]; unknown: readonly string[] };

/** How much of what an address names for nothing is said again. */
const SAID = { names: 5, letters: 40 };

/** What an address supposes completed and does not count: actions that no claim waits for, and words that name none. */
export function NotSupposed({ notAwaited, unknown }: NotSupposedProps) {
  if (notAwaited.length + unknown.length === 0) return null;
  return (
    <div className="box warn" role="status">
      {notAwaited.length > 0 && <p>{notAwaitedWords(notAwaited)}</p>}
      {unknown.length > 0 && <p>{unknownWords(unknown)}</p>}
    </div>
  );
}

export function notAwaitedWords(actions: readonly ActionRef[]): string {
  const said = actionsWords(actions.slice(0, SAID.names));
  const more = actions.length - SAID.names;
  const doNotCount = actions.length === 1 ? "non conta" : "non contano";
  return `Nessuno sblocco aspetta ${said}${more > 0 ? `, e altre ${more}` : ""}: nella supposizione ${doNotCount}.`;
}

export function unknownWords(names: readonly string[]): string {
  const said = names.slice(0, SAID.names).map((name) => `«${name.slice(0, SAID.letters)}»`);
  const more = names.length - said.length;
  const verb = names.length === 1 ? "Non si riconosce" : "Non si riconoscono";
  const all = joinWords(more > 0 ? [...said, `altri ${more}`] : said);
  return `${verb} ${all}: un’azione si indica con il piano e il codice, come 2021-2023/4.6.3.`;
}
