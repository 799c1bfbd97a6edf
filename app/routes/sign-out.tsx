import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { closeSession } from "#app/session.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  return redirect("/accedi", { headers: { "Set-Cookie": await closeSession(request) } });
}

export function loader() {
  return redirect("/");
}
