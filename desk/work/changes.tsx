import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { fill } from "../../domain/words/fill.ts";
import { listWords as w } from "../words/lists.ts";

/** A list that stands still: it is read anew when somebody asks for it, or has done something themselves. */
export const standsStill = { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const;

const every = 45_000;

interface Props {
  /** What the list is, as its query has it. */
  readonly of: readonly unknown[];
  /** The moment up to which the rows on the screen are complete. */
  readonly asOf: string | undefined;
  readonly ask: (since: string) => Promise<{ readonly n: number }>;
  readonly onRefresh: () => void;
}

/** Says how many cases have changed since the list was drawn; the rows stay where they are until it is pressed. */
export function Changes({ of, asOf, ask, onRefresh }: Props) {
  const changes = useQuery({
    queryKey: ["changes", ...of, asOf],
    queryFn: () => ask(asOf ?? ""),
    enabled: asOf !== undefined,
    refetchInterval: every,
    staleTime: 5_000,
  });
  const n = changes.data?.n ?? 0;
  return (
    <span aria-live="polite">
      <Button type={n > 0 ? "primary" : "default"} onClick={onRefresh}>
        {n > 0 ? fill(w.changed, { n }) : w.refresh}
      </Button>
    </span>
  );
}
