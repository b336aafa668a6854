import { sql } from "kysely";
import type { Instant } from "../../../domain/calendar/plain-date.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import type { Db } from "../db.ts";
import type { OpenFacts } from "../words/veil.ts";

/** A case with everything that its events must agree with. */
export interface CaseAsStored {
  readonly row: {
    readonly id: string;
    readonly packId: string;
    readonly updatedAt: Instant;
    readonly urgent: boolean;
    /** By the names of the engine's case. */
    readonly facts: Readonly<Record<string, unknown>>;
    readonly breaches: readonly { readonly duty: string; readonly withdrawn: boolean }[];
    readonly publications: readonly { readonly matter: string; readonly takenDown: boolean }[];
  };
  readonly events: readonly CaseEvent[];
  /** The petitioner's words; null once they are erased. */
  readonly content: string | null;
  /** The same of a sealed case. */
  readonly sealed: Buffer | null;
}

const casesAtOnce = 100;

/** An event; its sealed data in base64. */
type StoredEvent = CaseEvent & { readonly sealed: string | null };

interface Found {
  readonly id: string;
  readonly packId: string;
  readonly updatedAt: Instant;
  readonly urgent: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly content: string | null;
  readonly sealed: Buffer | null;
  readonly stateSealed: Buffer | null;
  readonly events: readonly StoredEvent[] | null;
  readonly breaches: CaseAsStored["row"]["breaches"];
  readonly publications: CaseAsStored["row"]["publications"];
}

/** All cases of a region in batches, by id. */
export async function* storedCases(db: Db, open: OpenFacts, region: string): AsyncGenerator<readonly CaseAsStored[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows }: { rows: Found[] } = await sql<Found>`
      select c.id::text as id, c.pack_id as "packId", c.updated_at as "updatedAt", c.urgent,
        jsonb_build_object('state', c.state, 'version', c.version, 'stage', c.stage, 'track', c.track,
          'subject', c.subject, 'channel', c.channel, 'packId', c.pack_id, 'finalAudit', c.final_audit,
          'repeatOf', c.repeat_of, 'joinedTo', c.joined_to, 'urgent', c.urgent, 'receivedAt',
          to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as facts,
        w.content, w.sealed, c.state_sealed as "stateSealed",
        (select jsonb_agg(jsonb_build_object('type', e.type, 'by', e.actor, 'data', e.data, 'sealed', encode(e.sealed, 'base64'), 'at',
            to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.seq)
          from case_event e where e.region_id = c.region_id and e.case_id = c.id) as events,
        coalesce((select jsonb_agg(jsonb_build_object('duty', b.duty_id, 'withdrawn', b.withdrawn_at is not null))
          from breach b where b.region_id = c.region_id and b.case_id = c.id), '[]') as breaches,
        coalesce((select jsonb_agg(jsonb_build_object('matter', p.matter_id, 'takenDown', p.taken_down_at is not null))
          from publication p where p.region_id = c.region_id and p.case_id = c.id), '[]') as publications
      from "case" c left join case_content w on w.region_id = c.region_id and w.case_id = c.id
      where c.region_id = ${region} and c.id > ${after}::uuid order by c.id limit ${casesAtOnce}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ content, sealed, events, stateSealed, facts, ...row }) => ({
      row: { ...row, facts: { ...facts, state: open("state", { plain: facts["state"], sealed: stateSealed }) } },
      events: (events ?? []).map((event) => openedEvent(open, event)),
      content,
      sealed,
    }));
    after = last.id;
  }
}

function openedEvent(open: OpenFacts, { sealed, ...event }: StoredEvent): CaseEvent {
  const bytes = sealed === null ? null : Buffer.from(sealed, "base64");
  return { ...event, data: open("event", { plain: event.data, sealed: bytes }) } as CaseEvent;
}
