import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/http.server.ts";
import { reviewOr404 } from "#app/pages/review/review-page.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findSnapshotText } from "#db/review/reviews.ts";

/** The frozen content of a closed review, byte for byte: its SHA-256 is the one that the page and the report print. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  const review = await reviewOr404(params);
  if (review.snapshot_id === null)
    throw notFound("La fotografia è ancora aperta: il suo contenuto si congela alla chiusura.");
  const { content } = await findSnapshotText(db, review.snapshot_id);
  return new Response(content, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="fotografia-${review.plan}-al-${review.shown_on}.json"`,
    },
  });
}
