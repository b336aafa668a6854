import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { isDatabaseAway } from "./away.ts";

/** Every connection keeps its statements; more texts than this are only made by lists of changing length. */
const statementsKept = 200;

/** A pool whose statements are parsed and planned once for each connection instead of with every call. */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? wrap(client, (text) => nameOf(text, names));
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

/**
 * A connection that was lost, or that hangs in a statement which was given up, is not asked again: what follows on it
 * (a rollback above all) fails at once with the same error, and the pool throws it away.
 */
function wrap(client: pg.PoolClient, name: (text: string) => string | null): PostgresPoolClient {
  let lost: unknown = null;
  const query = async (text: string, parameters: readonly unknown[]) => {
    if (lost !== null) throw lost;
    try {
      return await ask(client, name, text, parameters);
    } catch (error) {
      if (endsConnection(error)) lost = error;
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient["query"],
    release: (destroy) => client.release(destroy || lost !== null),
  };
}

function ask(
  client: pg.PoolClient,
  name: (text: string) => string | null,
  text: string,
  parameters: readonly unknown[],
): Promise<pg.QueryResult> {
  if (parameters.length === 0) return client.query(text);
  const named = name(text);
  const values = [...parameters];
  return named === null ? client.query(text, values) : client.query({ name: named, text, values });
}

/** A statement that took too long, met a lock or found no room leaves its connection as good as it was. */
const connectionGoesOn: readonly unknown[] = ["53100", "53200", "55P03", "57014"];

function endsConnection(error: unknown): boolean {
  return isDatabaseAway(error) && !connectionGoesOn.includes((error as { code?: unknown }).code);
}

/** Null for a text that is not kept: `*` would break when a migration adds a column to a table behind its back. */
function nameOf(text: string, names: Map<string, string>): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= statementsKept || text.includes("*")) return null;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
