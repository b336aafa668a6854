import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Done } from "../../domain/case/decide.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { StoredCase } from "../store/case/load.ts";
import type { World } from "../store/world.ts";

/** A decision on its way into the database. */
export interface Recording {
  readonly stored: StoredCase;
  readonly done: Done;
  readonly pack: Pack;
  readonly world: World;
  readonly now: Instant;
  /** The query code, at filing only. */
  readonly code: string | null;
  /** The reply that a petitioner is pointed to when a repeat is not dispatched. */
  readonly lastReply?: string;
}
