import type { ReactNode } from "react";
import { withQuery } from "#app/addresses.ts";
import type { Day } from "#app/domain/days.ts";
import type { Role } from "#app/domain/permissions.ts";
import { formatDay } from "#app/format.ts";
import { authorLabel } from "#app/labels.ts";
import { PastDay } from "./past-day.ts";
import { PastDayBanner, type PastDayProps } from "./past-day-banner.tsx";
import { SearchBox } from "./search-box.tsx";
import { Symbols } from "./symbols.tsx";

type Around = {
  path: string;
  /** What was searched, on the page of its results. */
  searched: string;
  /** The past day that the page is asked for, where it obeys one: what is around it keeps the day. */
  past: PastDayProps | null;
  user: { role: Role; office: string | null } | null;
  entity: string;
  demonstrationDay: string | null;
};

/** `hasOwnDays`: what it lists has days of its own, and is given no other. */
type Section = { address: string; name: string; holds: (path: string) => boolean; hasOwnDays?: true };

const SECTIONS: Section[] = [
  { address: "/", name: "Scrivania", holds: (path: string) => path === "/" },
  { address: "/piano", name: "Piano", holds: (path: string) => path.startsWith("/piani") },
  { address: "/andamento", name: "Andamento", holds: (path: string) => path === "/andamento" },
  {
    address: "/fotografie",
    name: "Fotografie",
    holds: (path: string) => /^\/fotografie(\/|$)/.test(path),
    hasOwnDays: true,
  },
  {
    address: "/obiettivi",
    name: "Obiettivi",
    holds: (path: string) => /^\/obiettivi(\/|$)/.test(path),
  },
  {
    address: "/processi",
    name: "Processi",
    holds: (path: string) => /^\/(processi|sblocchi|svolte)(\/|$)/.test(path),
  },
  { address: "/smartabilita", name: "Smartabilità", holds: (path: string) => path === "/smartabilita" },
  { address: "/scadenze", name: "Scadenze", holds: (path: string) => /^\/(scadenze|giri)(\/|$)/.test(path) },
  { address: "/uffici", name: "Uffici", holds: (path: string) => /^\/(uffici|gruppi)(\/|$)/.test(path) },
];

/** What stands around every page: who is signed in and where, the sections, the demonstration said aloud. */
export function PageFrame({ around, children }: { around: Around; children: ReactNode }) {
  const al = around.past?.day;
  return (
    <PastDay.Provider value={al}>
      <Symbols />
      <a className="skip" href="#contenuto">
        Vai al contenuto
      </a>
      <header>
        <Slim around={around} />
        <div className="bar">
          <div className="w">
            <a className="brand" href={withQuery("/", { al })}>
              <Compass />
              Rotta
            </a>
            {around.user && <Sections path={around.path} al={al} />}
            {around.user && <SearchBox searched={around.searched} al={al} />}
          </div>
        </div>
        {around.demonstrationDay && (
          <p className="demo">
            <span className="w">
              <strong>Dimostrazione.</strong> Oggi è il {formatDay(around.demonstrationDay)}: stati, giorni,
              provvedimenti, contributi, capofila e sblocchi confermati sono inventati; azioni, obiettivi e
              processi vengono da documenti pubblici di più enti, a cui gli uffici di qui sono attribuiti per
              prova.
            </span>
          </p>
        )}
        {around.past && <PastDayBanner {...around.past} />}
      </header>
      <div className="w">{children}</div>
      <footer>
        <div className="w">
          Rotta{around.entity && ` · ${around.entity}`}{" "}
          <span className="noprint">
            · <a href="/accessibilita">Accessibilità</a>
          </span>
        </div>
      </footer>
    </PastDay.Provider>
  );
}

function Slim({ around: { user, entity } }: { around: Around }) {
  return (
    <div className="slim">
      <div className="w">
        <span>{entity || "Rotta"}</span>
        {user ? (
          <form method="post" action="/esci">
            <span className="opt">{authorLabel(user)}</span>
            <button type="submit">Esci</button>
          </form>
        ) : (
          <a href="/accedi">Accedi</a>
        )}
      </div>
    </div>
  );
}

function Sections({ path, al }: { path: string; al: Day | undefined }) {
  return (
    <nav className="nav" aria-label="Principale">
      <details className="wide">
        <summary>Menu</summary>
        <ul>
          {SECTIONS.map(({ address, name, holds, hasOwnDays }) => (
            <li key={address}>
              <a
                href={hasOwnDays ? address : withQuery(address, { al })}
                aria-current={holds(path) ? "page" : undefined}
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function Compass() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <circle cx="11" cy="11" r="10" fill="none" stroke="#fff" strokeWidth="1.6" />
      <path d="M11 3.5l4 13.5-4-2.8L7 17z" fill="#fff" />
    </svg>
  );
}
