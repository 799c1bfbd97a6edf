import { count } from "#app/format.ts";
import { CarriedAway, type CarriedSource } from "./carried-away.tsx";

/** What goes with a draft and what stays, said before it is discarded. */
export function WhatIsDiscarded({
  plan,
  actions,
  years,
  areas,
  carried,
}: {
  plan: string;
  actions: number;
  years: number;
  areas: number;
  carried: CarriedSource[];
}) {
  return (
    <div className="cols">
      <section aria-labelledby="va">
        <h2 id="va">Che cosa si perde</h2>
        <ul className="list">
          <li>
            La bozza {plan}, con {count(areas, "ambito", "ambiti")},{" "}
            <b>{count(actions, "azione", "azioni")}</b> e{" "}
            <b>{count(years, "annualità prevista", "annualità previste")}</b>: quello che vi è stato scritto
            non si recupera.
          </li>
          <li>
            {carried.length === 0
              ? "Nessun riporto: non ne erano stati scelti."
              : "La scelta di che cosa riportare:"}
          </li>
          <CarriedAway carried={carried} />
        </ul>
      </section>
      <section aria-labelledby="resta">
        <h2 id="resta">Che cosa resta</h2>
        <ul className="list">
          <li>I piani adottati, le loro annualità e la loro storia: nulla vi cambia.</li>
          <li>Uffici, gruppi e utenti.</li>
        </ul>
      </section>
    </div>
  );
}
