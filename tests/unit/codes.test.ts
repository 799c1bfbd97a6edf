import { describe, expect, test } from "vitest";
import { DERIVED_STATUSES } from "#app/domain/status/action-status.ts";
import { DERIVED_STATUS_CODE, memberOf, SITUATION_CODE, STATUS_CODE } from "#app/domain/codes.ts";
import { SITUATIONS } from "#app/domain/status/situations.ts";
import { STATUSES } from "#app/domain/status/status-steps.ts";

describe("the codes of addresses, exports and of the chain", () => {
  test("of statuses are those of section 5 of the design, and never change: hashes cover them", () => {
    expect(STATUSES.map((status) => STATUS_CODE[status])).toEqual([
      "da_avviare",
      "in_corso",
      "completata",
      "sospesa",
      "ripianificata",
      "annullata",
    ]);
  });

  test("of situations are the eight of R5", () => {
    expect(SITUATIONS.map((situation) => SITUATION_CODE[situation])).toEqual([
      "completata_provata",
      "completata_dichiarata",
      "in_corso",
      "da_avviare",
      "in_ritardo",
      "sospesa",
      "ripianificata",
      "annullata",
    ]);
  });

  test("of derived statuses tell an action to clarify and one completed in part", () => {
    expect(DERIVED_STATUSES.map((status) => DERIVED_STATUS_CODE[status])).toEqual([
      "da_chiarire",
      "da_avviare",
      "in_corso",
      "sospesa",
      "completata",
      "completata_in_parte",
      "annullata",
    ]);
  });

  test.each([
    ["statuses", STATUS_CODE],
    ["situations", SITUATION_CODE],
    ["derived statuses", DERIVED_STATUS_CODE],
  ] as [string, Record<string, string>][])(
    "of %s lead back to their member, each to its own",
    (_vocabulary, codes) => {
      for (const member of Object.keys(codes)) expect(memberOf(codes, codes[member])).toBe(member);
    },
  );

  test.each(["", "in-progress", "IN_CORSO", "toString", "__proto__", null, undefined])(
    "«%s» stands for nothing",
    (code) => {
      expect(memberOf(STATUS_CODE, code)).toBeUndefined();
    },
  );
});
