import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouterState } from "@tanstack/react-router";

const kept = ["walk"];

/** The list that a case was opened from: its cases, each once, and its address. */
interface Kept {
  readonly ids: readonly string[];
  readonly from: string;
}

const none: Kept = { ids: [], from: "/cases" };

/** Remembers the list that a case is opened from. */
export function useKeepWalk(): (ids: readonly string[]) => void {
  const client = useQueryClient();
  const from = useRouterState({ select: (state) => state.location.href });
  return (ids) => {
    client.setQueryDefaults(kept, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<Kept>(kept, { ids: [...new Set(ids)], from });
  };
}

/** The address of the list that the last case was opened from, without the desk's own beginning. */
export function useWalkFrom(): string {
  const { from } = useQueryClient().getQueryData<Kept>(kept) ?? none;
  return from.replace(/^\/desk/, "").replace(/\?.*/, "") || "/";
}

/** Where a case stands in that list; null when it was opened otherwise. */
export interface Walk {
  readonly n: number;
  readonly of: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** The address of the list. */
  readonly from: string;
}

export function useWalk(id: string): Walk | null {
  const { ids, from } = useQueryClient().getQueryData<Kept>(kept) ?? none;
  const at = ids.indexOf(id);
  if (at < 0) return null;
  return { n: at + 1, of: ids.length, previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, from };
}

/** Goes on to the next case where a case was opened from the own work; elsewhere, or after the last, it stays. */
export function useNextInWork(id: string): () => void {
  const walk = useWalk(id);
  const navigate = useNavigate();
  const ownWork = walk !== null && !/\/cases/.test(walk.from);
  return () => {
    if (ownWork && walk.next) void navigate({ to: "/cases/$id", params: { id: walk.next } });
  };
}
