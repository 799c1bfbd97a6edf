import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { NoteForm } from "#app/components/objective/note-form.tsx";
import { followsAForm } from "#app/http.server.ts";
import { objectiveAddress, objectivesAddress, recordedAddress } from "#app/objective-addresses.ts";
import { refuse } from "#app/pages/form/form-readers.server.ts";
import { objectiveToKeepOr404 } from "#app/pages/objective/kept-objective.server.ts";
import { writeNote } from "#app/pages/objective/note-form.server.ts";
import { requireUser } from "#app/session.server.ts";

export const meta: MetaFunction = ({ params }) => [{ title: `Nota, obiettivo ${params.code} – Rotta` }];

/** A note is written on the page of the objective; it has this page to itself only where it was refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const objective = await objectiveToKeepOr404(await requireUser(request), params);
  if (!followsAForm(request)) throw redirect(`${objectiveAddress(objective.code)}#note`);
  return { code: objective.code, title: objective.title };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const user = await requireUser(request);
  const sent = Object.fromEntries(await request.formData());
  const objective = await objectiveToKeepOr404(user, params, sent);
  const outcome = await writeNote(objective, user, sent);
  if (!outcome.ok) return refuse(outcome.errors, sent, outcome.isConflict);
  return redirect(recordedAddress(objective.code, "nota", outcome.id, "#note"));
}

export default function ObjectiveNotePage() {
  const { code, title } = useLoaderData<typeof loader>();
  const address = objectiveAddress(code);
  return (
    <>
      <Crumbs
        above={[
          { address: objectivesAddress(), name: "Obiettivi" },
          { address, name: code },
        ]}
        here="Nota"
      />
      <main id="contenuto" tabIndex={-1} className="sheet">
        <h1>Nota all’obiettivo</h1>
        <p className="sent">
          {title} <span className="mut">({code})</span>
        </p>
        <NoteForm code={code} seen={0} refused={useActionData<typeof action>()} />
        <p>
          <a href={address}>Torna all’obiettivo</a>
        </p>
      </main>
    </>
  );
}
