import { groupAddress, officeAddress, planActionAddress, workProcessAddress } from "#app/addresses.ts";
import {
  countHeldYears,
  type HeldAction,
  type Holdings,
  isEmptyHanded,
  yearsIn,
} from "#app/domain/office/office-cessation.ts";
import type { Role } from "#app/domain/permissions.ts";
import { count, joinWords } from "#app/format.ts";
import { objectiveAddress } from "#app/objective-addresses.ts";
import { NothingHeld, WhichOnes } from "./held-things.tsx";
import { ROLE_LABEL } from "#app/labels.ts";

type Held = Holdings<{ code: string; adopted_on: string | null }>;

/** All that an office hands over when it ceases, counted and named, before it does. */
export function HeldList({ holdings }: { holdings: Held }) {
  const { plans, workProcesses, objectives, groups, under, people } = holdings;
  if (isEmptyHanded(holdings)) return <NothingHeld objectives={objectives} />;
  return (
    <>
      <p>
        Passano al successore <b>{count(countHeldYears(holdings), "annualità aperta", "annualità aperte")}</b>
        , con tutto il resto che è elencato qui. Le annualità chiuse restano scritte a chi ne ha risposto.
      </p>
      <ul className="list">
        {plans.map(({ plan, actions }) => (
          <li key={plan.code}>
            <PlanSummary plan={plan} actions={actions} />
          </li>
        ))}
        {workProcesses.length > 0 && (
          <li>
            {count(workProcesses.length, "processo", "processi")}, con le svolte che aspettano la sua conferma
            <WhichOnes things={workProcesses} addressOf={workProcessAddress} />
          </li>
        )}
        {objectives.length > 0 && (
          <li>
            {count(objectives.length, "obiettivo", "obiettivi")}, anche degli anni passati
            <WhichOnes things={objectives} addressOf={objectiveAddress} />
          </li>
        )}
        {groups.length > 0 && (
          <li>
            Il posto in {count(groups.length, "gruppo", "gruppi")}:{" "}
            <Linked things={groups} addressOf={groupAddress} />
          </li>
        )}
        {under.length > 0 && (
          <li>
            {count(under.length, "ufficio che gli fa capo", "uffici che gli fanno capo")}:{" "}
            <Linked things={under} addressOf={officeAddress} />
          </li>
        )}
        {people.length > 0 && (
          <li>
            {count(people.length, "utente", "utenti")} ({rolesWords(people as Role[])}): da oggi{" "}
            {people.length === 1 ? "agisce" : "agiscono"} per il successore, anche su ciò di cui già{" "}
            {people.length === 1 ? "rispondeva" : "rispondevano"}; nessuno perde l’accesso
          </li>
        )}
      </ul>
    </>
  );
}

function PlanSummary({ plan, actions }: { plan: Held["plans"][number]["plan"]; actions: HeldAction[] }) {
  const responsible = actions.filter(({ isResponsible }) => isResponsible).length;
  const lead = actions.filter(({ isLead }) => isLead).length;
  const parts = [
    count(yearsIn(actions), "annualità aperta", "annualità aperte"),
    ...(responsible > 0 ? [`responsabile di ${count(responsible, "azione", "azioni")}`] : []),
    ...(lead > 0 ? [`capofila di ${count(lead, "azione", "azioni")}`] : []),
  ];
  return (
    <>
      <b>Piano {plan.code}</b>
      {plan.adopted_on === null && ", non ancora adottato: si cambia sul posto"}: {joinWords(parts)}
      <details>
        <summary>Quali</summary>
        <ul>
          {actions.map(({ id, code, title, years, isResponsible, isLead }) => (
            <li key={id}>
              <a href={planActionAddress(plan.code, code)}>
                {code} · {title}
              </a>{" "}
              <span className="mut sm">
                {joinWords([
                  ...years.map(({ year }) => String(year)),
                  ...(isResponsible ? ["responsabile"] : []),
                  ...(isLead ? ["capofila"] : []),
                ])}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Linked({
  things,
  addressOf,
}: {
  things: { code: string; name: string }[];
  addressOf: (code: string) => string;
}) {
  return things.map(({ code, name }, index) => (
    <span key={code}>
      {index > 0 && ", "}
      <a href={addressOf(code)}>{name}</a>
    </span>
  ));
}

/** "Dirigente e Referente": roles, never names. */
function rolesWords(people: Role[]): string {
  return joinWords([...new Set(people)].map((role) => ROLE_LABEL[role]));
}
