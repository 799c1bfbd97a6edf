import type { LoaderFunctionArgs } from "@remix-run/node";
import { reportFile } from "#app/pages/review/report-file.server.ts";
import { requireUser } from "#app/session.server.ts";

/** The report to be published: PDF/UA-1. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireUser(request);
  return reportFile(params, "ua-1");
}
