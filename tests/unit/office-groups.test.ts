import { expect, test } from "vitest";
import { type AskedGroup, decideGroup } from "#app/domain/office/office-groups.ts";
import { OFFICES } from "#tests/support/offices.ts";

function decide(varied: Partial<AskedGroup>, taken: string[] | null = null) {
  const asked = {
    code: "settori-3-e-4",
    name: "Settori 3 e 4",
    source: "prova",
    members: ["settore-3"],
    ...varied,
  };
  const groups = ["settori-3-e-4", "dirigenti"];
  return decideGroup(asked, { offices: OFFICES, groups, taken, today: "2026-10-15" });
}

test("a group has its offices once, in the order of the organisation", () => {
  expect(decide({ members: ["settore-4", "settore-3", "settore-4"] })).toMatchObject({
    ok: true,
    group: { members: ["settore-3", "settore-4"] },
  });
});

test.each([
  ["itself", "settori-3-e-4", "member-is-the-group"],
  ["another group", "dirigenti", "member-is-a-group"],
  ["an office that has ceased", "settore-2", "member-ceased"],
  ["what is no office", "__proto__", "member-unknown"],
])("a group does not contain %s", (_what, member, reason) => {
  expect(decide({ members: ["settore-3", member] })).toEqual({
    ok: false,
    refusals: [{ field: "members", reason, member }],
  });
});

test("a new group does not contain itself either, before it is there", () => {
  expect(decide({ code: "nuovi", members: ["nuovi"] }, ["settori-3-e-4"])).toEqual({
    ok: false,
    refusals: [{ field: "members", reason: "member-is-the-group", member: "nuovi" }],
  });
});

test("a group has at least an office, a name and where it comes from", () => {
  expect(decide({ members: [], name: "", source: "" })).toEqual({
    ok: false,
    refusals: [
      { field: "name", reason: "name-required" },
      { field: "members", reason: "members-required" },
      { field: "source", reason: "source-required" },
    ],
  });
});

test("a new group has a code that no office has", () => {
  expect(decide({ code: "settore-3" }, ["settore-3"])).toEqual({
    ok: false,
    refusals: [{ field: "code", reason: "code-taken" }],
  });
});
