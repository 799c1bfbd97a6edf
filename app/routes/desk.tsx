import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { planActionAddress, planAddress, yearlyProgressAddress } from "#app/addresses.ts";
import { today } from "#app/clock.server.ts";
import { LateList } from "#app/components/action/late-list.tsx";
import { LatestLines } from "#app/components/action/latest-lines.tsx";
import { HeadSentence } from "#app/components/progress/finding-sentences.tsx";
import { ProgressKpis } from "#app/components/progress/progress-kpis.tsx";
import { asOfNow, yearOf } from "#app/domain/days.ts";
import { lateOnes } from "#app/domain/late-ones.ts";
import type { Role } from "#app/domain/permissions.ts";
import { count, formatDay } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { planOnDay } from "#app/plan-on-day.server.ts";
import { requireUser } from "#app/session.server.ts";
import { db } from "#db/connection.server.ts";
import { findPlanInForce } from "#db/plans.ts";
import { listLatestLines } from "#db/status-lines.ts";

export const meta: MetaFunction = () => [{ title: "Scrivania – Rotta" }];

const LATEST = 8;

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const day = today();
  const who = { role: user.role, office: user.officeName };
  const plan = await findPlanInForce(db, day);
  if (!plan) return { day, who, desk: null };

  const { actions, rows } = await planOnDay(plan, asOfNow(day));
  const focus = rows.find((row) => row.year === yearOf(day)) ?? rows.at(-1)!;
  return {
    day,
    who,
    desk: {
      plan,
      focus,
      late: lateOnes(actions, plan, user),
      unclear: actions
        .filter((action) => action.unknownYearCount > 0)
        .map(({ code, title, unknownYearCount }) => ({ code, title, unknownYearCount })),
      latest: await listLatestLines(db, day, LATEST),
    },
  };
}

const TITLE: Record<Role, string> = {
  rtd: "Scrivania del RTD",
  dirigente: "Scrivania",
  referente: "Scrivania",
  giunta: "Il piano in una pagina",
  lettore: "Il piano in una pagina",
  amministratore: "Il piano in una pagina",
};

export default function DeskPage() {
  const { day, who, desk } = useLoaderData<typeof loader>();
  return (
    <main id="contenuto" tabIndex={-1} className="desk">
      <div className="head">
        <div>
          <h1>
            {TITLE[who.role]}
            {who.role === "dirigente" || who.role === "referente" ? ` · ${authorLabel(who)}` : ""}
          </h1>
          <p className="sub">
            {desk ? `Piano ${desk.plan.code} · ` : ""}situazione al {formatDay(day)}
          </p>
        </div>
      </div>
      {desk ? (
        <Desk desk={desk} role={who.role} />
      ) : (
        <p className="sent">
          Non c’è ancora un piano adottato: quando il RTD lo carica, qui si vede a che punto è.
        </p>
      )}
    </main>
  );
}

type DeskFacts = NonNullable<Awaited<ReturnType<typeof loader>>["desk"]>;

/** Whose late annualità the list holds, said beside it. */
const LATE_SCOPE: Record<Role, string> = {
  rtd: "In tutto il piano, anche negli anni passati.",
  dirigente:
    "Quelle di cui risponde il tuo ufficio, da solo o con altri. Quelle condivise senza capofila le aggiorna il RTD.",
  referente:
    "Quelle di cui risponde il tuo ufficio, da solo o con altri. Quelle condivise senza capofila le aggiorna il RTD.",
  giunta: "In tutto il piano, anche negli anni passati.",
  lettore: "In tutto il piano, anche negli anni passati.",
  amministratore: "In tutto il piano, anche negli anni passati.",
};

function Desk({ desk, role }: { desk: DeskFacts; role: Role }) {
  const { plan, focus, late, unclear, latest } = desk;
  return (
    <>
      <HeadSentence plan={plan.code} total={focus} focus={focus} />
      <ProgressKpis total={focus} scope={`Nel ${focus.year}`} />
      <p>
        <a href={planAddress(plan.code)}>Tutto il piano, anno per anno</a> ·{" "}
        <a href={yearlyProgressAddress({ piano: plan.code })}>Il grafico dell’andamento</a>
      </p>
      <div className="cols">
        <LateList plan={plan.code} late={late} scope={LATE_SCOPE[role]} />
        <div className="aside">
          {unclear.length > 0 && (
            <section aria-labelledby="da-chiarire">
              <h2 id="da-chiarire">Da chiarire nel documento</h2>
              <ul className="list">
                {unclear.map(({ code, title, unknownYearCount }) => (
                  <li key={code}>
                    <a href={planActionAddress(plan.code, code)}>
                      <b>{code}</b> {count(unknownYearCount, "annualità senza anno", "annualità senza anno")}
                    </a>
                    <span className="mut sm d">{title}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <LatestLines lines={latest} />
        </div>
      </div>
    </>
  );
}
