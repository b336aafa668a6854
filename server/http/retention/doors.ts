import type { FastifyInstance } from "fastify";
import { type AppraisalLine, retention } from "../../../contract/trust/retention.ts";
import { dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Post } from "../../../domain/office/org.ts";
import { appraisalSheet } from "../../../domain/words/sheets/oversight-lists.ts";
import { exportedAtMost } from "../../actions/cases/export-cases.ts";
import { exportList } from "../../actions/oversight/export-list.ts";
import { decideOutcome, holdBack, listByHand, type Outcome, proposeOutcome } from "../../actions/retention/decide.ts";
import { type AppraisalState, appraisals } from "../../store/retention/appraisal.ts";
import type { World } from "../../store/world.ts";
import { sendSheet } from "../api/worklist.ts";
import { mustBeInPerson, mustHold, type StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { personName } from "../views/timeline-view.ts";
import { sheetRow } from "./sheet-row.ts";

const waiting: readonly AppraisalState[] = ["listed", "proposed", "agreed"];
const over: readonly AppraisalState[] = ["erased", "kept"];
/** Who keeps the list and proposes; who decides on a proposal; who may read it as well. */
const proposers: readonly Post[] = ["administrator", "bureauHead"];
const deciders: readonly Post[] = ["bureauHead", "securityOfficer"];

/** The appraisal list: numbers, days, kinds and ends, and no word of any case, so that the three seats may read it. */
export function retentionDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;
  const linesOf = async (world: World, caller: StaffCaller, done: boolean, limit: number, offset: number) => {
    const rows = await appraisals(house.db, region, { states: done ? over : waiting, limit, offset });
    return { total: Number(rows[0]?.total ?? 0), rows: rows.map((row) => lineView(row, world, caller)) };
  };

  hang(app, shop, retention.list, async ({ query, caller }) => {
    mustHold(caller, ...proposers, ...deciders, "logAuditor");
    const world = await worldOf(shop);
    const found = await linesOf(world, caller, query.done, query.size, (query.page - 1) * query.size);
    return { table: tableOf(world), ...found, mayPropose: holds(caller, proposers) };
  });

  hang(app, shop, retention.export, async ({ query, caller, reply }) => {
    mustHold(caller, ...proposers, ...deciders, "logAuditor");
    const world = await worldOf(shop);
    const found = await linesOf(world, caller, query.done, exportedAtMost, 0);
    const file = await exportList(house, world, caller.actor, {
      what: "appraisal",
      conditions: { done: query.done },
      purpose: query.purpose,
      name: appraisalSheet.file,
      columns: appraisalSheet.columns,
      rows: found.rows.map(sheetRow),
      total: found.total,
    });
    return sendSheet(reply, appraisalSheet.file, dayOf(house.now()), file);
  });

  hang(app, shop, retention.add, async ({ body, caller, once }) => {
    mustHold(caller, ...proposers);
    return done(await listByHand(house, { region, actor: caller.actor, ...body }, once));
  });

  hang(app, shop, retention.hold, async ({ body, caller, once }) => {
    mustHold(caller, ...proposers, ...deciders);
    return done(await holdBack(house, { region, actor: caller.actor, ...body }, once));
  });

  hang(app, shop, retention.propose, async ({ body, caller, once }) => {
    mustHold(caller, ...proposers);
    mustBeInPerson(caller);
    return done(await proposeOutcome(house, { region, actor: caller.actor, ...body }, once));
  });

  hang(app, shop, retention.decide, async ({ body, caller, once }) => {
    mustHold(caller, ...deciders);
    mustBeInPerson(caller);
    return done(await decideOutcome(house, { region, actor: caller.actor, ...body }, once));
  });
}

function holds({ posts }: StaffCaller, some: readonly Post[]): boolean {
  return posts.some((post) => some.includes(post));
}

function done(outcome: Outcome) {
  if ("done" in outcome) return { done: true as const };
  if (outcome.fault === "notFound") throw missing();
  throw fault(outcome.fault === "retention.own" ? 403 : 409, outcome.fault, { numbers: outcome.numbers.join("、") });
}

function tableOf({ region }: World) {
  const table = region.settings.retention;
  if (!table) return null;
  return { basis: table.basis, classes: table.classes.map(({ label, years }) => ({ label, years })) };
}

type Row = Awaited<ReturnType<typeof appraisals>>[number];

function lineView(row: Row, world: World, caller: StaffCaller): AppraisalLine {
  const named = (id: string | null) => (id === null ? "" : personName(world, id));
  return {
    id: row.case_id,
    number: row.number,
    receivedAt: row.received_at as Instant,
    subject: row.subject as AppraisalLine["subject"],
    stage: row.stage as AppraisalLine["stage"],
    basis: row.basis,
    dueOn: row.due_on as PlainDate | null,
    state: row.state as AppraisalState,
    because: [...row.because],
    heldWhy: row.held_why,
    proposal: row.proposal as AppraisalLine["proposal"],
    proposedBy: named(row.proposed_by),
    proposedAt: row.proposed_at,
    reason: row.reason ?? "",
    decidedBy: named(row.decided_by),
    decidedAt: row.decided_at,
    decision: row.decision ?? "",
    erasedAt: row.erased_at,
    mayDecide: row.state === "proposed" && holds(caller, deciders) && row.proposed_by !== caller.personId,
  };
}
