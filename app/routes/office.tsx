import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { cessationAddress, officeAddress, officeEditAddress, officesAddress } from "#app/addresses.ts";
import { readAsOf } from "#app/as-of.server.ts";
import { AsOfForm } from "#app/components/frame/as-of-form.tsx";
import { Crumbs } from "#app/components/frame/crumbs.tsx";
import { OBEYS_DAY } from "#app/components/frame/past-day.ts";
import { OfficeContributions } from "#app/components/office/office-contributions.tsx";
import { CessationWords, OfficeWords } from "#app/components/office/office-words.tsx";
import { SheetKpis } from "#app/components/office/sheet-kpis.tsx";
import { SheetTable } from "#app/components/office/sheet-table.tsx";
import { NotedAfter } from "#app/components/review/noted-lines.tsx";
import { OfficeObjectives } from "#app/components/objective/office-objectives.tsx";
import { OfficeProcesses } from "#app/components/work-process/office-processes.tsx";
import { isActive } from "#app/domain/office/offices.ts";
import { officeFigures } from "#app/domain/office/office-sheet.ts";
import { mayEdit } from "#app/domain/permissions.ts";
import { count, dayWith } from "#app/format.ts";
import { linesOfOffice } from "#app/pages/objective/objective-lines.server.ts";
import { officeOr404 } from "#app/pages/office/office-edit.server.ts";
import { sheetOnDay } from "#app/pages/office/offices.server.ts";
import { findOrganisation, nameIn } from "#app/pages/office/organisation.server.ts";
import { shortcutsOf } from "#app/pages/plan/plan-on-day.server.ts";
import { processesFiltered } from "#app/pages/work-process/process-filter.server.ts";
import { notedOfPlan } from "#app/pages/review/noted-after.server.ts";
import { requireUser } from "#app/session.server.ts";

export const handle = OBEYS_DAY;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.office.name ?? "Ufficio"} – Rotta` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const asOf = readAsOf(request);
  const { groups } = await findOrganisation();
  if (groups.some(({ code }) => code === params.office))
    throw redirect(`${officesAddress(asOf.al)}#${params.office}`);
  const { office, organisation } = await officeOr404(params);
  const sheet = await sheetOnDay(office, organisation, asOf.at);
  const { counts } = await processesFiltered(asOf.at, { office: office.code });
  const years = [...sheet.open, ...sheet.closed].map(({ actionYear }) => actionYear);
  const own = new Set(years.map(({ id }) => id));
  const nameOf = nameIn(organisation);
  const codes = [...organisation.offices, ...organisation.groups].map(({ code }) => code);
  return data(
    {
      ...sheet,
      plan: sheet.plan?.code,
      figures: officeFigures(years),
      office: {
        ...office,
        parentName: office.parent_code === null ? null : nameOf(office.parent_code),
        successor:
          office.successor_code === null
            ? null
            : { code: office.successor_code, name: nameOf(office.successor_code) },
        hasCeased: !isActive(office, asOf.at.day),
      },
      under: organisation.offices.filter(
        (one) => one.parent_code === office.code && isActive(one, asOf.at.day),
      ),
      names: Object.fromEntries(codes.map((code) => [code, nameOf(code)])),
      objectives: await linesOfOffice(office.code, organisation.offices, asOf.at),
      levels: counts.levels,
      asOf,
      noted: await notedOfPlan(asOf.at, sheet.plan?.id, (line) => own.has(line.action_year_id)),
      shortcuts: sheet.plan ? shortcutsOf(sheet.plan, asOf.today) : [],
      mayEdit: mayEdit(user) && !asOf.at.isOver,
      isSaved: new URL(request.url).searchParams.has("salvato"),
    },
    { status: asOf.error ? 422 : 200 },
  );
}

export default function OfficePage() {
  const { office, asOf, noted, shortcuts, isSaved, under, levels, objectives, ...sheet } =
    useLoaderData<typeof loader>();
  const { al } = asOf;
  return (
    <>
      <Crumbs above={[{ address: officesAddress(al), name: "Uffici" }]} here={office.name} />
      <main id="contenuto" tabIndex={-1}>
        <div className="head">
          <div className="title">
            <h1>{office.name}</h1>
            <p className="sub">
              <OfficeWords office={office} /> · situazione {dayWith("al", asOf.at.day)}
            </p>
          </div>
          <AsOfForm path={officeAddress(office.code)} asOf={asOf} shortcuts={shortcuts} />
        </div>
        {isSaved && (
          <p className="saved" role="status">
            <b>Salvato.</b>
          </p>
        )}
        {office.hasCeased && (
          <p className="sent">
            Ufficio <CessationWords on={office.ceased_on!} successor={office.successor} al={al} />.
          </p>
        )}
        <Sheet {...sheet} al={al} />
        <NotedAfter noted={noted} of="di cui risponde questo ufficio" />
        <OfficeObjectives office={office.code} objectives={objectives} hasUnder={under.length > 0} al={al} />
        <OfficeProcesses office={office.code} levels={levels} hasUnder={under.length > 0} al={al} />
        {under.length > 0 && (
          <p className="sm">
            Gli fanno capo, ciascuno con il suo foglio:{" "}
            {under.map(({ code, name }, index) => (
              <span key={code}>
                {index > 0 && ", "}
                <a href={officeAddress(code, al)}>{name}</a>
              </span>
            ))}
            .
          </p>
        )}
        {sheet.mayEdit && !office.hasCeased && (
          <p className="noprint">
            <a href={officeEditAddress(office.code)}>Modifica l’ufficio</a> ·{" "}
            <a href={cessationAddress(office.code)}>Cessazione</a>
          </p>
        )}
      </main>
    </>
  );
}

type SheetFacts = Omit<
  ReturnType<typeof useLoaderData<typeof loader>>,
  "office" | "asOf" | "under" | "levels" | "objectives"
>;

function Sheet({
  plan,
  figures,
  open,
  closed,
  elsewhere,
  contributions,
  names,
  al,
}: Pick<SheetFacts, "plan" | "figures" | "open" | "closed" | "elsewhere" | "contributions" | "names"> & {
  al: string | undefined;
}) {
  const table = { names, plan, al };
  return (
    <>
      {plan === undefined || figures.total === 0 ? (
        <p className="sent">
          {plan === undefined
            ? noPlanWords(al)
            : `Non risponde in proprio di nessuna annualità del piano ${plan}.`}
        </p>
      ) : (
        <>
          <p className="sent">
            Risponde di <b>{count(figures.total, "annualità", "annualità")}</b> del piano {plan}:{" "}
            {figures.total - figures.shared} da solo, {figures.shared} con altri.
          </p>
          <SheetKpis figures={figures} plan={plan} />
        </>
      )}
      {open.length > 0 && (
        <SheetTable {...table} rows={open} caption={`Aperte nel piano ${plan}, dal termine più vicino`} />
      )}
      {elsewhere.length > 0 && (
        <SheetTable
          {...table}
          rows={elsewhere}
          caption="Ancora aperte in altri piani, o oltre l’ultimo anno del piano"
        />
      )}
      {closed.length > 0 && (
        <SheetTable {...table} rows={closed} caption={`Chiuse nel piano ${plan}, dal termine più recente`} />
      )}
      <OfficeContributions contributions={contributions} al={al} />
    </>
  );
}

function noPlanWords(al: string | undefined): string {
  return al === undefined
    ? "Non c’è ancora un piano adottato."
    : "In quel giorno non c’era un piano adottato.";
}
