import type { Insertable } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { Db } from "../db.ts";
import type { SuggestionChoice } from "../schema.gen.ts";
import { inSight, type Reader } from "../case/sight.ts";
import { keptRow, openedRows, sealFor } from "../words/rows/kept-rows.ts";
import type { RowSeal } from "../words/rows/row-places.ts";
import { seesAll } from "./lists.ts";

/** Keeps what was proposed and what was chosen; once for each dispatch. */
export async function keepChoice(db: Db, seal: RowSeal, row: Insertable<SuggestionChoice>): Promise<void> {
  const own = await sealFor(db, seal, row.region_id, [row.case_id]);
  await db
    .insertInto("suggestion_choice")
    .values(keptRow(own, "suggestion_choice", row))
    .onConflict((same) => same.doNothing())
    .execute();
}

interface Between {
  readonly from: Instant;
  readonly before: Instant;
}

/** The choices of a time that the reader may see, newest first, those as proposed and those otherwise. */
export async function choicesBetween(db: Db, seal: RowSeal, reader: Reader, { from, before }: Between) {
  const rows = await db
    .selectFrom("suggestion_choice")
    .innerJoin("case", (join) =>
      join
        .onRef("case.region_id", "=", "suggestion_choice.region_id")
        .onRef("case.id", "=", "suggestion_choice.case_id"),
    )
    .selectAll("suggestion_choice")
    .select(["case.number", seesAll(reader)])
    .where("suggestion_choice.region_id", "=", reader.region)
    .where("suggestion_choice.at", ">=", from)
    .where("suggestion_choice.at", "<", before)
    .where(inSight(reader, "case.id"))
    .orderBy("suggestion_choice.at", "desc")
    .execute();
  return openedRows(seal, "suggestion_choice", rows);
}
