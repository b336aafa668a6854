import type pg from "pg";
import { linkHash } from "../../../server/store/chain.ts";
import type { FaultCode } from "../../../server/record/trust/fault.ts";
import type { Lived } from "./lived.ts";

/** One way in which an owner of the database rewrites what happened, and how it is found. */
export interface Manipulation {
  readonly name: string;
  readonly do: (db: Forger, lived: Lived) => Promise<unknown>;
  /** What `audit verify` says at least. */
  readonly verify: FaultCode;
  /** What the stand-alone checker says at least; null where the export does not carry it. */
  readonly check: string | null;
}

/** The owner's connection. */
export class Forger {
  readonly #pool: pg.Pool;
  readonly region: string;
  constructor(pool: pg.Pool, region: string) {
    this.#pool = pool;
    this.region = region;
  }

  /** A change that must hit something. */
  async sql(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    const result = await this.#pool.query(text, [...values]);
    if (result.rowCount === 0) throw new Error(`nothing was changed: ${text}`);
    return result;
  }

  async may(text: string, values: readonly unknown[] = []): Promise<void> {
    await this.#pool.query(text, [...values]);
  }

  /** Gives a case hashes that fit together again, as a forger with the source code would. */
  async rehash(caseId: string): Promise<void> {
    let previous: Buffer = Buffer.alloc(32);
    const { rows } = await this.sql(
      "select seq, type, at, actor, data from case_event where case_id = $1 order by seq",
      [caseId],
    );
    for (const { seq, type, at, actor, data } of rows) {
      const hash = linkHash(previous, { region: this.region, stream: caseId, seq, type, at, actor, data });
      await this.sql("update case_event set previous_hash = $3, hash = $4 where case_id = $1 and seq = $2", [
        caseId,
        seq,
        previous,
        hash,
      ]);
      previous = hash;
    }
  }

