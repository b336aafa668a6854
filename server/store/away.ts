/**
 * What PostgreSQL and the network say when a request cannot be served now: the connection broke or was never made, the
 * server stops, starts or has no room, a lock or a statement took too long. Nothing of it is a mistake in the request.
 */
const codes: readonly string[] = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "25P03",
  "53100",
  "53200",
  "53300",
  "55P03",
  "57014",
  "57P01",
  "57P02",
  "57P03",
];

/** The driver gives these no code. */
const sentences = [
  "Connection terminated",
  "Client has encountered a connection error",
  "Query read timeout",
  "timeout exceeded when trying to connect",
  "Postgres connection has been discarded",
];

/** Too many requests of one region wait for the database already. */
export class NoConnectionFree extends Error {}

/** Whether an error says that the database is away or too busy: the same request may well succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof NoConnectionFree) return true;
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && (codes.includes(code) || code.startsWith("08"))) return true;
  if (sentences.some((start) => error.message.startsWith(start))) return true;
  return error instanceof AggregateError ? error.errors.some(isDatabaseAway) : false;
}

const collisions: readonly unknown[] = ["40001", "40P01"];

/** Whether two transactions ran into each other and the database has undone this one: it may be done again. */
export function isCollision(error: unknown): boolean {
  return error instanceof Error && collisions.includes((error as { code?: unknown }).code);
}
