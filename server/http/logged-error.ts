/** What the log may say of an error. The database quotes the failing row in its details, and rows hold persons. */
export function loggedError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  return { type: error.constructor.name, message: error.message, stack: error.stack, code, table, constraint };
}
