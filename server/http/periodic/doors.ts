import type { FastifyInstance } from "fastify";
import { periodic } from "../../../contract/periodic.ts";
import { periodicWorks } from "../../../domain/accountability/periodic.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { recordWork } from "../../actions/periodic/record-work.ts";
import { settle } from "../../actions/periodic/settle-decision.ts";
import { exportWork, takeWork } from "../../actions/periodic/take-work.ts";
import { overseen as bodiesUnder } from "../../record/oversight/supervision.ts";
import { areaPosts } from "../../record/oversight/statistics.ts";
import { overseeing } from "../../record/periodic/office.ts";
import { begunOn, circularsIssued } from "../../record/periodic/standing.ts";
import { decisionsOf } from "../../store/periodic/decisions.ts";
import { workById, worksOf } from "../../store/periodic/works.ts";
import { mustHold, type StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { fileTypes } from "../file-types.ts";
import { sendFile } from "../send-file.ts";
import { type Shop, worldOf } from "../shop.ts";
import { packToday, readerOf } from "../api/worklist.ts";
import { decisionLine, keptLine, workLine } from "./lines.ts";
import { materialView, openedWork } from "./material-view.ts";
import { deskFor, faultOf } from "./desk.ts";

/** What comes round under the regulation: what is due, its material, what was done; the supervising body does it. */
export function periodicDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;
  const setting = async (caller: StaffCaller) => {
    mustHold(caller, ...areaPosts);
    const world = await worldOf(shop);
    const pack = packToday(shop, world);
    return { world, pack, overseen: overseeing(world, pack, caller.actor) };
  };
  const keptWork = async (caller: StaffCaller, id: string) => {
    const { world, pack, overseen } = await setting(caller);
    const work = overseen && (await workById(house.db, region, overseen.office.id, id));
    if (!work) throw missing();
    return { world, pack, work };
  };

  hang(app, shop, periodic.list, async ({ caller }) => {
    const { world, pack, overseen } = await setting(caller);
    const today = dayOf(house.now());
    const begun = await begunOn(house.db, region, pack, today);
    if (!overseen) return { office: null, mayDo: false, begun, works: [], kept: [], decisions: [], bodies: [] };
    const { office, mayDo } = overseen;
    const rows = await worksOf(house.db, region, office.id);
    const circulars = await circularsIssued(house.db, region, office.id);
    const at = { pack, begun, today };
    return {
      office: { id: office.id, name: office.shortName },
      mayDo,
      begun,
      works: periodicWorks(pack).map((work) => workLine(work, { rows, circulars, office }, at, world)),
      kept: rows.map((row) => keptLine(row, world)),
      decisions: (await decisionsOf(house.db, region, office.id)).map((row) => decisionLine(row, world)),
      bodies: bodiesUnder(world, office.id).map((org) => ({ id: org.id, name: org.shortName })),
    };
  });

  hang(app, shop, periodic.material, async ({ params, query, caller }) => {
    const { world, pack, overseen } = await setting(caller);
    return materialView(deskFor(shop, caller, { world, pack, overseen }, params.measure), query);
  });

  hang(app, shop, periodic.record, async ({ params, body, caller, once }) => {
    mustHold(caller, "efficiencyOfficer");
    const { world, pack, overseen } = await setting(caller);
    if (!overseen?.mayDo) throw missing();
    const outcome = await recordWork(deskFor(shop, caller, { world, pack, overseen }, params.measure), body, once);
    if ("fault" in outcome) throw faultOf(outcome.fault, pack);
    return outcome.recorded;
  });

  hang(app, shop, periodic.settle, async ({ params, body, caller, once }) => {
    mustHold(caller, "efficiencyOfficer");
    const { overseen } = await setting(caller);
    if (!overseen?.mayDo) throw missing();
    const order = { region, actor: caller.actor, office: overseen.office.id, id: params.id, ...body };
    const outcome = await settle(house, order, once);
    if (outcome === "missing") throw missing();
    if (outcome === "dayWrong") throw fault(422, "periodic.settledDay");
    if (outcome === "conflict") throw fault(409, "periodic.settledBefore");
    return { done: true as const };
  });

  hang(app, shop, periodic.open, async ({ params, caller }) => {
    const { world, pack, work } = await keptWork(caller, params.id);
    return openedWork(shop, caller, work, pack, world);
  });

  for (const as of ["docx", "pdf"] as const) {
    hang(app, shop, periodic[as], async ({ params, caller, reply }) => {
      const { world, pack, work } = await keptWork(caller, params.id);
      const taker = { house, world, pack, actor: caller.actor, reader: readerOf(shop, caller) };
      const { name, bytes } = await takeWork(taker, work, as);
      return sendFile(reply, name, bytes, fileTypes[as]);
    });
  }

  hang(app, shop, periodic.export, async ({ params, query, caller, reply }) => {
    const { world, pack, work } = await keptWork(caller, params.id);
    const taker = { house, world, pack, actor: caller.actor, reader: readerOf(shop, caller) };
    const { name, bytes } = await exportWork(taker, work, query.purpose);
    return sendFile(reply, name, bytes, fileTypes.xlsx);
  });
}
