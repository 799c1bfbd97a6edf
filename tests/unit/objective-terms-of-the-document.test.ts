import { describe, expect, test } from "vitest";
import { daysOf } from "#app/domain/objective/due-days.ts";
import { readTerms, type Term } from "#app/domain/objective/terms.ts";
import points from "#tests/support/sources/peg-2024-terms.json";

type Point = {
  objective: string;
  activity: number;
  point: number;
  programmato: string | null;
  expected: {
    due?: string[];
    recurrence?: string[];
    service?: { amount: number; unit: string; side: string; of: string }[];
    target?: { value: number; unit: string };
    occasion?: string[];
    condition?: string;
  };
};

const KINDS = ["due", "recurrence", "service", "target", "occasion", "condition"] as const;
type Kind = (typeof KINDS)[number];

/** What a person read in a point and what the parser reads in its programmato, by kind, in words that can be compared. */
const compared = (points as Point[]).flatMap((point) => {
  const { terms } = readTerms(point.programmato ?? "");
  const read = readOf(terms);
  const expected = expectedOf(point);
  return KINDS.map((kind) => ({ point, kind, ...matched(expected[kind], read[kind]) }));
});

/** Terms that a person read, and the parser does not find: what the programmato alone does not say. By why. */
const MISSES: Record<string, string[]> = {
  "only a service time is written: the event from which it runs is part of it": [
    "PEG-50000-20000 1.3 per-event «1.3 Entro la giornata lavorativa; per quelli sottoposti a vi…»",
    "PEG-50000-30000 1.1 per-event «Dovrà essere garantito il rigoroso rispetto delle procedure …»",
    "PEG-50000-30000 1.2 per-event «a) Capigruppo Consiliari : invio il giorno della riunione de…»",
    "PEG-50000-30000 1.3 per-event «b) Consiglieri Comunali : invio il giorno successivo la riun…»",
    "PEG-50000-30000 1.4 per-event «Entro il giorno successivo alla data di pubblicazione all'Al…»",
    "PEG-50000-30000 2.1 per-event «a) evasione determine : entro 5 giorni lavorativi dall'acqui…»",
    "PEG-50000-30000 3.1 per-event «3.1 Entro un giorno lavorativo dalla consegna all'Ufficio Se…»",
    "PEG-50000-30000 4.4 per-event «Entro 20 giorni dalla data di sottoscrizione del contratto.»",
    "PEG-50000-30000 7.1 per-event «Entro 10 giorni lavorativi dalla presentazione della domanda…»",
    "PEG-50000-30000 12.1 per-event «Entro 3 giorni lavorativi prima della seduta, come previsto …»",
    "PEG-50000-30000 15.1 per-event «Entro 2 mesi dalla richiesta.»",
    "PEG-50000-40000 2.1 per-event «a) evasione rilascio copie: - 10 giorni lavorativi successiv…»",
    "PEG-50000-40000 2.2 per-event «b) evasione visione atti: - immediata per la documentazione …»",
    "PEG-50000-40000 3.4 per-event «Alla liquidazione dei rimborsi ai datori di lavoro si provve…»",
    "PEG-CED 4.3 per-event «Entro il primo giorno di servizio»",
  ],
  "it is within the terms of a law: read as a condition": [
    "PEG-50000-30000 4.1 per-event «Stipula, nei termini di legge, dei contratti di appalto subo…»",
    "PEG-50000-30000 4.2 per-event «Entro il termine previsto dal vigente regolamento.»",
  ],
  "two draws are a target: that they are one every six months is not said": [
    "PEG-50000-30000 9.1 every half-year «n.2 estrazioni secondo quanto stabilito dall’atto organizzat…»",
  ],
  "that it is every year is said by the text of the point or of the activity": [
    "PEG-50000-30000 10.2 every year «Secondo le disposizioni del Segretario Generale»",
    "PEG-CED 4.4 every year «Verifica periodica»",
    "PEG-CED 5.2 every year «15/12/2024»",
  ],
  "it is as someone disposes: read as a condition": [
    "PEG-50000-40000 1.1 on-request «Verranno garantiti i relativi adempimenti, secondo le indica…»",
    "PEG-50000-40000 1.3 on-request «Secondo le indicazioni del Sindaco.»",
    "PEG-50000-40000 3.1 on-request «Relativamente alla determinazione delle indennità e dei gett…»",
    "PEG-CED 7.1 on-request «Da verificare con disposizioni Prefettura»",
  ],
  "the programmato is blank: a cell broken by a page, or never filled in": [
    "PEG-50000-40000 3.2 every month «»",
    "PEG-CED 14.1 every unspecified «»",
  ],
  "only a service time is written: from what it runs is in the text of the point": [
    "PEG-CED 1.1 on-request «Presa in carico: in giornata (lun-ven) Riparazione PC con so…»",
    "PEG-CED 1.2 on-request «Guasto bloccante: presa in carico entro 2 hh dalla chiamata;…»",
    "PEG-CED 1.3 on-request «Assistenza interna: presa in carico in giornata (lun-ven); r…»",
    "PEG-CED 1.6 on-request «Presa in carico in giornata e intervento secondo la natura d…»",
  ],
  "the four services are named in the text of the point": [
    "PEG-CED 3.6 4 servizi online «Entro I semestre 2024»",
  ],
  "four days are written, and read: that they are a quarter apart is not said": [
    "PEG-CED 7.2 every quarter «30/3-30/6-30/9-31/12»",
  ],
  "UNREAD: it says of whom, not when": [
    "PEG-CED 13.1 on-request «Analisi degli uffici che necessitano di adeguamento al nuovo…»",
  ],
};

