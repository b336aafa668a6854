import { type RawBuilder, sql } from "kysely";
import type { Counted } from "../oversight/counted-parts.ts";

/** A case that everybody at work may know to exist: what goes out to many bodies speaks of no other. */
export function unsealed({ sealedGrounds }: Pick<Counted, "sealedGrounds">): RawBuilder<boolean> {
  return sql`(c.subject = 'ordinary' and c.state->>'accused' is null
    and coalesce(c.pack_id || '/' || (c.state->>'ground') <> all(${sealedGrounds}::text[]), true))`;
}
