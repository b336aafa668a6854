import type { Db } from "../db.ts";

/** The lowest and the highest form in which the states of a region lie there; null where it has no cases. */
export async function storedForms(
  db: Db,
  region: string,
): Promise<{ readonly lowest: number; readonly highest: number } | null> {
  const row = await db
    .selectFrom("case")
    .select((eb) => [eb.fn.min("state_form").as("lowest"), eb.fn.max("state_form").as("highest")])
    .where("region_id", "=", region)
    .executeTakeFirst();
  const lowest: number | null | undefined = row?.lowest;
  return row === undefined || typeof lowest !== "number" ? null : { lowest, highest: row.highest };
}

/** Ids of cases after `after`, in their order: those whose state has a form below `form`, or all of them (null). */
export async function casesOfForm(
  db: Db,
  region: string,
  { after, form, limit }: { readonly after: string | null; readonly form: number | null; readonly limit: number },
): Promise<readonly string[]> {
  let query = db.selectFrom("case").select("id").where("region_id", "=", region).orderBy("id").limit(limit);
  if (after !== null) query = query.where("id", ">", after);
  if (form !== null) query = query.where("state_form", "<", form);
  return (await query.execute()).map(({ id }) => id);
}
