import { describe, expect, test } from "vitest";
import { asOf, asOfNow } from "#app/domain/days.ts";
import { type MapFacts, type ProcessOnDay, smartabilityAt } from "#app/domain/smartability.ts";
import { workAt, type WorkFacts } from "#app/domain/level/claimed-work.ts";
import { levelSentence } from "#app/process-sentences.ts";
import { sentenceText } from "#app/sentence-parts.ts";

type Blocker = Partial<MapFacts["blockers"][number]> & { claims?: Claim[] };
type Claim = Partial<MapFacts["claims"][number]> & { on: number[] };
type Line = {
  year: number;
  to: WorkFacts["lines"][number]["to_status"];
  progress?: number;
  on?: string;
  target?: number;
};

const HELD = { held_from_on: "2020-12-31", held_until_on: null };
const TODAY = asOfNow("2026-10-15");

/** Actions 1, 2 and 3 are the 4.6.1, 4.6.2 and 4.6.3 of 2021-2023; 4 the 4.6.3 of 2024-2026. */
const ACTIONS = new Map(
  [
    ["2021-2023", "4.6.1"],
    ["2021-2023", "4.6.2"],
    ["2021-2023", "4.6.3"],
    ["2024-2026", "4.6.3"],
  ].map(([plan, code], index) => [index + 1, { plan: plan!, code: code! }]),
);

function sentenceOf(
  { written = "no", blockers = [] }: { written?: ProcessOnDay["written"]; blockers?: Blocker[] },
  { lines = [], at = TODAY }: { lines?: (Line & { action: number })[]; at?: typeof TODAY } = {},
) {
  return sentenceText(levelSentence(onDay(written, blockers, lines, at), { actions: ACTIONS, at }));
}

function onDay(
  written: ProcessOnDay["written"],
  blockers: Blocker[],
  lines: (Line & { action: number })[],
  at: typeof TODAY,
): ProcessOnDay {
  const facts: MapFacts = {
    processes: [{ ...HELD, id: 1, code: "FVG-1", written, observed_on: "2020-12-31" }],
    blockers: blockers.map((blocker, index) => ({
      ...HELD,
      id: index + 1,
      work_process_id: 1,
      ordinal: index + 1,
      kind: "paper_archive",
      subkind: null,
      extent: index === 0 && (written === "no" || written === "would-be-if-digital") ? "whole" : "part",
      basis: "stated",
      removability: "digital",
      ...blocker,
    })),
    claims: claimsOf(blockers).map(({ blocker, claim }, index) => ({
      state: "confirmed",
      effect: "full",
      held_until_on: null,
      held_from_on: "2021-05-04",
      ...claim,
      id: index + 1,
      blocker_id: blocker,
    })),
    claimActions: claimsOf(blockers).flatMap(({ claim }, index) =>
      claim.on.map((plan_action_id) => ({ unblock_claim_id: index + 1, plan_action_id })),
    ),
    claimYears: [],
  };
  return smartabilityAt(facts, workAt(workOf(lines), at))[0]!;
}

function claimsOf(blockers: Blocker[]) {
  return blockers.flatMap(({ claims = [] }, index) => claims.map((claim) => ({ blocker: index + 1, claim })));
}

function workOf(lines: (Line & { action: number })[]): WorkFacts {
  const id = ({ action, year }: { action: number; year: number }) => action * 100 + (year % 100);
  const years = [...new Map(lines.map((line) => [id(line), line])).values()];
  return {
    actionYears: years.map((line) => ({ id: id(line), plan_action_id: line.action, year: line.year })),
    lives: years.map((line) => ({ ...HELD, action_year_id: id(line), due_on: null })),
    lines: lines
      .filter(({ to }) => to !== "to-start")
      .map((line, index) => ({
        sequence: index + 1,
        place: index + 1,
        action_year_id: id(line),
        to_status: line.to,
        progress: line.progress ?? (line.to === "completed" ? 100 : 0),
        due_on: null,
        target_action_year_id: line.target ?? null,
        effective_on: line.on ?? `${line.year}-06-30`,
        recorded_at: "2026-10-01T08:00:00.000Z",
        has_evidence: 0,
      })),
  };
}

