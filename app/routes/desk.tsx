import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { CopiesNotice } from "#app/components/desk/copies-notice.tsx";
import { MonitoringBox } from "#app/components/desk/monitoring-box.tsx";
import { OfficeDesk } from "#app/components/desk/office-desk.tsx";
import { OwnObjectives } from "#app/components/desk/own-objectives.tsx";
import { ReaderDesk } from "#app/components/desk/reader-desk.tsx";
import { RtdDesk } from "#app/components/desk/rtd-desk.tsx";
import { DeskReviews } from "#app/components/review/desk-reviews.tsx";
import { FirstSteps } from "#app/components/triennium/first-steps.tsx";
import { copiesState } from "#app/copies.server.ts";
import { inForce, type PlansOnDay, readerDesk, rtdDesk, type Visit } from "#app/pages/desk/desk.server.ts";
import { deskWithoutPlan, officeDesk } from "#app/pages/desk/office-desk.server.ts";
import { mayEdit, mayTakeRounds } from "#app/domain/permissions.ts";
import { dayWith } from "#app/format.ts";
import { adoptedPlansOnDay, shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { firstStepsOn } from "#app/pages/triennium/first-steps.server.ts";
import { deskReviews } from "#app/pages/review/desk-review.server.ts";
import { findNewsAfter, requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction = () => [{ title: "Scrivania – Rotta" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { at } = asOf;
  const opened = new URL(request.url).searchParams.get("tutte");
  const plans = await adoptedPlansOnDay(at);
  const visit: Visit = { user, at, opened, newsAfter: await findNewsAfter(request) };
  const copies = user.role === "amministratore" && !at.isOver ? await copiesState() : undefined;
  const steps = plans.length === 0 && mayEdit(user) && !at.isOver ? await firstStepsOn(at.day) : null;
  const shortcuts = plans.length > 0 ? shortcutsOf(inForce(plans, visit).plan, asOf.today) : [];
  const desk = await deskOf(plans, visit);
  const reviews = at.isOver ? [] : await deskReviews(user);
  return data(
    { asOf, shortcuts, reviews, office: user.officeName, steps, copies, ...desk },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function DeskPage() {
  const { asOf, shortcuts, reviews, office, steps, copies, ...desk } = useLoaderData<typeof loader>();
  return (
    <main id="contenuto" tabIndex={-1} className="desk">
      <div className="head">
        <div>
          <h1>{titleOf(desk.of, office)}</h1>
          <p className="sub">
            {desk.facts ? `Piano ${desk.facts.plan} · ` : ""}situazione {dayWith("al", asOf.at.day)}
          </p>
        </div>
        <AsOfForm path="/" asOf={asOf} shortcuts={shortcuts} />
      </div>
      {copies && <CopiesNotice copies={copies} />}
      <DeskReviews reviews={reviews} />
      {desk.of === "rtd" && <RtdDesk desk={desk.facts} />}
      {desk.of === "office" && <OfficeDesk desk={desk.facts} />}
      {desk.of === "reader" && <ReaderDesk desk={desk.facts} />}
      {desk.of === "nobody-yet" && (
        <>
          <p className="sent">
            {asOf.al
              ? "Non c’era ancora un piano adottato."
              : "Non c’è ancora un piano adottato: quando c’è, qui si vede a che punto è."}
          </p>
          {desk.asked && <MonitoringBox asked={desk.asked} />}
          {desk.objectives && <OwnObjectives objectives={desk.objectives} />}
        </>
      )}
      {steps && <FirstSteps steps={steps} />}
    </main>
  );
}

async function deskOf(plans: PlansOnDay, visit: Visit) {
  if (plans.length === 0)
    return { of: "nobody-yet" as const, facts: null, ...(await deskWithoutPlan(visit)) };
  if (visit.user.role === "rtd") return { of: "rtd" as const, facts: await rtdDesk(plans, visit) };
  if (mayTakeRounds(visit.user)) return { of: "office" as const, facts: await officeDesk(plans, visit) };
  return { of: "reader" as const, facts: await readerDesk(plans, visit) };
}

function titleOf(desk: Awaited<ReturnType<typeof deskOf>>["of"], office: string | null): string {
  if (desk === "reader") return "Il piano in una pagina";
  if (desk === "office" && office !== null) return `Scrivania · ${office}`;
  return desk === "rtd" ? "Scrivania del RTD" : "Scrivania";
}
