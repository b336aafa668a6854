import { takeOver } from "./words/names.ts";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError, client } from "../contract/client.ts";
import { routes } from "../contract/routes.ts";
import type { SessionInfo } from "../contract/session.ts";

export { ApiError, routes };

let csrf = "";

/** The one way from the desk to the server. */
export const call = client({
  fetch: (url, init) => fetch(url, { ...init, credentials: "same-origin" }),
  base: "",
  headers: () => (csrf ? { "x-csrf-token": csrf } : {}),
});

/** Keeps what a session gives: the token that shows a request is ours. */
export function keepSession(info: SessionInfo): SessionInfo {
  csrf = info.csrf;
  takeOver(info.names);
  return info;
}

/** Headers for what `call` does not do: uploads. */
export function formHeaders(once: string): Record<string, string> {
  return { "x-csrf-token": csrf, "idempotency-key": once };
}

/** A fresh mark of one intention: a second press or a retry does the same thing once. */
export function onceKey(): string {
  return crypto.randomUUID();
}

/** Whether the server has said no. Of what was cut off nobody knows whether it was done: its key is kept for a retry. */
export function wasAnswered(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500;
}

/** True while the session of somebody who was at work is over. */
export const awayQuery = {
  queryKey: ["away"] as const,
  queryFn: () => false,
  initialData: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
};

/** The sign-in covers the page, and the page stays below it: what was typed is there afterwards. */
export function leave(): void {
  if (queries.getQueryData(sessionQuery.queryKey)) queries.setQueryData(awayQuery.queryKey, true);
  else queries.setQueryData(sessionQuery.queryKey, null);
}

function signedOut(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) leave();
}

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  mutationCache: new MutationCache({ onError: signedOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !(error instanceof ApiError && error.status < 500) && count < 2,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

/** The session, if there is one. */
export const sessionQuery = {
  queryKey: ["session"] as const,
  queryFn: async (): Promise<SessionInfo | null> => {
    try {
      return keepSession(await call(routes.session.whoAmI, {}));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
      const before = queries.getQueryData<SessionInfo | null>(sessionQuery.queryKey) ?? null;
      if (before) leave();
      return before;
    }
  },
  staleTime: 60_000,
};
