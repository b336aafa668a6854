import type { ErrorReply } from "./errors.ts";
import type { Replies, Route, Sends } from "./route.ts";

/** A reply that is no success, with everything that the server says about it. */
export class ApiError extends Error {
  readonly status: number;
  readonly error: ErrorReply["error"];

  constructor(status: number, error: ErrorReply["error"]) {
    super(error.message);
    this.status = status;
    this.error = error;
  }
}

/** How a client reaches the server. */
export interface Reach {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly base: string;
  /** Headers of every request: the session's form token, or a bearer token. */
  readonly headers: () => Readonly<Record<string, string>>;
}

export interface CallOptions {
  /** Sent again with the same key, it happens once. */
  readonly once?: string;
  readonly signal?: AbortSignal;
}

/** Calls a route of the contract; parameters, body and reply are typed by it. */
export type Call = <R extends Route>(route: R, sends: Sends<R>, options?: CallOptions) => Promise<Replies<R>>;

interface AnySends {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly body?: unknown;
}

/** Where a route leads with these parameters. */
export function addressOf(route: Route, sends: AnySends): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(sends.params?.[name] ?? ""));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(sends.query ?? {})) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A key for a write that nobody repeats. Unlike `randomUUID`, what it is made with is there over plain http too. */
function freshKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A typed client made from the route table; nothing is generated. */
export function client(reach: Reach): Call {
  return async (route, sends, options = {}) => {
    const { body } = sends as AnySends;
    const headers: Record<string, string> = { accept: "application/json", ...reach.headers() };
    if (body !== undefined) headers["content-type"] = "application/json";
    const once = options.once ?? (route.once ? freshKey() : null);
    if (once) headers["idempotency-key"] = once;
    const response = await reach.fetch(`${reach.base}${addressOf(route, sends as AnySends)}`, {
      method: route.method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new ApiError(response.status, (answer as ErrorReply).error);
    return answer as Replies<typeof route>;
  };
}
