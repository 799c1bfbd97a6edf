import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportFile } from "#app/pages/review/report-file.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The report for the archive: PDF/A-2a. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  return reportFile(params, "a-2a");
}
