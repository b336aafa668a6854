import type { Instant } from "../../../domain/calendar/plain-date.ts";
import { type Case, type CaseId, unfiled } from "../../../domain/case/case.ts";
import { noChain } from "../../../domain/case/context.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import { evolveAll } from "../../../domain/case/evolve.ts";
import { isSealed, type SightRow, sightOf } from "../../../domain/case/sight.ts";
import { stateForm } from "../../../domain/case/stored/state-form.ts";
import { nextSteps } from "../../../domain/case/steps/next-step.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import type { Duty } from "../../../domain/duty/duty.ts";
import { enclosingDue } from "../../../domain/duty/enclosing.ts";
import type { PackId } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import { legRow } from "../../store/case/save.ts";
import { type AboutDuty, dutyRow } from "../../store/case/save-duties.ts";
import type { KeptRows } from "../../store/rebuilding/kept-rows.ts";
import { type BookedBreach, bookedBreaches } from "../../store/rebuilding/booked.ts";
import { veiled } from "../../store/words/veil.ts";
import type { World } from "../../store/world.ts";
import { searchWords } from "../finding/search-words.ts";
import { packOf } from "../perform.ts";

/** What the events of a case make of it, and of everything that is kept beside them. */
export interface MadeAnew {
  readonly kase: Case;
  /** The case is a sealed one: its state lies there sealed, and no search finds it. */
  readonly sealed: boolean;
  readonly duties: readonly Duty[];
  readonly about: AboutDuty;
  readonly sight: readonly SightRow[];
  readonly breaches: readonly BookedBreach[];
  readonly searchText: string | null;
}

/** Makes a case anew from its events, as of the moment when its rows were last written. Throws when they make none. */
export function makeAnew(house: House, world: World, kept: KeptRows, events: readonly CaseEvent[]): MadeAnew {
  const { row, content } = kept;
  const now = row.updated_at as Instant;
  const kase = evolveAll(unfiled(row.id as CaseId, row.pack_id as PackId, now), events);
  const pack = packOf(house, kase, world);
  const place = { pack, calendar: world.calendar(now), office: world.office, now };
  const duties = dutiesOf(kase, place);
  // What is left of an erased case tells nothing any more and is not sealed.
  const sealed = row.erased_at === null && isSealed(kase, pack);
  const found = !sealed && row.erased_at === null && content !== null && content.sealed === null;
  return {
    kase,
    sealed,
    duties,
    about: {
      within: (duty) => enclosingDue(duty, duties, pack.duties),
      next: (duty) => nextSteps(duty, kase, { ...place, chain: noChain }),
      place: (duty) => pack.duties.findIndex(({ id }) => id === duty.rule),
    },
    sight: sightOf(kase, pack, world.office),
    breaches: bookedBreaches(events, kase),
    searchText: found
      ? searchWords({
          number: row.number,
          title: row.title_given ?? row.title,
          content: content.content,
          place: row.place,
          sourceId: row.source_id,
        })
      : null,
  };
}

export type Row = Readonly<Record<string, unknown>>;
/** Rows of one kind by what tells them apart. */
export type Rows = ReadonlyMap<string, Row>;
export type AllRows = Readonly<Record<"case" | "leg" | "duty" | "sight" | "search" | "breach", Rows>>;

/** The rows as they ought to lie there. */
export function rowsMade(region: string, made: MadeAnew, kept: KeptRows): AllRows {
  const { kase, sealed } = made;
  const columns = {
    version: kase.version,
    stage: kase.stage,
    track: kase.track,
    subject: kase.subject,
    channel: kase.channel,
    pack_id: kase.packId,
    received_at: kase.receivedAt,
    final_audit: kase.finalAudit,
    repeat_of: kase.repeatOf,
    joined_to: kase.joinedTo ?? null,
    urgent: kase.urgent ?? kept.row.urgent,
    state_form: stateForm,
    sealed,
    // Of a sealed case it is what queries need: ids, codes, dates.
    shown: sealed ? veiled(kase) : null,
    ...stateParts(kase),
  };
  return {
    case: new Map([["", columns]]),
    leg: byKey(
      kase.legs.map((leg) => legRow(region, kase, leg)),
      (row) => row.leg_id,
    ),
    duty: byKey(
      made.duties.map((duty) => dutyRow(region, kase.id, duty, made.about)),
      (row) => row.duty_id,
    ),
    sight: byKey(
      made.sight.map(({ orgId, post, sees }) => ({ org_id: orgId, post, sees })),
      sightKey,
    ),
    search: made.searchText === null ? new Map() : new Map([["", { search_text: made.searchText }]]),
    breach: byKey(
      made.breaches.map((row) => ({ ...row })),
      (row) => row.duty_id,
    ),
  };
}

/** The rows as they lie there; `state`: the stored state, null when it cannot be read. */
export function rowsKept(kept: KeptRows, state: unknown): AllRows {
  const { row } = kept;
  const sealed = row.state_sealed !== null;
  const { version, stage, track, subject, channel, pack_id, received_at, final_audit, repeat_of, joined_to } = row;
  const columns = {
    version,
    stage,
    track,
    subject,
    channel,
    pack_id,
    received_at,
    final_audit,
    repeat_of,
    joined_to,
    urgent: row.urgent,
    state_form: row.state_form,
    sealed,
    shown: sealed ? row.state : null,
    ...stateParts(state),
  };
  const breaches = kept.breaches.map(({ withdrawn_at, ...breach }) => ({
    ...breach,
    withdrawn: withdrawn_at !== null,
  }));
  return {
    case: new Map([["", columns]]),
    leg: byKey(kept.legs, (leg) => leg.leg_id),
    duty: byKey(kept.duties, (duty) => duty.duty_id),
    sight: byKey(kept.sight, sightKey),
    search: kept.searchText === null ? new Map() : new Map([["", { search_text: kept.searchText }]]),
    breach: byKey(breaches, (breach) => breach.duty_id),
  };
}

function stateParts(state: unknown): Row {
  const parts = state !== null && typeof state === "object" ? Object.entries(state) : [];
  return Object.fromEntries(parts.map(([name, value]) => [`state.${name}`, value]));
}

function sightKey({ org_id, post }: { readonly org_id: string; readonly post: string }): string {
  return `${org_id}/${post}`;
}

function byKey<R extends Row>(rows: readonly R[], keyOf: (row: R) => string): Rows {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
