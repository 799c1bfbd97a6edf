/** What a page of the round always offers beside saving: to leave this one for later, or everything. */
export function RoundWays({ next }: { next: string }) {
  return (
    <>
      <a href={next}>Salta per ora</a>
      <a href="/">Interrompi</a>
    </>
  );
}
