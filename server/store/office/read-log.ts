import { sql } from "kysely";
import type { Db } from "../db.ts";

/** One line of the log as its auditor reads it. */
export interface LogLine {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  readonly person_id: string | null;
  readonly org_id: string | null;
  readonly number: string | null;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface LogQuery {
  readonly from: string | null;
  readonly to: string | null;
  /** Part of a login, of an address, or of a case number; the ids of people whose name has it. */
  readonly q: string;
  readonly people: readonly string[];
  readonly page: number;
  readonly size: number;
}

/** Lines of the record of sign-ins and readings, the newest first. */
export async function accessLines(db: Db, region: string, whats: readonly string[] | null, query: LogQuery) {
  const { from, to, q, people, page, size } = query;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const lines = db
    .selectFrom("access_log as l")
    .leftJoin("case as c", (join) => join.onRef("c.region_id", "=", "l.region_id").onRef("c.id", "=", "l.case_id"))
    .where("l.region_id", "=", region)
    .$if(whats !== null, (x) => x.where("l.what", "in", whats ?? []))
    .$if(whats === null, (x) => x.where("l.what", "not in", ["signIn", "signInRefused", "rightRefused"]))
    .$if(from !== null, (x) => x.where(sql<boolean>`(l.at at time zone 'Asia/Shanghai')::date >= ${from}::date`))
    .$if(to !== null, (x) => x.where(sql<boolean>`(l.at at time zone 'Asia/Shanghai')::date <= ${to}::date`))
    .$if(q !== "", (x) =>
      x.where(sql<boolean>`(l.detail ->> 'login' like ${like} or l.detail ->> 'address' like ${like}
        or c.number like ${like} or l.person_id = any(${[...people]}::uuid[]))`),
    );
  const { n } = await lines.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  const rows = await lines
    .select(["l.id", "l.at", "l.what", "l.person_id", "l.org_id", "c.number", "l.reason", "l.detail"])
    .orderBy("l.at", "desc")
    .orderBy("l.id", "desc")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total: n, rows: rows as readonly LogLine[] };
}

/** Acts on units, people, calendars, settings and rights, the newest first. */
export async function officeLines(db: Db, region: string, { from, to, q, people, page, size }: LogQuery) {
  const lines = db
    .selectFrom("office_event as e")
    .where("e.region_id", "=", region)
    .where("e.stream", "in", ["registry", "rights", "calendar", "retention"])
    .$if(from !== null, (x) => x.where(sql<boolean>`(e.at at time zone 'Asia/Shanghai')::date >= ${from}::date`))
    .$if(to !== null, (x) => x.where(sql<boolean>`(e.at at time zone 'Asia/Shanghai')::date <= ${to}::date`))
    .$if(q !== "", (x) =>
      x.where(sql<boolean>`(e.actor ->> 'personId' = any(${[...people]}::text[])
        or coalesce(e.data ->> 'personId', e.data ->> 'id') = any(${[...people]}::text[]))`),
    );
  const { n } = await lines.select((eb) => eb.fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  const rows = await lines
    .select(["e.stream", "e.seq", "e.at", "e.type", "e.actor", "e.data"])
    .orderBy("e.at", "desc")
    .orderBy("e.stream")
    .orderBy("e.seq", "desc")
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total: n, rows };
}
