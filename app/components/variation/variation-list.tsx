import { areasAddress, planActionAddress } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Variation } from "#app/domain/variation/variations.ts";
import { capitalize, formatDay, momentWithArticle } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { VARIATION_LABEL, variationActWords, variationParts } from "#app/variation-sentences.ts";
import { Sentence } from "../work-process/sentence.tsx";

type Plan = { plan: string; al?: Day };

/** The variations of a plan, newest first: when, of which action, what was and what has been since, why, by which act. */
export function VariationList({ variations, ...plan }: Plan & { variations: Variation[] }) {
  return (
    <ol className="hist told">
      {variations.map((variation) => (
        <li
          key={`${variation.source.kind} ${variation.source.id} ${variation.kind} ${variation.years.join(" ")}`}
        >
          <time dateTime={variation.on}>{formatDay(variation.on)}</time> ·{" "}
          <b>{capitalize(VARIATION_LABEL[variation.kind].one)}</b> ·{" "}
          <Subject {...plan} variation={variation} />:{" "}
          <Sentence parts={variationParts(variation, plan.plan)} al={plan.al} />.
          <Grounds {...plan} variation={variation} />
        </li>
      ))}
    </ol>
  );
}

/** The action, or the area where it is the area itself. */
function Subject({ plan, al, variation: { action, area } }: Plan & { variation: Variation }) {
  if (!action)
    return (
      <>
        ambito {area.code} {area.title}
      </>
    );
  return (
    <a href={planActionAddress(plan, action.code, al)}>
      {action.code} {action.title}
    </a>
  );
}

/** Who, why, by which act, and where it is told. */
function Grounds({ plan, al, variation }: Plan & { variation: Variation }) {
  const { author, reason, act, source } = variation;
  return (
    <span className="m">
      {authorLabel(author)}. {reason === null ? "Testo oscurato. " : reason !== "" && <>«{reason}» </>}
      {act && (
        <>
          Atto:{" "}
          {act.link ? (
            <a href={act.link} rel="noreferrer">
              {variationActWords(act, source)}
            </a>
          ) : (
            variationActWords(act, source)
          )}
          .{" "}
        </>
      )}
      <a href={sourceAddress(plan, variation, al)}>
        {source.kind === "line" ? "Riga" : "Modifica"} {source.id}
      </a>
      , registrata {momentWithArticle(variation.recordedAt)}.
    </span>
  );
}

function sourceAddress(plan: string, { action, source }: Variation, al: Day | undefined): string {
  const anchor = source.kind === "line" ? `riga-${source.id}` : `modifica-${source.id}`;
  return `${action ? planActionAddress(plan, action.code, al) : areasAddress(plan)}#${anchor}`;
}
