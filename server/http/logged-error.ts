/** An error as the log has it. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly [fact: string]: unknown;
}

/** What the log may say of an error. The database quotes the failing row in its details, and rows hold persons. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  return { type: error.constructor.name, message: error.message, stack: error.stack ?? "", code, table, constraint };
}