  /** Removes a case from every table that knows it. */
  async forget(caseId: string): Promise<void> {
    const { rows } = await this.sql(
      `select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname = 'case_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    );
    await this.may("delete from outbox_attempt where outbox_id in (select id from outbox where case_id = $1)", [
      caseId,
    ]);
    await this.may("delete from paper_service where paper_id in (select id from case_paper where case_id = $1)", [
      caseId,
    ]);
    for (const { name } of rows) await this.may(`delete from "${name}" where case_id = $1`, [caseId]);
    await this.sql('delete from "case" where id = $1', [caseId]);
  }
}

const last = "(select max(seq) from case_event where case_id = $1)";
const of = (text: string, pick: (lived: Lived) => string) => (db: Forger, lived: Lived) => db.sql(text, [pick(lived)]);
const plain = (text: string) => (db: Forger) => db.sql(text);

function row(name: string, how: Manipulation["do"], verify: FaultCode, check: string | null = verify): Manipulation {
  return { name, do: how, verify, check };
}

const events: readonly Manipulation[] = [
  row(
    "words of an event",
    of(
      `update case_event set data = data || '{"text":"没有修。"}' where case_id = $1 and type = 'replyDrafted'`,
      (l) => l.done,
    ),
    "eventChanged",
  ),
  row(
    "who acted",
    of(`update case_event set actor = '{"kind":"system"}' where case_id = $1 and seq = 1`, (l) => l.done),
    "eventChanged",
  ),
  row(
    "when it happened",
    of("update case_event set at = at - interval '2 hours' where case_id = $1 and seq = 2", (l) => l.done),
    "eventChanged",
  ),
  row(
    "an event in the middle removed",
    of("delete from case_event where case_id = $1 and seq = 2", (l) => l.done),
    "eventsMissing",
  ),
  row(
    "the last event of a case removed",
    of(`delete from case_event where case_id = $1 and seq = ${last}`, (l) => l.refused),
    "eventsMissing",
    "rowMissing",
  ),
  row(
    "two events exchanged",
    async (db, { done }) => {
      await db.sql("update case_event set seq = seq + 1000 where case_id = $1 and seq in (2, 3)", [done]);
      await db.sql("update case_event set seq = 1005 - seq where case_id = $1 and seq > 1000", [done]);
    },
    "chainBroken",
  ),
  row(
    "a case of a signed day rewritten and rehashed",
    async (db, { refused }) => {
      await db.sql(`update case_event set actor = '{"kind":"system"}' where case_id = $1`, [refused]);
      await db.rehash(refused);
    },
    "dayChanged",
  ),
  row(
    "the same, and the signed days from then on removed",
    async (db, { refused }) => {
      await db.sql(`update case_event set actor = '{"kind":"system"}' where case_id = $1`, [refused]);
      await db.rehash(refused);
      await db.sql("delete from day_root where day >= '2026-03-05'");
    },
    "dayMissing",
  ),
  row(
    "an event put to the end, with a hash that fits",
    async (db, { done }) => {
      const { rows } = await db.sql(`select * from case_event where case_id = $1 and seq = ${last}`, [done]);
      const { seq, at, hash: previous } = rows[0];
      const [type, actor, data] = ["noted", { kind: "system" }, { text: "已办结" }];
      const hash = linkHash(previous, { region: db.region, stream: done, seq: seq + 1, type, at, actor, data });
      const values = [db.region, done, seq + 1, type, at, actor, data, previous, hash];
      await db.sql(
        "insert into case_event (region_id, case_id, seq, type, at, actor, data, previous_hash, hash) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
        values,
      );
      await db.sql(`update "case" set version = version + 1 where id = $1`, [done]);
    },
    "rowAdded",
  ),
  row(
    "today's events rewritten and rehashed",
    async (db, { today }) => {
      await db.sql(`update case_event set data = data || '{"choice":"nonPublic"}' where case_id = $1 and seq = 1`, [
        today,
      ]);
      await db.rehash(today);
    },
    "rowChanged",
  ),
  row(
    "today's last event dropped, the version with it",
    async (db, { today }) => {
      await db.sql(`delete from case_event where case_id = $1 and seq = ${last}`, [today]);
      await db.sql(`update "case" set version = version - 1 where id = $1`, [today]);
    },
    "rowMissing",
  ),
  row("a whole case of today gone", (db, { today }) => db.forget(today), "rowMissing"),
  row("a whole case of a signed day gone", (db, { refused }) => db.forget(refused), "dayChanged"),
  row(
    "a whole case of today gone, its voucher too",
    async (db, { today }) => {
      await db.forget(today);
      await db.sql("delete from voucher where rows::text like '%' || $1 || '%'", [today]);
    },
    "voucherMissing",
  ),
  row(
    "an event of the office changed",
    plain(`update office_event set data = data || '{"year": 2040}' where stream = 'calendar'`),
    "eventChanged",
  ),
  row("an event of the office removed", plain("delete from office_event where stream = 'calendar'"), "dayChanged"),
  row(
    "the last event of an office stream dropped",
    plain(
      "delete from office_event where stream = 'papers' and seq = (select max(seq) from office_event where stream = 'papers')",
    ),
    "rowMissing",
  ),
  row(
    "an event counted in another day",
    of("update case_event set counted_on = '2026-03-10' where case_id = $1 and seq = 1", (l) => l.done),
    "dayChanged",
  ),
];

const days: readonly Manipulation[] = [
  row(
    "the last signed day removed",
    plain("delete from day_root where day = (select max(day) from day_root)"),
    "dayMissing",
  ),
  row("all signed days removed", plain("delete from day_root"), "dayMissing"),
  row("a signed day in the middle removed", plain("delete from day_root where day = '2026-03-10'"), "dayMissing"),
  row(
    "the count of a signed day",
    plain("update day_root set events = events + 1 where day = '2026-03-02'"),
    "dayChanged",
  ),
  row(
    "the root of a signed day",
    plain("update day_root set root = sha256(root) where day = '2026-03-02'"),
    "signatureWrong",
  ),
  row(
    "a signature",
    plain("update day_root set signature = sha256(signature) where day = '2026-03-02'"),
    "signatureWrong",
  ),
  row(
    "when a day was signed",
    plain("update day_root set signed_at = signed_at - interval '5 days' where day = '2026-03-02'"),
    "rowChanged",
  ),
];

const words: readonly Manipulation[] = [
  row(
    "the petitioner's words",
    of("update case_content set content = '路灯很好。' where case_id = $1", (l) => l.done),
    "wordsChanged",
    "rowChanged",
  ),
  row(
    "the petitioner's claim",
    of("update case_content set claim = '不要赔偿' where case_id = $1", (l) => l.done),
    "rowChanged",
  ),
  row(
    "words removed",
    of("delete from case_content where case_id = $1", (l) => l.today),
    "rowMissing",
  ),
  row(
    "a published answer",
    of("update publication set answer = '已圆满解决。' where case_id = $1", (l) => l.done),
    "rowChanged",
  ),
  row(
    "a published answer hidden",
    of("update publication set taken_down_at = now() where case_id = $1", (l) => l.done),
    "publicationDiffers",
    "rowChanged",
  ),
  row(
    "a published answer removed",
    of("delete from publication where case_id = $1", (l) => l.done),
    "publicationDiffers",
    "rowMissing",
  ),
  row("a message sent out", plain("update outbox set body = '您的来件不予受理。'"), "rowChanged"),
  row("whether a message went out", plain("update outbox set state = 'delivered', settled_at = now()"), "rowChanged"),
  row(
    "a message removed",
    plain("delete from outbox where id = (select id from outbox order by id limit 1)"),
    "rowMissing",
  ),
  row(
    "whom a message went to",
    plain("update outbox set recipient_sealed = '\\x00', recipient_masked = '139****9999'"),
    "rowChanged",
  ),
];

const cases: readonly Manipulation[] = [
  row(
    "the state that the engine decides on",
    of(`update "case" set state = jsonb_set(state, '{track}', '"internal"') where id = $1`, (l) => l.done),
    "caseDiffers",
    "rowChanged",
  ),
  row(
    "the stage",
    of(`update "case" set stage = 'archived' where id = $1`, (l) => l.today),
    "caseDiffers",
    "rowChanged",
  ),
  row(
    "when a case came in",
    of(`update "case" set received_at = received_at + interval '9 days' where id = $1`, (l) => l.phoned),
    "caseDiffers",
    "rowChanged",
  ),
  row(
    "the title",
    of(`update "case" set title = '表扬信' where id = $1`, (l) => l.today),
    "rowChanged",
  ),
  row(
    "the number",
    of(`update "case" set number = number || '9' where id = $1`, (l) => l.today),
    "rowChanged",
  ),
  row(
    "the query code",
    of(`update "case" set code_hash = sha256(code_hash) where id = $1`, (l) => l.today),
    "rowChanged",
  ),
  row(
    "whose turn it is",
    of("update leg set org_id = 'housing' where case_id = $1", (l) => l.phoned),
    "rowChanged",
  ),
  row(
    "a due date",
    of("update duty set due_on = due_on + 30 where case_id = $1", (l) => l.phoned),
    "rowChanged",
  ),
  row(
    "a duty removed",
    of("delete from duty where case_id = $1", (l) => l.phoned),
    "rowMissing",
  ),
  row(
    "who may see a case",
    of("update case_sight set sees = 'none' where case_id = $1", (l) => l.today),
    "rowChanged",
  ),
  row(
    "another who may see a case",
    of(
      "insert into case_sight select region_id, case_id, 'housing', 'clerk', 'all' from case_sight where case_id = $1 limit 1",
      (l) => l.today,
    ),
    "rowAdded",
  ),
  row(
    "a petitioner exchanged for another",
    (db, { today, done }) =>
      db.sql(
        "update petitioner p set sealed = o.sealed, phone_lookup = o.phone_lookup from petitioner o where p.case_id = $1 and o.case_id = $2",
        [today, done],
      ),
    "rowChanged",
  ),
  row(
    "a petitioner removed",
    of("delete from petitioner where case_id = $1", (l) => l.refused),
    "rowMissing",
  ),
  row(
    "the cause of a breach",
    plain("update breach set cause = 'notHuman', cause_note = '系统故障' where cause is not null"),
    "breachDiffers",
    "rowChanged",
  ),
  row(
    "a breach withdrawn",
    plain("update breach set withdrawn_at = now(), withdrawn_why = 'notAsked'"),
    "breachDiffers",
    "rowChanged",
  ),
  row("a breach removed", plain("delete from breach where cause is null"), "breachDiffers", "rowMissing"),
  row("who answers for a breach", plain("update breach set responsible = '[]'"), "rowChanged"),
];

const files: readonly Manipulation[] = [
  row(
    "the bytes of a file",
    plain("update file_content set bytes = 'other' where sha256 = sha256('%PDF-1.7 invented')"),
    "fileChanged",
    "fileChanged",
  ),
  row(
    "the bytes of a file removed",
    plain("delete from file_content where sha256 = sha256('%PDF-1.7 invented')"),
    "fileMissing",
    "fileMissing",
  ),
  row(
    "a file exchanged with its hash",
    async (db) => {
      await db.sql("insert into file_content values ($1, sha256('other'), 'other')", [db.region]);
      await db.sql("update attachment set sha256 = sha256('other'), size = 5");
    },
    "rowChanged",
  ),
  row("the name of a file", plain("update attachment set name = '无关.pdf'"), "rowChanged"),
  row("a file removed", plain("delete from attachment"), "rowMissing"),
  row(
    "the bytes of a paper",
    plain("update file_content set bytes = 'pdf of another' where sha256 = sha256('pdf of a paper')"),
    "fileChanged",
    "fileChanged",
  ),
  row(
    "the number of a paper",
    plain("update case_paper set n = 7, number = '城管信复〔2026〕第7号'"),
    "paperDiffers",
    "rowChanged",
  ),
  row("how a paper was served", plain("update paper_service set result = 'refused'"), "rowChanged"),
  row(
    "a paper removed",
    async (db) => {
      await db.sql("delete from paper_service");
      await db.sql("delete from case_paper");
    },
    "paperDiffers",
    "rowMissing",
  ),
];

const rights: readonly Manipulation[] = [
  row(
    "a post turned into administrator",
    plain("update holding set post = 'administrator' where id = (select id from holding order by id limit 1)"),
    "rowChanged",
  ),
  row(
    "a post given",
    plain(
      "insert into holding select region_id, gen_random_uuid(), person_id, org_id, 'administrator', valid_from from holding limit 1",
    ),
    "rowAdded",
  ),
  row(
    "a post taken",
    plain("update holding set valid_to = valid_from where id = (select id from holding order by id limit 1)"),
    "rowChanged",
  ),
  row(
    "a password",
    plain("update account set password_hash = 'other' where id = (select id from account order by id limit 1)"),
    "rowChanged",
  ),
  row(
    "whose account it is",
    plain(
      "update account set person_id = (select id from person where id <> account.person_id order by id desc limit 1) where id = (select id from account order by id limit 1)",
    ),
    "rowChanged",
  ),
  row(
    "a token",
    plain(
      "insert into api_token (region_id, id, token_hash, name, person_id, org_id, created_at, expires_at) select region_id, gen_random_uuid(), 'x', 'x', person_id, org_id, now(), now() + interval '1 year' from holding limit 1",
    ),
    "rowAdded",
  ),
  row(
    "a name",
    plain("update person set name = '别人' where id = (select id from person order by id limit 1)"),
    "rowChanged",
  ),
  row("the tree of the units", plain("update org set parent_id = 'bureau' where id = 'urban'"), "rowChanged"),
  row(
    "a setting of the region",
    plain(`update region set settings = settings || '{"secondFactor":"optional","footer":["x"]}'`),
    "rowChanged",
  ),
];

const readings: readonly Manipulation[] = [
  row("who read", plain("update access_log set person_id = null where what = 'reveal'"), "rowChanged"),
  row("why it was read", plain("update access_log set reason = '其他' where what = 'reveal'"), "rowChanged"),
  row("a reading removed", plain("delete from access_log where what = 'openSealed'"), "rowMissing"),
  row("all readings removed", plain("delete from access_log"), "rowMissing"),
  row(
    "a reading put into the past",
    plain(
      "insert into access_log (region_id, id, at, what, person_id) select region_id, gen_random_uuid(), at - interval '1 day', 'reveal', person_id from access_log limit 1",
    ),
    "rowAdded",
  ),
];

const heads: readonly Manipulation[] = [
  row(
    "what a voucher says",
    plain("update voucher set rows = jsonb_set(rows, '{0,2}', to_jsonb(repeat('0', 64))) where leaf = 3"),
    "voucherChanged",
  ),
  row(
    "a voucher with a row that fits",
    async (db, { today }) => {
      const { rows } = await db.sql("select n, rows from voucher where rows::text like '%' || $1 || '%'", [today]);
      const said = (rows[0].rows as [string, string, string][]).filter(([table]) => table !== "petitioner");
      await db.sql("delete from petitioner where case_id = $1", [today]);
      await db.sql("update voucher set rows = $2 where n = $1", [rows[0].n, JSON.stringify(said)]);
    },
    "voucherChanged",
  ),
  row("a voucher removed", plain("delete from voucher where leaf = 3"), "voucherMissing"),
  row(
    "two vouchers exchanged",
    async (db) => {
      await db.sql("update voucher set leaf = leaf + 100000 where leaf in (2, 3)");
      await db.sql("update voucher set leaf = 100005 - leaf where leaf > 99999");
    },
    "historyDiffers",
  ),
  row(
    "a voucher with another's signature",
    plain("update voucher v set signature = o.signature from voucher o where v.leaf = 3 and o.leaf = 4"),
    "voucherChanged",
  ),
  row(
    "a head",
    plain(
      "update checkpoint set root = sha256(root), note = replace(note, 'huiyin', 'huiyim') where size = (select max(size) from checkpoint)",
    ),
    "headChanged",
  ),
  row(
    "everything since this morning, cut off cleanly",
    async (db, { today, head }) => {
      const size = Number(head.split("\n")[1]);
      await db.forget(today);
      await db.sql("delete from voucher where leaf is null or leaf >= $1", [size]);
      await db.sql("delete from checkpoint where size > $1", [size]);
    },
    "historyRewound",
    null,
  ),
];

const ways: readonly Manipulation[] = [
  row(
    "the application given the right to change events",
    plain("grant update on case_event to huiyin_app"),
    "rightsWidened",
    null,
  ),
  row(
    "a trigger that changes what is filed",
    async (db) => {
      await db.may("create function quietly() returns trigger language plpgsql as 'begin return null; end'");
      await db.may("create trigger quietly before insert on access_log for each row execute function quietly()");
    },
    "triggerAdded",
    null,
  ),
  row(
    "the words that a case is found by",
    of("update case_search set search_text = 'x' where case_id = $1", (l) => l.today),
    "rowChanged",
  ),
  row(
    "a case hidden from the search",
    of("delete from case_search where case_id = $1", (l) => l.today),
    "rowMissing",
  ),
];

const newestYear = "id = (select max(id::text)::uuid from calendar_version where region_id is null)";

/** Legal dates are counted by these rows; those of the house belong to every region. */
const calendars: readonly Manipulation[] = [
  row(
    "a day off taken out of the calendar of the house",
    plain(`update calendar_version set holidays = '{}' where ${newestYear}`),
    "rowChanged",
  ),
  row(
    "a working day made of a Sunday",
    plain(`update calendar_version set make_up_days = '{"2026-03-22": "x"}' where ${newestYear}`),
    "rowChanged",
  ),
  row(
    "an older calendar made the newest",
    plain(`update calendar_version set loaded_at = loaded_at + interval '1 microsecond' where ${newestYear}`),
    "rowChanged",
  ),
  row(
    "a calendar of the house added",
    plain(`insert into calendar_version select '00000000-0000-4000-8000-000000000001', year, effective_from, source,
      '{}', '{}', now() from calendar_version where ${newestYear}`),
    "rowAdded",
  ),
  row(
    "a calendar of the region's own added",
    plain(`insert into calendar_version (id, region_id, year, source, holidays, make_up_days, loaded_at)
      select '00000000-0000-4000-8000-000000000002', id, 2026, 'x', '{}', '{}', now() from region`),
    "rowAdded",
  ),
  row("a calendar removed", plain(`delete from calendar_version where ${newestYear}`), "rowMissing"),
  row(
    "a calendar of the house made the region's own",
    plain(`update calendar_version set region_id = (select min(id) from region) where ${newestYear}`),
    "rowChanged",
  ),
];

export const manipulations: readonly Manipulation[] = [
  ...events,
  ...days,
  ...words,
  ...cases,
  ...files,
  ...rights,
  ...readings,
  ...heads,
  ...ways,
  ...calendars,
];
