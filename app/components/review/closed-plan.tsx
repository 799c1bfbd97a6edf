import type { ReactNode } from "react";
import type { ClosedReview } from "#app/domain/review/closed-plans.ts";
import { dayWith } from "#app/format.ts";
import { reviewAddress } from "#app/review-addresses.ts";

/** Says, before anybody types, that a plan has no more variations, and by which review. */
export function ClosedPlan({
  plan,
  closedBy,
  children,
}: {
  plan: string;
  closedBy: ClosedReview | null;
  children?: ReactNode;
}) {
  if (!closedBy) return null;
  return (
    <div className="box warn" id="plan" tabIndex={-1}>
      <p>
        Il piano {plan} è chiuso dalla{" "}
        <a href={reviewAddress(closedBy.id)}>fotografia {dayWith("al", closedBy.shown_on)}</a>: non ha più
        variazioni. {children}
      </p>
    </div>
  );
}