describe("a process that is SI", () => {
  test("is so because the map says it", () => {
    expect(sentenceOf({ written: "yes" })).toBe("Si può fare in lavoro agile, come da rilevazione.");
  });

  test("is so by an action that took away a blocker found after the map was made", () => {
    const lines = [{ action: 3, year: 2026, to: "completed", on: "2026-09-30" } as const];
    const blockers: Blocker[] = [{ claims: [{ on: [3] }] }];

    expect(sentenceOf({ written: "yes", blockers }, { lines })).toContain(
      "dal 30/09/2026: la 4.6.3, completata, ha tolto il blocco",
    );
    expect(sentenceOf({ written: "yes", blockers: [...blockers, { extent: "part" }] }, { lines })).toContain(
      "ha tolto il blocco «archivio cartaceo» dal 30/09/2026, ma non basta.",
    );
  });

  test("is so since an action has taken the blocker away", () => {
    const lines = [{ action: 3, year: 2026, to: "completed", on: "2026-09-30" } as const];

    expect(sentenceOf({ blockers: [{ claims: [{ on: [3] }] }] }, { lines })).toBe(
      "Si può fare in lavoro agile dal 30/09/2026: la 4.6.3, completata, ha tolto il blocco «archivio cartaceo».",
    );
  });

  test("is so since the last of its blockers went", () => {
    const lines = [
      { action: 1, year: 2022, to: "completed", on: "2022-11-08" },
      { action: 2, year: 2022, to: "completed", on: "2022-12-01" },
      { action: 3, year: 2023, to: "completed", on: "2023-05-04" },
    ] as const;
    const blockers: Blocker[] = [
      { claims: [{ on: [1, 2] }] },
      { kind: "missing_online_form", claims: [{ on: [3] }] },
    ];

    expect(sentenceOf({ blockers }, { lines: [...lines] })).toBe(
      "Si può fare in lavoro agile dal 04/05/2023: la 4.6.1 e la 4.6.2, completate, hanno tolto il blocco «archivio cartaceo»; la 4.6.3, completata, ha tolto il blocco «istanza online mancante».",
    );
  });

  test("is so because what blocked it was retired by hand", () => {
    expect(sentenceOf({ written: "no" })).toBe(
      "Si può fare in lavoro agile: ciò che lo bloccava non c’è più.",
    );
  });
});