/** What the parser reads beyond the person: each is written, and the person took it for something else or did not note it. */
const EXTRA = [
  "PEG-50000-30000 1.1 condition «Dovrà essere garantito il rigoroso rispetto delle procedure …»",
  "PEG-50000-40000 1.1 condition «Verranno garantiti i relativi adempimenti, secondo le indica…»",
  "PEG-50000-40000 1.3 condition «Secondo le indicazioni del Sindaco.»",
  "PEG-50000-40000 3.1 condition «Relativamente alla determinazione delle indennità e dei gett…»",
  "PEG-CED 1.1 condition «Presa in carico: in giornata (lun-ven) Riparazione PC con so…»",
  "PEG-CED 2.1 condition «Soddisfacimento delle richieste nel rispetto della disponibi…»",
  "PEG-CED 15.1 condition «Su richiesta dell’ufficio e in base alle scadenze normative»",
];

describe("the 106 points of the PEG 2024-2026 of document 002", () => {
  test("due days: 36 of 36 read, none wrong", () => {
    expect(figuresOf("due")).toEqual({ hits: 36, misses: 0, extra: 0 });
  });

  test("recurrences: 17 of 24 read (recall 71 %), none wrong (precision 100 %)", () => {
    expect(figuresOf("recurrence")).toEqual({ hits: 17, misses: 7, extra: 0 });
  });

  test("service times: 27 of 27 read with their amount, unit and side, none wrong", () => {
    expect(figuresOf("service")).toEqual({ hits: 27, misses: 0, extra: 0 });
  });

  test("targets: 1 of 2 read, none wrong", () => {
    expect(figuresOf("target")).toEqual({ hits: 1, misses: 1, extra: 0 });
  });

  test("on request, per event, at once: 24 of 50 read (recall 48 %), none wrong", () => {
    expect(figuresOf("occasion")).toEqual({ hits: 24, misses: 26, extra: 0 });
  });

  test("points with a condition: 12 of 12 read, and 7 that the person noted otherwise", () => {
    expect(figuresOf("condition")).toEqual({ hits: 12, misses: 0, extra: 7 });
  });

  test("in all: 117 of 151 read (recall 77 %), and 7 more (precision 94 %)", () => {
    expect(figuresOf(...KINDS)).toEqual({ hits: 117, misses: 34, extra: 7 });
  });

  test("each miss has its reason", () => {
    expect(listOf("misses").sort()).toEqual(Object.values(MISSES).flat().sort());
  });

  test("what is read beyond the person is a condition that is written: no day, amount or rhythm is made up", () => {
    expect(listOf("extra")).toEqual(EXTRA);
  });

  test("the event of a service time, where it is read, is the one that the person named, but for one", () => {
    const events = (points as Point[]).flatMap(({ programmato, expected }) =>
      readTerms(programmato ?? "")
        .terms.filter((term) => term.kind === "service")
        .flatMap((term, index) => (term.of === null ? [] : [[term.of, expected.service?.[index]?.of ?? ""]])),
    );

    expect(events).toHaveLength(19);
    expect(events.filter(([read, named]) => !longWords(named!).some((word) => read!.includes(word)))).toEqual(
      [
        ["chiamata", "esterna: presa in carico"], // the person named what is done, the text also from what: the call
      ],
    );
  });

  test("two texts are unread: they say what is done, not when", () => {
    const unread = (points as Point[]).flatMap(({ programmato }) =>
      readTerms(programmato ?? "").isUnread ? [programmato] : [],
    );

    expect(unread).toEqual([
      "Analisi degli uffici che necessitano di adeguamento al nuovo S.O.",
      "Assistenza alla pubblicazione dei dati",
    ]);
  });

  test("the words of each term are as they are in its programmato", () => {
    for (const { programmato } of points)
      for (const { asWritten } of readTerms(programmato ?? "").terms) {
        expect(asWritten).not.toBe("");
        expect(programmato).toContain(asWritten);
      }
  });
});

