import type { PlanActionChange } from "#app/domain/edit/plan-action-changes.ts";
import { changeParts } from "#app/edit-sentences.ts";
import { Sentence } from "../work-process/sentence.tsx";

/** One change of an action in words: what it was, what it has been since. */
export function ChangeWords({ change }: { change: PlanActionChange }) {
  return <Sentence parts={changeParts(change)} al={undefined} />;
}
