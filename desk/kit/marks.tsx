/** Shapes that stay apart in grey and in print; a word always stands beside them. */
export type Mark = "over" | "today" | "soon" | "fine" | "paused" | "none" | "gap" | "done" | "lock";

const shapes: Readonly<Record<Mark, React.ReactNode>> = {
  over: <rect x="1" y="1" width="12" height="12" />,
  today: <path d="M7 0 14 13H0Z" />,
  soon: <path d="M7 0 14 7 7 14 0 7Z" />,
  fine: <circle cx="7" cy="7" r="5.5" fill="none" strokeWidth="2" stroke="currentColor" />,
  paused: <path d="M3 1h3v12H3zM8 1h3v12H8z" />,
  none: <rect x="1" y="6" width="12" height="2" />,
  gap: (
    <text x="7" y="12" textAnchor="middle" fontSize="13" fontWeight="bold">
      ?
    </text>
  ),
  done: <path d="m1 7 4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  lock: <path d="M3 6V4.5a4 4 0 0 1 8 0V6h1v8H2V6zm2 0h4V4.5a2 2 0 0 0-4 0z" />,
};

const colours: Readonly<Record<Mark, string>> = {
  over: "#b3261e",
  today: "#7a4300",
  soon: "#7a4300",
  fine: "#4a525c",
  paused: "#4a525c",
  none: "#4a525c",
  gap: "#b3261e",
  done: "#1b6137",
  lock: "#b3261e",
};

export function MarkShape({ mark }: { readonly mark: Mark }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 14 14"
      width="12"
      height="12"
      aria-hidden="true"
      fill="currentColor"
      style={{ color: colours[mark] }}
    >
      {shapes[mark]}
    </svg>
  );
}

export function markColour(mark: Mark): string {
  return colours[mark];
}
