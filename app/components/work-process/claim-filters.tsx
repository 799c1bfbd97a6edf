import { claimsAddress } from "#app/addresses.ts";
import { CLAIM_STANDS, type ClaimStands } from "#app/domain/work-process/claim-filter.ts";
import { CLAIM_STANDS_CODE } from "#app/domain/work-process/process-codes.ts";
import { capitalize, formatNumber } from "#app/format.ts";
import { CLAIM_STATE_LABEL } from "#app/process-labels.ts";
import { FilterChoice } from "../form/filter-choice.tsx";

type Asked = Partial<Record<"stato" | "azione" | "testo", string>>;

const STANDS_LABEL: Record<ClaimStands, string> = { ...CLAIM_STATE_LABEL, void: "decaduto" };

const STANDS_LABELS: Record<ClaimStands, string> = {
  proposed: "proposti",
  confirmed: "confermati",
  contested: "contestati",
  rejected: "rifiutati",
  void: "decaduti",
};

/** How many claims stand where, each figure the way to its rows. */
export function ClaimCounts({ counts, asked }: { counts: Record<ClaimStands, number>; asked: Asked }) {
  return (
    <p className="sm">
      {CLAIM_STANDS.filter((stands) => counts[stands] > 0).map((stands, index) => (
        <span key={stands}>
          {index > 0 && " · "}
          <a
            href={`${claimsAddress({ ...asked, stato: CLAIM_STANDS_CODE[stands] })}#sblocchi`}
            aria-current={asked.stato === CLAIM_STANDS_CODE[stands] ? "true" : undefined}
          >
            <b>{formatNumber(counts[stands])}</b>{" "}
            {counts[stands] === 1 ? STANDS_LABEL[stands] : STANDS_LABELS[stands]}
          </a>
        </span>
      ))}
    </p>
  );
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
  const active = Object.keys(asked).length;
  return (
    <details className="filters wide" open={active > 0}>
      <summary>
        Filtri: {active === 0 ? "nessuno attivo" : active === 1 ? "1 attivo" : `${active} attivi`}
      </summary>
      <form action={`${claimsAddress()}#sblocchi`} method="get">
        <FilterChoice
          name="stato"
          label="Stato"
          all="Tutti"
          options={CLAIM_STANDS.map((stands) => [
            CLAIM_STANDS_CODE[stands],
            capitalize(STANDS_LABEL[stands]),
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
        {active > 0 && <a href={claimsAddress()}>Togli i filtri</a>}
      </form>
    </details>
  );
}
