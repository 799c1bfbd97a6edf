import type { Day } from "../days.ts";
import { type CodeRefusal, isActive, type OfficeFact, refusalOfCode } from "./offices.ts";

export type AskedGroup = { code: string; name: string; source: string; members: readonly string[] };

export type GroupRefusal =
  | CodeRefusal
  | "name-required"
  | "source-required"
  | "members-required"
  | "member-is-the-group"
  | "member-is-a-group"
  | "member-unknown"
  | "member-ceased";

export type GroupDecision =
  | { ok: true; group: AskedGroup }
  | { ok: false; refusals: { field: keyof AskedGroup; reason: GroupRefusal; member?: string }[] };

type Around = { offices: readonly OfficeFact[]; groups: readonly string[]; today: Day };

/**
 * Decides how a group of responsibles is written: offices and nothing else, so that no group can contain itself; none
 * that has ceased. `groups`: the codes of the groups; `taken` as for an office. What is held through the group does not
 * change with it (R10). All that is wrong is said at once.
 *
 *     decideGroup({ code: "settori-3-e-4", members: ["settori-3-e-4"], … }, …) // member-is-the-group
 */
export function decideGroup(
  asked: AskedGroup,
  { taken, ...around }: Around & { taken: readonly string[] | null },
): GroupDecision {
  const code = taken === null ? undefined : refusalOfCode(asked.code, taken);
  const refusals = [
    ...(code ? [{ field: "code" as const, reason: code }] : []),
    ...(asked.name === "" ? [{ field: "name" as const, reason: "name-required" as const }] : []),
    ...refusalsOfMembers(asked, around).slice(0, 1),
    ...(asked.source === "" ? [{ field: "source" as const, reason: "source-required" as const }] : []),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const members = around.offices.map(({ code }) => code).filter((code) => asked.members.includes(code));
  return { ok: true, group: { ...asked, members } };
}

function refusalsOfMembers({ code, members }: AskedGroup, around: Around) {
  if (members.length === 0) return [{ field: "members" as const, reason: "members-required" as const }];
  return members.flatMap((member) => {
    const reason = refusalOfMember(member, code, around);
    return reason ? [{ field: "members" as const, reason, member }] : [];
  });
}

function refusalOfMember(
  member: string,
  group: string,
  { offices, groups, today }: Around,
): GroupRefusal | undefined {
  const office = offices.find(({ code }) => code === member);
  if (office) return isActive(office, today) ? undefined : "member-ceased";
  if (member === group) return "member-is-the-group";
  return groups.includes(member) ? "member-is-a-group" : "member-unknown";
}
