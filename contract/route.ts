import type { z } from "zod";
import { errorReply } from "./errors.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Who may knock: `public` anybody, `staff` a session or token, `signedIn` a session that has not chosen a place yet. */
export type Audience = "public" | "signedIn" | "staff";

/** One door of the API: what goes in and what comes out, in one place for server, desk, documents and outsiders. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly audience: Audience;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** A file upload instead of JSON. */
  readonly upload?: true;
  /** A file instead of JSON. */
  readonly download?: true;
  readonly reply: z.ZodType;
  /** 200 unless something was made. */
  readonly status?: 200 | 201;
  /** How often it may be asked from one address in a minute, where that is less than for everything else. */
  readonly perMinute?: number;
  /**
   * Takes an `Idempotency-Key`: sent again with the same key, it does the same thing once. What makes something new does so
   * once in five minutes for the very same words too, where no key is given.
   */
  readonly once?: true;
}

/** What may go wrong anywhere. */
export const failures = {
  400: errorReply,
  401: errorReply,
  403: errorReply,
  404: errorReply,
  409: errorReply,
  422: errorReply,
  429: errorReply,
  500: errorReply,
  503: errorReply,
} as const;

type Of<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What a handler of a route is given. */
export interface Asked<R extends Route> {
  readonly params: Of<R["params"]>;
  readonly query: Of<R["query"]>;
  readonly body: Of<R["body"]>;
}

/** What a caller of a route must send. */
export type Sends<R extends Route> = (R["params"] extends z.ZodType ? { params: z.input<R["params"]> } : unknown) &
  (R["query"] extends z.ZodType ? { query?: z.input<R["query"]> } : unknown) &
  (R["body"] extends z.ZodType ? { body: z.input<R["body"]> } : unknown);

/** What a route answers when it succeeds. */
export type Replies<R extends Route> = z.output<R["reply"]>;

/** Writes a route down without losing its types. */
export function route<const R extends Route>(route: R): R {
  return route;
}
