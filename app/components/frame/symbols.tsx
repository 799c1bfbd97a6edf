const DISC = { cx: 8, cy: 8, r: 7.2, fill: "#fff", stroke: "currentColor", strokeWidth: 1.6 };

const SQUARE = {
  x: 0.8,
  y: 0.8,
  width: 14.4,
  height: 14.4,
  rx: 1.5,
  fill: "#fff",
  stroke: "currentColor",
  strokeWidth: 1.6,
};

/**
 * The symbols of the situations and the textures of the charts, once a page. Shape and texture tell situations apart where
 * colour cannot: disc on time, triangle late. Not `display: none`, or some browsers draw no texture.
 */
export function Symbols() {
  return (
    <svg width="0" height="0" className="symbols" aria-hidden="true" focusable="false">
      <defs>
        <symbol id="g-completed-proven" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="8" fill="currentColor" />
          <path d="M4.2 8.3l2.6 2.6 5-5.4" fill="none" stroke="#fff" strokeWidth="2" />
        </symbol>
        <symbol id="g-completed-declared" viewBox="0 0 16 16">
          <circle {...DISC} />
          <path d="M4.4 8.3l2.5 2.5 4.7-5.2" fill="none" stroke="currentColor" strokeWidth="1.9" />
        </symbol>
        <symbol id="g-to-start" viewBox="0 0 16 16">
          <circle {...DISC} />
        </symbol>
        <symbol id="g-late" viewBox="0 0 16 16">
          <path d="M8 .3L16 15.6H0z" fill="currentColor" />
          <path d="M8 5.6v5" stroke="#fff" strokeWidth="2" />
          <circle cx="8" cy="13" r="1.15" fill="#fff" />
        </symbol>
        <symbol id="g-suspended" viewBox="0 0 16 16">
          <circle {...DISC} />
          <path d="M6 4.8v6.4M10 4.8v6.4" stroke="currentColor" strokeWidth="2" />
        </symbol>
        <symbol id="g-rescheduled" viewBox="0 0 16 16">
          <path d="M1 8h12M8.6 3l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="2.2" />
        </symbol>
        <symbol id="g-cancelled" viewBox="0 0 16 16">
          <path d="M2.5 2.5l11 11M13.5 2.5l-11 11" stroke="currentColor" strokeWidth="2.2" />
        </symbol>
        <symbol id="g-unknown" viewBox="0 0 16 16">
          <circle {...DISC} strokeDasharray="2.4 2.1" />
          <path
            d="M5.9 6.4c0-2.9 4.3-2.8 4.2-.2 0 1.6-2 1.6-2.1 3.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
          <circle cx="8" cy="11.9" r="1" fill="currentColor" />
        </symbol>
        <symbol id="g-stale" viewBox="0 0 16 16">
          <path
            d="M3 1h10M3 15h10M4 1c0 5 3.5 5 3.5 7S4 10 4 15M12 1c0 5-3.5 5-3.5 7s3.5 2 3.5 7"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
          />
          <path d="M5.5 14.5L8 11l2.5 3.5z" fill="currentColor" />
        </symbol>
        <symbol id="g-level-yes" viewBox="0 0 16 16">
          <rect width="16" height="16" rx="1.5" fill="currentColor" />
          <path d="M4 8.3l2.7 2.7L12 5.4" fill="none" stroke="#fff" strokeWidth="2" />
        </symbol>
        <symbol id="g-level-in-part" viewBox="0 0 16 16">
          <rect {...SQUARE} />
          <path d="M1 15V1h7v14z" fill="currentColor" />
        </symbol>
        <symbol id="g-level-no" viewBox="0 0 16 16">
          <rect {...SQUARE} />
          <path d="M4.8 4.8l6.4 6.4M11.2 4.8l-6.4 6.4" stroke="currentColor" strokeWidth="1.8" />
        </symbol>
        <symbol id="g-level-outsourced" viewBox="0 0 16 16">
          <rect {...SQUARE} strokeDasharray="2.6 2" />
          <path d="M5 11l5.5-5.5M6.5 5h4.5v4.5" fill="none" stroke="currentColor" strokeWidth="1.7" />
        </symbol>
        <symbol id="g-error" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="8" fill="currentColor" />
          <path d="M8 3.5v5.5" stroke="#fff" strokeWidth="2" />
          <circle cx="8" cy="11.8" r="1.2" fill="#fff" />
        </symbol>
        <Textures />
      </defs>
    </svg>
  );
}

function Textures() {
  return (
    <>
      <pattern
        id="p-completed-declared"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="#d5ebe3" />
        <rect width="2.2" height="6" fill="#00543d" />
      </pattern>
      <pattern id="p-suspended" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="#f1eef8" />
        <rect width="1.6" height="5" fill="#5a4785" />
      </pattern>
      <pattern id="p-late" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#a82a08" />
        <rect y="2.4" width="6" height="1.3" fill="#f7d8cc" />
      </pattern>
      <pattern id="p-rescheduled" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#fff" />
        <circle cx="3" cy="3" r="1.1" fill="#455b71" />
      </pattern>
      <pattern id="p-cancelled" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="#fff" />
        <path d="M1.5 1.5l4 4M5.5 1.5l-4 4" stroke="#5b6874" strokeWidth=".9" />
      </pattern>
      <pattern
        id="p-level-in-part"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="#dce9f7" />
        <rect width="1.8" height="6" fill="#0059b3" />
      </pattern>
      <pattern id="p-level-supposed" width="10" height="10" patternUnits="userSpaceOnUse">
        <rect width="10" height="10" fill="#00543d" />
        <rect x="4" width="1.3" height="10" fill="#d5ebe3" />
      </pattern>
    </>
  );
}
