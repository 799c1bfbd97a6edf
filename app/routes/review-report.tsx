import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { drawYears } from "#app/components/charts/draw.server.tsx";
import { ReportScreens } from "#app/components/review/report-screens.tsx";
import { ReviewCrumbs } from "#app/components/review/review-crumbs.tsx";
import type { ReportYear } from "#app/domain/review/report-data.ts";
import { dayWith } from "#app/format.ts";
import { reportOn, reviewOr404 } from "#app/pages/review/review-page.server.ts";
import { toldReview } from "#app/pages/review/review-rows.server.ts";
import { reviewPart } from "#app/review-addresses.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `Relazione${data ? ` ${dayWith("al", data.review.day)}, piano ${data.review.plan}` : ""} – Rotta`,
  },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const review = await reviewOr404(params);
  const report = await reportOn(review);
  return { review: toldReview(review), report, chart: drawYears(report.years.map(chartRow)) };
}

/** A year as the chart draws it: nothing in a report leads away from it. */
function chartRow(row: ReportYear) {
  const { counts, year } = row;
  const proven = counts["completed-proven"];
  const completed = proven + counts["completed-declared"];
  return { ...row, key: String(year), name: String(year), completed, proven, late: counts.late, links: {} };
}

export default function ReviewReportPage() {
  const { review, report, chart } = useLoaderData<typeof loader>();
  return (
    <>
      <ReviewCrumbs review={review} here="Relazione" />
      <main id="contenuto" tabIndex={-1} className="session">
        <p className="sm noprint">
          Da archiviare: <a href={reviewPart(review.id, "relazione.pdf")}>relazione in PDF/A</a> · da
          pubblicare:{" "}
          <a href={reviewPart(review.id, "relazione-accessibile.pdf")}>relazione in PDF accessibile</a>
        </p>
        <ReportScreens report={report} chart={chart} isDraft={review.closedAt === null} />
      </main>
    </>
  );
}
