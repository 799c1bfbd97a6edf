import { describe, expect, test } from "vitest";
import { decideEvidence, EVIDENCE_KINDS } from "#app/domain/status/evidence.ts";
import { anEvidence } from "#tests/support/examples.ts";

const TODAY = "2026-10-15";
const nothing = { numero: null, del: null, collegamento: null, nota: null };

describe("no proof", () => {
  test("is fine: without it a completion is declared", () => {
    expect(decideEvidence({ tipo: null }, TODAY)).toEqual({ ok: true, evidence: null });
  });
});

describe.each(["determinazione", "deliberazione", "verbale", "contratto"] as const)("a %s", (tipo) => {
  test("is found again by its number, its day or a link: any of them will do", () => {
    for (const found of [
      { numero: "735" },
      { del: "2021-10-07" },
      { collegamento: "https://atti.comune.example/735" },
    ]) {
      const evidence = { tipo, ...nothing, ...found };
      expect(decideEvidence(evidence, TODAY)).toEqual({ ok: true, evidence });
    }
  });

  test("is of no day still to come", () => {
    const of = (del: string) => decideEvidence({ tipo, ...nothing, del }, TODAY);

    expect(of("2026-10-15").ok).toBe(true);
    expect(of("2026-10-16")).toEqual({ ok: false, field: "del", reason: "in-the-future" });
  });

  test("without number, day and link is refused, even with a note", () => {
    expect(decideEvidence({ tipo, ...nothing, nota: "Sul tavolo del RTD" }, TODAY)).toEqual({
      ok: false,
      field: "numero",
      reason: "act-not-identified",
    });
  });
});

describe("a link", () => {
  test("needs its address", () => {
    expect(decideEvidence({ tipo: "collegamento", ...nothing }, TODAY)).toEqual({
      ok: false,
      field: "collegamento",
      reason: "link-required",
    });
  });

  test.each(["https://www.comune.example/accessibilita/2021", "http://intranet/protocollo?id=12#riga"])(
    "%s is on the web",
    (collegamento) => {
      expect(decideEvidence({ tipo: "collegamento", ...nothing, collegamento }, TODAY).ok).toBe(true);
    },
  );

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "mailto:rtd@comune.example",
    "//comune.example/atti",
    "www.comune.example",
    "protocollo 1234",
    "",
  ])("«%s» is not one that the Giunta may click, of whatever kind the proof is", (collegamento) => {
    for (const tipo of EVIDENCE_KINDS) {
      const evidence = anEvidence({ tipo, nota: "Vedi", collegamento });
      expect(decideEvidence(evidence, TODAY)).toEqual({
        ok: false,
        field: "collegamento",
        reason: "link-not-web",
      });
    }
  });
});

describe("a note", () => {
  test("says something", () => {
    expect(decideEvidence({ tipo: "nota", ...nothing }, TODAY)).toEqual({
      ok: false,
      field: "nota",
      reason: "note-required",
    });
    expect(decideEvidence({ tipo: "nota", ...nothing, nota: "Attestati del corso" }, TODAY).ok).toBe(true);
  });
});