function figuresOf(...kinds: Kind[]) {
  const of = compared.filter(({ kind }) => kinds.includes(kind));
  const sum = (what: "hits" | "misses" | "extra") => of.reduce((total, one) => total + one[what].length, 0);
  return { hits: sum("hits"), misses: sum("misses"), extra: sum("extra") };
}

function listOf(what: "misses" | "extra"): string[] {
  return compared.flatMap(({ point, ...one }) =>
    one[what].map((term) => `${point.objective} ${point.activity}.${point.point} ${term} «${short(point)}»`),
  );
}

function short({ programmato }: Point): string {
  const text = programmato ?? "";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function readOf(terms: readonly Term[]): Record<Kind, string[]> {
  return {
    due: daysOf(terms, 2024),
    recurrence: terms.flatMap((term) => (term.kind === "recurrence" ? [`every ${term.every}`] : [])),
    service: terms.flatMap((term) => (term.kind === "service" ? [lengthOf(term)] : [])),
    target: terms.flatMap((term) => (term.kind === "target" ? [`${term.value} ${term.unit}`] : [])),
    occasion: terms.flatMap(({ kind }) =>
      kind === "on-request" || kind === "per-event" || kind === "immediate" ? [kind] : [],
    ),
    condition: terms.some(({ kind }) => kind === "condition") ? ["condition"] : [],
  };
}

function expectedOf({ expected }: Point): Record<Kind, string[]> {
  const { due, recurrence, service, target, occasion, condition } = expected;
  return {
    due: due ?? [],
    recurrence: (recurrence ?? []).map((every) => `every ${every}`),
    service: (service ?? []).map(lengthOf),
    target: target ? [`${target.value} ${target.unit}`] : [],
    occasion: occasion ?? [],
    condition: condition === undefined ? [] : ["condition"],
  };
}

function lengthOf({ amount, unit, side }: { amount: number; unit: string; side: string }): string {
  return `${amount} ${unit} ${side}`;
}

function matched(expected: readonly string[], read: readonly string[]) {
  const extra = [...read];
  const hits: string[] = [];
  const misses: string[] = [];
  for (const one of expected) {
    const at = extra.indexOf(one);
    if (at < 0) misses.push(one);
    else hits.push(...extra.splice(at, 1));
  }
  return { hits, misses, extra };
}

function longWords(text: string): string[] {
  return text.split(/[^\p{L}]+/u).filter((word) => word.length > 5);
}
