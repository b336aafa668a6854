import { globSync, readFileSync } from "node:fs";
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, DummyDriver, sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { DB } from "../schema.gen.ts";
import { vouched } from "./vouched-rows.ts";
import { writingOf } from "./writing.ts";

const db = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

describe("what a statement writes", () => {
  it("is seen in statements of every kind on a table of the list, and in no others", () => {
    const table = "breach";
    expect(writingOf(db.updateTable("breach").set({ cause: "human" }).compile())).toEqual({
      table,
      removes: false,
      returns: false,
    });
    expect(writingOf(db.deleteFrom("breach").returning("id").compile())).toEqual({
      table,
      removes: true,
      returns: true,
    });
    expect(writingOf(db.insertInto("breach").defaultValues().compile())).toMatchObject({ table, removes: false });
    expect(writingOf(db.selectFrom("breach").select("id").compile())).toBeNull();
    expect(writingOf(db.deleteFrom("session").compile())).toBeNull();
    expect(writingOf(sql`update breach set cause = null /* writes breach */`.compile(db))).toMatchObject({ table });
    expect(writingOf(sql`select 1`.compile(db))).toBeNull();
  });

  it("is said by every statement in words of its own that writes a table of the list", () => {
    const writes = /\b(?:insert into|update|delete from)\s+(?:public\.)?"?(\w+)"?\b/g;
    const silent = globSync("server/{record,actions,jobs,http,store}/**/*.ts")
      .filter((path) => !path.includes(".test.") && !path.endsWith("undump.ts"))
      .flatMap((path) => {
        const text = readFileSync(path, "utf8");
        const own = [...text.matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].map((found) => found[1] ?? "");
        return own.flatMap((statement) =>
          [...statement.matchAll(writes)]
            .map((found) => found[1] ?? "")
            .filter((table) => Object.hasOwn(vouched, table) && !statement.includes(`/* writes ${table} */`))
            .map((table) => `${path}: ${table}`),
        );
      });
    expect(silent).toEqual([]);
  });
});
