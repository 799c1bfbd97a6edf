/** How far an objective is, drawn, with a mark where it was expected to be; the words beside it say the same. */
export function ProgressBar({ percent, expected }: { percent: number; expected: number }) {
  return (
    <svg className="pbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="whole" x="0" y="0" width="100" height="10" />
      <rect className="done" x="0" y="0" width={percent} height="10" />
      {expected > 0 && expected < 100 && (
        <rect className="mark" x={expected - 0.75} y="0" width="1.5" height="10" />
      )}
    </svg>
  );
}