describe("a process that may rise", () => {
  test("says who unlocks it and when, if the terms are kept", () => {
    const lines = [
      { action: 1, year: 2021, to: "completed", on: "2021-12-20" },
      { action: 3, year: 2026, to: "in-progress", progress: 75 },
    ] as const;

    expect(sentenceOf({ blockers: [{ claims: [{ on: [1, 3] }] }] }, { lines: [...lines] })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sbloccano insieme la 4.6.1, completata il 20/12/2021, e la 4.6.3, in corso per il 2026 (75%). Se i termini sono rispettati, diventa SI il 31/12/2026.",
    );
  });

  test("says what becomes of it if what is late is recovered", () => {
    const lines = [
      { action: 3, year: 2022, to: "in-progress", progress: 80 },
      { action: 3, year: 2023, to: "to-start" },
      { action: 3, year: 2026, to: "to-start" },
    ] as const;

    expect(sentenceOf({ blockers: [{ claims: [{ on: [3] }] }] }, { lines: [...lines] })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sblocca la 4.6.3, in ritardo per il 2022 (80%) e per il 2023 (da avviare), da avviare per il 2026. Se i ritardi si recuperano entro l’anno, diventa SI il 31/12/2026; altrimenti resta NO.",
    );
  });

  test("at the end of a year, recovers by the end of the next", () => {
    const lines = [{ action: 3, year: 2022, to: "in-progress", progress: 80 }] as const;

    expect(
      sentenceOf(
        { written: "partial", blockers: [{ claims: [{ on: [3] }] }] },
        { lines: [...lines], at: asOf("2022-12-31") },
      ),
    ).toBe(
      "Si può fare solo in parte in lavoro agile perché l’archivio è cartaceo. Lo sblocca la 4.6.3, in ritardo per il 2022 (80%). Se il ritardo si recupera entro il 2023, diventa SI il 31/12/2023; altrimenti resta IN PARTE.",
    );
  });

  test("cannot say when, while one of its actions is suspended", () => {
    const lines = [
      { action: 1, year: 2022, to: "completed" },
      { action: 2, year: 2022, to: "completed" },
      { action: 3, year: 2026, to: "suspended", progress: 35 },
    ] as const;

    expect(sentenceOf({ blockers: [{ claims: [{ on: [1, 2, 3] }] }] }, { lines: [...lines] })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sbloccano insieme la 4.6.1 e la 4.6.2, completate, e la 4.6.3, sospesa per il 2026 (35%). Finché la 4.6.3 è sospesa non si può prevedere quando diventa SI.",
    );
  });

  test("cannot say when, while one of its actions has no annualità", () => {
    expect(sentenceOf({ blockers: [{ claims: [{ on: [2] }] }] })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sblocca la 4.6.2, senza annualità. Finché la 4.6.2 non ha annualità non si può prevedere quando diventa SI.",
    );
  });

  test("waits only for a confirmation where all is done", () => {
    const blockers: Blocker[] = [
      {
        kind: "counter_service",
        removability: "partly",
        claims: [{ on: [1, 2, 3], state: "proposed", effect: "partial" }],
      },
    ];
    const lines = [1, 2, 3].map((action) => ({ action, year: 2022, to: "completed" as const }));

    expect(sentenceOf({ blockers }, { lines })).toBe(
      "Non si può fare in lavoro agile perché il servizio si dà allo sportello. Secondo uno sblocco proposto, ancora da confermare, lo sbloccano in parte insieme la 4.6.1, la 4.6.2 e la 4.6.3, tutte completate. Se il RTD lo conferma, diventa IN PARTE.",
    );
  });

  test("says that a claim is only proposed, and that a structural blocker keeps it from SI", () => {
    const blockers: Blocker[] = [
      { claims: [{ on: [3], state: "proposed" }] },
      { kind: "physical_site_inspection", removability: "structural" },
    ];
    const lines = [{ action: 3, year: 2022, to: "in-progress", progress: 80 } as const];

    expect(sentenceOf({ blockers }, { lines })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Secondo uno sblocco proposto, ancora da confermare, lo sblocca in parte la 4.6.3, in ritardo per il 2022 (80%). Se il RTD lo conferma e il ritardo si recupera entro l’anno, diventa IN PARTE il 31/12/2026; altrimenti resta NO. Non diventerà mai SI: nessuna azione digitale toglie il blocco «sopralluogo».",
    );
  });

  test("names the annualità of the plan to which the work was carried over", () => {
    const lines = [
      { action: 3, year: 2023, to: "rescheduled", target: 426 },
      { action: 4, year: 2026, to: "in-progress", progress: 10, on: "2026-01-31" },
    ] as const;
    const process = onDay("no", [{ claims: [{ on: [3] }] }], [...lines], TODAY);

    expect(levelSentence(process, { actions: ACTIONS, at: TODAY })).toContainEqual({
      action: { plan: "2024-2026", code: "4.6.3" },
      year: 2026,
    });
  });
});

