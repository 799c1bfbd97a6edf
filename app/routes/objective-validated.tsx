import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FigurePage } from "#app/components/objective/figure-page.tsx";
import { figureAction, figureLoader } from "#app/pages/objective/figure-form.server.ts";

export const meta: MetaFunction = ({ params }) => [
  { title: `Validazione del Nucleo, obiettivo ${params.code} – Rotta` },
];

export function loader(args: LoaderFunctionArgs) {
  return figureLoader(args, "validated");
}

export function action(args: ActionFunctionArgs) {
  return figureAction(args, "validated");
}

export default function ObjectiveValidatedPage() {
  const page = useLoaderData<typeof loader>();
  return <FigurePage {...page} refused={useActionData<typeof action>()} />;
}
