import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FigurePage } from "#app/components/objective/figure-page.tsx";
import { wrongFigureOr404 } from "#app/pages/objective/figure-correction.server.ts";
import { answerFigure, figurePage } from "#app/pages/objective/figure-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Rettifica di una cifra, obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { objective, wrong } = await wrongFigureOr404(await requireUser(request), params);
  return figurePage(objective, wrong.kind, wrong);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const { objective, wrong } = await wrongFigureOr404(user, params, sent);
  return answerFigure(objective, user, { kind: wrong.kind, sent, wrong });
}

export default function ObjectiveFigureCorrectionPage() {
  const page = useLoaderData<typeof loader>();
  return <FigurePage {...page} refused={useActionData<typeof action>()} />;
}
