import type { PlanActionChange } from "#app/domain/edit/plan-action-changes.ts";
import type { Named } from "#app/domain/edit/plan-action-history.ts";
import { formatDay, formatWeight, joinWords } from "#app/format.ts";
import { responsibleLabel, THEME_LABEL } from "#app/labels.ts";

/** One change of an action in words: what it was, what it has been since. */
export function ChangeWords({ change }: { change: PlanActionChange }) {
  switch (change.kind) {
    case "created":
      return <>azione aggiunta al piano</>;
    case "title":
      return (
        <>
          titolo da «{change.from}» a <b>«{change.to}»</b>
        </>
      );
    case "area":
      return <FromTo what="ambito" from={change.from} to={change.to} />;
    case "weight":
      return <FromTo what="peso" from={formatWeight(change.from)} to={formatWeight(change.to)} />;
    case "unknown-years":
      return <FromTo what="annualità senza anno" from={String(change.from)} to={String(change.to)} />;
    case "themes":
      return (
        <AddedAndRemoved
          words={{ what: "temi", added: "aggiunti", removed: "tolti" }}
          from={change.from.map((theme) => THEME_LABEL[theme])}
          to={change.to.map((theme) => THEME_LABEL[theme])}
        />
      );
    case "norms":
      return (
        <AddedAndRemoved
          words={{ what: "norme", added: "aggiunte", removed: "tolte" }}
          from={change.from}
          to={change.to}
        />
      );
    case "responsibles":
      return <FromTo what="responsabili" from={names(change.from)} to={names(change.to)} />;
    case "lead":
      return (
        <FromTo
          what="capofila"
          from={change.from ? responsibleLabel(change.from) : "nessuno"}
          to={change.to ? responsibleLabel(change.to) : "nessuno"}
        />
      );
    case "offices":
      return (
        <FromTo
          what={`uffici che rispondono del ${joinWords(change.years.map(String))}`}
          from={names(change.from)}
          to={names(change.to)}
        />
      );
    case "year-added":
      return (
        <>
          aggiunto il <b>{change.year}</b>
          {change.dueOn && <>, termine {formatDay(change.dueOn)}</>}
        </>
      );
    case "due":
      return (
        <FromTo what={`termine del ${change.year}`} from={formatDay(change.from)} to={formatDay(change.to)} />
      );
    case "year-ended":
      return <>tolto il {change.year}</>;
  }
}

function FromTo({ what, from, to }: { what: string; from: string; to: string }) {
  return (
    <>
      {what} da {from} a <b>{to}</b>
    </>
  );
}

function AddedAndRemoved({
  words,
  from,
  to,
}: {
  words: { what: string; added: string; removed: string };
  from: string[];
  to: string[];
}) {
  const [added, removed] = [without(to, from), without(from, to)];
  const parts = [
    ...(added.length > 0 ? [`${words.added} ${joinWords(quoted(added))}`] : []),
    ...(removed.length > 0 ? [`${words.removed} ${joinWords(quoted(removed))}`] : []),
  ];
  return (
    <>
      {words.what}: {joinWords(parts)}
    </>
  );
}

function without(all: readonly string[], others: readonly string[]): string[] {
  return all.filter((one) => !others.includes(one));
}

function quoted(texts: readonly string[]): string[] {
  return texts.map((text) => `«${text}»`);
}

function names(list: readonly Named[]): string {
  return list.length === 0 ? "nessuno" : joinWords(list.map(responsibleLabel));
}
