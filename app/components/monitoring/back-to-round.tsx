import { useSearchParams } from "@remix-run/react";
import { roundAddressOf, roundIn, withRound } from "#app/objective-addresses.ts";

/** The address of a form, with the round that the person comes from. */
export function useKeptRound(address: string): string {
  const [query] = useSearchParams();
  return withRound(address, roundIn(query));
}

/** After a change made from a round: the way back to the list that it was made from. */
export function BackToRound() {
  const [query] = useSearchParams();
  const giro = roundIn(query);
  return giro === null ? null : (
    <>
      {" "}
      <a href={roundAddressOf(giro)}>Torna al giro di monitoraggio</a>
    </>
  );
}
