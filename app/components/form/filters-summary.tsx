/** What opens the filters of a list, and how many of them narrow it. */
export function FiltersSummary({ active }: { active: number }) {
  return (
    <summary>
      Filtri: {active === 0 ? "nessuno attivo" : active === 1 ? "1 attivo" : `${active} attivi`}
    </summary>
  );
}
