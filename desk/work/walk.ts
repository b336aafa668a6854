import { useQueryClient } from "@tanstack/react-query";

const kept = ["walk"];

/** Remembers the list that a case is opened from, each case once. */
export function useKeepWalk(): (ids: readonly string[]) => void {
  const client = useQueryClient();
  return (ids) => {
    client.setQueryDefaults(kept, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<readonly string[]>(kept, [...new Set(ids)]);
  };
}

/** Where a case stands in that list; null when it was opened otherwise. */
export interface Walk {
  readonly n: number;
  readonly of: number;
  readonly previous: string | null;
  readonly next: string | null;
}

export function useWalk(id: string): Walk | null {
  const ids = useQueryClient().getQueryData<readonly string[]>(kept) ?? [];
  const at = ids.indexOf(id);
  if (at < 0 || ids.length < 2) return null;
  return { n: at + 1, of: ids.length, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