describe("a process whose level does not move", () => {
  test("is never SI where the blocker is structural", () => {
    const blockers: Blocker[] = [{ kind: "physical_site_inspection", removability: "structural" }];

    expect(sentenceOf({ blockers })).toBe(
      "Non si può fare in lavoro agile perché richiede un sopralluogo. Non diventerà mai SI: nessuna azione digitale toglie il blocco «sopralluogo».",
    );
  });

  test("is only lightened by a partial claim on what stops a part", () => {
    const blockers: Blocker[] = [
      { kind: "wet_signature_or_no_pec", removability: "partly", claims: [{ on: [3], effect: "partial" }] },
    ];
    const lines = [{ action: 3, year: 2022, to: "suspended", progress: 20 } as const];

    expect(sentenceOf({ written: "depends", blockers }, { lines })).toBe(
      "Si può fare solo in parte in lavoro agile perché serve una firma autografa o l’utente non ha la PEC. Lo alleggerisce la 4.6.3, in ritardo per il 2022 (sospesa al 20%): il livello resta comunque IN PARTE.",
    );
  });

  test("says what has already lightened it", () => {
    const blockers: Blocker[] = [{ claims: [{ on: [3], effect: "partial" }] }];
    const lines = [{ action: 3, year: 2022, to: "completed", on: "2022-11-08" } as const];

    expect(sentenceOf({ written: "partial", blockers }, { lines })).toBe(
      "Si può fare solo in parte in lavoro agile perché l’archivio è cartaceo. La 4.6.3, completata, ha ridotto il blocco «archivio cartaceo» dall’08/11/2022: il livello resta IN PARTE.",
    );
  });

  test("has risen as far as it goes", () => {
    const blockers: Blocker[] = [
      { kind: "missing_online_form", claims: [{ on: [1] }] },
      { kind: "incoming_paper_mail", removability: "partly" },
    ];
    const lines = [{ action: 1, year: 2022, to: "completed", on: "2022-12-21" } as const];

    expect(sentenceOf({ written: "would-be-if-digital", blockers }, { lines })).toBe(
      "Si può fare solo in parte in lavoro agile perché posta e documenti arrivano su carta. La 4.6.1, completata, ha tolto il blocco «istanza online mancante» dal 21/12/2022: prima il livello era NO. Finora nessuna azione toglie il resto.",
    );
  });

  test("has no action, and depends on others", () => {
    const blockers: Blocker[] = [{ kind: "incoming_paper_mail", removability: "outside-plan" }];

    expect(sentenceOf({ blockers })).toBe(
      "Non si può fare in lavoro agile perché posta e documenti arrivano su carta. Finora nessuna azione lo sblocca: dipende da terzi, dalla legge o da un altro piano.",
    );
  });

  test("has no reason in the map", () => {
    const blockers: Blocker[] = [{ kind: "unspecified", basis: "none", removability: "unknown" }];

    expect(sentenceOf({ written: "partial", blockers })).toBe(
      "Si può fare solo in parte in lavoro agile: il motivo non è indicato. Finora nessuna azione lo sblocca: va chiesto all’ufficio che cosa lo impedisce.",
    );
  });

  test("is outsourced", () => {
    const blockers: Blocker[] = [{ kind: "outsourced", removability: "structural" }];

    expect(sentenceOf({ written: "outsourced", blockers })).toBe(
      "È affidato all’esterno: lo svolge un altro soggetto, nessuna azione ne cambia il livello.",
    );
  });
});

describe("a claim that does not act", () => {
  test("is void because an annualità was cancelled", () => {
    const lines = [
      { action: 1, year: 2022, to: "completed" },
      { action: 3, year: 2023, to: "cancelled" },
    ] as const;

    expect(sentenceOf({ blockers: [{ claims: [{ on: [1, 3] }] }] }, { lines: [...lines] })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sblocco con la 4.6.1 e la 4.6.3 è decaduto: la 4.6.3 è annullata per il 2023.",
    );
  });

  test("is void because the map has seen its work done", () => {
    const lines = [{ action: 1, year: 2020, to: "completed", on: "2020-11-30" } as const];

    expect(sentenceOf({ blockers: [{ claims: [{ on: [1] }] }] }, { lines })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sblocco con la 4.6.1 è decaduto: era completata già il 30/11/2020 e la mappa ne ha tenuto conto.",
    );
  });

  test("is contested by the office", () => {
    const lines = [{ action: 1, year: 2022, to: "completed" } as const];
    const claim: Claim = { on: [1], state: "contested", held_from_on: "2026-10-12" };

    expect(sentenceOf({ blockers: [{ claims: [claim] }] }, { lines })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Lo sblocco con la 4.6.1 è contestato dal 12/10/2026: non vale finché il RTD non risponde.",
    );
  });

  test("is not told once rejected", () => {
    expect(sentenceOf({ blockers: [{ claims: [{ on: [1], state: "rejected" }] }] })).toBe(
      "Non si può fare in lavoro agile perché l’archivio è cartaceo. Finora nessuna azione lo sblocca.",
    );
  });
});
