import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { machineNow } from "#app/clock.server.ts";
import { ErrorSummary } from "#app/components/form/error-summary.tsx";
import { SignInForm } from "#app/components/sign-in/sign-in-form.tsx";
import { UnsentForm } from "#app/components/sign-in/unsent-form.tsx";
import { isPasswordOf } from "#app/passwords.server.ts";
import { ownPath } from "#app/own-address.server.ts";
import { findCurrentUser, openSession } from "#app/session.server.ts";
import { readUnsent } from "#app/unsent.server.ts";
import { followsAForm } from "#app/http.server.ts";
import { authorLabel } from "#app/labels.ts";
import { db } from "#db/connection.server.ts";
import { deleteAttempt, deleteStaleSignIns, recordAttempt } from "#db/sessions.ts";
import { findSetting } from "#db/settings.ts";
import { findAccount, findUser, listDemonstrationAccounts } from "#db/users.ts";

export const meta: MetaFunction<typeof loader> = () => [{ title: "Accedi – Rotta" }];

/** Attempts that may fail in a quarter of an hour: for one account, and from one address (an office shares one). */
const FAILURES = { ofAccount: 5, ofAddress: 30, minutes: 15 };

const SignIn = z.object({
  username: z.string().trim().min(1, "Scrivi il nome utente").max(100, "Il nome utente è troppo lungo"),
  password: z.string().min(1, "Scrivi la password").max(1000, "La password è troppo lunga"),
  back: z.string().default(""),
  unsent: z.string().default(""),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const back = new URL(request.url).searchParams.get("ritorno") ?? "";
  if (!followsAForm(request) && (await findCurrentUser(request))) throw redirect(ownPath(back));
  const password = await findSetting(db, "demonstration_password");
  return {
    back,
    demonstration:
      password === undefined ? null : { password, accounts: await listDemonstrationAccounts(db) },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = Object.fromEntries(await request.formData());
  const form = SignIn.safeParse(values);
  if (!form.success) return refuse(z.flattenError(form.error).fieldErrors, values);

  const since = new Date(Date.parse(machineNow()) - FAILURES.minutes * 60_000).toISOString();
  const attempt = { username: form.data.username, address: context.address, at: machineNow() };
  const attemptId = await recordAttempt(db, attempt, { ...FAILURES, since });
  if (attemptId === undefined) {
    return refuse(
      { username: [`Troppi tentativi non riusciti: riprova tra ${FAILURES.minutes} minuti`] },
      values,
      429,
    );
  }
  const account = await findAccount(db, form.data.username);
  const matches = await isPasswordOf(account, form.data.password);
  if (!account || !matches) return refuse({ username: ["Nome utente o password non corretti"] }, values);
  await deleteAttempt(db, attemptId);
  await deleteStaleSignIns(db, since);
  const headers: Record<string, string> = { "Set-Cookie": await openSession(account.id) };
  const unsent = readUnsent(form.data.unsent);
  if (!unsent) return redirect(ownPath(form.data.back), { headers });
  const user = await findUser(db, account.id);
  headers["Cache-Control"] = "no-store";
  return data({ unsent, who: authorLabel({ role: user!.role, office: user!.officeName }) }, { headers });
}

export default function SignInPage() {
  const { back, demonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "unsent" in answer) return <UnsentForm {...answer} />;
  const refused = answer;
  const errors = refused?.errors ?? {};
  return (
    <main id="contenuto" tabIndex={-1} className="sheet">
      <ErrorSummary title="Accesso non riuscito" errors={errors} />
      <h1>Accedi</h1>
      <SignInForm typed={refused?.typed ?? { back }} errors={errors} />
      {demonstration && (
        <section className="demo-accounts" aria-labelledby="accessi">
          <h2 id="accessi">Accessi della dimostrazione</h2>
          <p>
            La password è <code>{demonstration.password}</code> per tutti. Valgono solo su questa macchina.
          </p>
          <ul className="list">
            {demonstration.accounts.map(({ username, name }) => (
              <li key={username}>
                <code>{username}</code> <span className="mut">{name.replace(" (dimostrazione)", "")}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

type Errors = Partial<Record<"username" | "password" | "back" | "unsent", string[]>>;

function refuse(errors: Errors, values: Record<string, FormDataEntryValue>, status = 422) {
  return data(
    {
      errors,
      typed: {
        username: String(values.username ?? ""),
        back: String(values.back ?? ""),
        unsent: String(values.unsent ?? ""),
      },
    },
    { status },
  );
}
