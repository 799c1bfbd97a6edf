import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FigurePage } from "#app/components/objective/figure-page.tsx";
import { recordedAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import {
  figurePage,
  objectiveToFigureOr404,
  readFigureForm,
  sayFigure,
} from "#app/pages/objective/figure-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Validazione del Nucleo, obiettivo ${params.code} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  return figurePage(await objectiveToFigureOr404(user, params, "validated"), "validated");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const objective = await objectiveToFigureOr404(user, params, "validated", sent);
  const form = readFigureForm(sent);
  if (!form.ok) return refuse(form.errors, sent);
  const outcome = await sayFigure(objective, user, "validated", { ...form, sent });
  if (!outcome.ok) return refuse(outcome.errors, sent, outcome.isConflict);
  return redirect(recordedAddress(objective.code, "cifra", outcome.id));
}

export default function ObjectiveValidatedPage() {
  const page = useLoaderData<typeof loader>();
  return <FigurePage {...page} refused={useActionData<typeof action>()} />;
}
