import { claimsAddress } from "#app/addresses.ts";
import { CLAIM_STANDS, type ClaimStands } from "#app/domain/level/claims.ts";
import { CLAIM_STANDS_CODE } from "#app/domain/work-process/process-codes.ts";
import { capitalize, count, formatNumber, joinWords } from "#app/format.ts";
import { CLAIM_STANDS_LABELS } from "#app/process-labels.ts";
import { usePastDay } from "../frame/past-day.ts";
import { FilterChoice } from "../form/filter-choice.tsx";
import { FiltersSummary } from "../form/filters-summary.tsx";

type Asked = Partial<Record<"stato" | "azione" | "testo", string>>;

/** How many claims stand where, each figure the way to its rows. */
export function ClaimCounts({ counts, asked }: { counts: Record<ClaimStands, number>; asked: Asked }) {
  const al = usePastDay();
  return (
    <p className="sm">
      {CLAIM_STANDS.filter((stands) => counts[stands] > 0).map((stands, index) => (
        <span key={stands}>
          {index > 0 && " · "}
          <a
            href={`${claimsAddress({ ...asked, stato: CLAIM_STANDS_CODE[stands], al })}#sblocchi`}
            aria-current={asked.stato === CLAIM_STANDS_CODE[stands] ? "true" : undefined}
          >
            <b>{formatNumber(counts[stands])}</b>{" "}
            {CLAIM_STANDS_LABELS[stands][counts[stands] === 1 ? "one" : "many"]}
          </a>
        </span>
      ))}
    </p>
  );
}

/** "92 sblocchi: 76 proposti, 14 confermati e 2 contestati": parts that add up to the whole. */
export function claimsWords(counts: Record<ClaimStands, number>): string {
  const all = CLAIM_STANDS.reduce((sum, stands) => sum + counts[stands], 0);
  if (all === 0) return "nessuno sblocco";
  const parts = CLAIM_STANDS.filter((stands) => counts[stands] > 0).map((stands) => {
    const { one, many } = CLAIM_STANDS_LABELS[stands];
    return count(counts[stands], one, many);
  });
  return `${count(all, "sblocco", "sblocchi")}: ${joinWords(parts)}`;
}

/** The filters of the list of claims: a form that only builds an address. */
export function ClaimFilters({
  asked,
  errors,
  actions,
}: {
  asked: Asked;
  errors: Asked;
  actions: { name: string; plan: string; code: string; title: string }[];
}) {
  const al = usePastDay();
  const active = Object.keys(asked).length;
  return (
    <details className="filters wide" open={active > 0}>
      <FiltersSummary active={active} />
      <form action={`${claimsAddress()}#sblocchi`} method="get">
        {al && <input type="hidden" name="al" value={al} />}
        <FilterChoice
          name="stato"
          label="Stato"
          all="Tutti"
          options={CLAIM_STANDS.map((stands) => [
            CLAIM_STANDS_CODE[stands],
            capitalize(CLAIM_STANDS_LABELS[stands].one),
          ])}
          asked={asked.stato ?? ""}
          error={errors.stato}
        />
        <FilterChoice
          name="azione"
          label="Azione"
          all="Tutte"
          options={actions.map(({ name, plan, code, title }) => [name, `${code} ${title} (${plan})`])}
          asked={asked.azione ?? ""}
          error={errors.azione}
        />
        <div className="f-testo">
          <label htmlFor="f-testo">Parole nel testo</label>
          <input className="fi" id="f-testo" name="testo" type="search" defaultValue={asked.testo} />
        </div>
        <button className="btn btn-primary btn-s" type="submit">
          Filtra
        </button>
        {active > 0 && <a href={claimsAddress({ al })}>Togli i filtri</a>}
      </form>
    </details>
  );
}
