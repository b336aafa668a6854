import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshHouse, freshHouse } from "../../scenarios/fresh-house.ts";
import { openDb } from "./db.ts";
import { openPool } from "./pools.ts";

let house: FreshHouse;
beforeAll(async () => {
  house = await freshHouse();
});
afterAll(() => house.close());

async function onOneConnection<T>(work: (db: ReturnType<typeof openDb>) => Promise<T>): Promise<T> {
  const pool = openPool(house.url, null, 1);
  try {
    return await work(openDb(pool, null));
  } finally {
    await pool.end();
  }
}

function keptStatements(db: ReturnType<typeof openDb>) {
  return sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db).then(({ rows }) => rows);
}

it("a statement is planned once on its connection and answers each call by its own values", async () => {
  await onOneConnection(async (db) => {
    const name = (id: string) => db.selectFrom("region").select("name").where("id", "=", id).executeTakeFirst();
    expect(await name(house.region)).toEqual({ name: "福州市（演示）" });
    expect(await name("nowhere")).toBeUndefined();
    expect(await name(house.region)).toEqual({ name: "福州市（演示）" });
    expect(await keptStatements(db)).toEqual([{ statement: expect.stringContaining('"region"') }]);
  });
});

it("whole rows can be read before and after a migration adds a column", async () => {
  await onOneConnection(async (db) => {
    const rows = () => db.selectFrom("region").selectAll().where("id", "=", house.region).execute();
    const [before] = await rows();
    await sql`alter table region add column added int default 7`.execute(db);
    const [after] = await rows();
    expect(after).toEqual({ ...before, added: 7 });
  });
});

it("texts that only lists of changing length make do not pile up on the server", async () => {
  await onOneConnection(async (db) => {
    for (let n = 1; n <= 260; n += 1) {
      const ids = Array.from({ length: n }, (_, i) => `nowhere-${i}`);
      const found = await db
        .selectFrom("region")
        .select("id")
        .where("id", "in", [...ids, house.region])
        .execute();
      expect(found).toEqual([{ id: house.region }]);
    }
    expect((await keptStatements(db)).length).toBe(200);
  });
});

it("a refused statement leaves its connection usable", async () => {
  await onOneConnection(async (db) => {
    const divide = (by: number) => sql<{ n: number }>`select 6 / ${by}::int as n`.execute(db);
    await expect(divide(0)).rejects.toThrow("division by zero");
    expect((await divide(2)).rows).toEqual([{ n: 3 }]);
  });
});
