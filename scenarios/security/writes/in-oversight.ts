import { expect } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { sweep } from "../../../server/jobs/sweep.ts";
import type { City } from "../../city.ts";
import { breaches, decide, march, proposals, sent } from "../../clauses/efficiency-desk.ts";
import { at, file, send } from "../../steps.ts";

/** Letters to leaders, causes and sanctions, and a year of holidays. */
export async function leaders(city: City): Promise<void> {
  const { id } = await file(city, { content: "拆迁安置房十年未交付。" });
  await send(city, id, "gulou-bureau");
  const { call } = await at(city, "gulou-bureau.dispatcher");
  const { addressees } = await call(routes.escalations.list, {});
  const [to, copyTo] = ["办公厅（室）分管领导", "党委、政府分管领导"].map((post) => {
    const found = addressees.find((one) => one.post === post);
    return { orgId: found?.orgId as never, personId: found?.personId as never };
  });
  if (!to || !copyTo) throw new Error("no leaders");
  const letter = { title: "安置房问题", summary: "请协调。", cases: [id as never], to, copyTo };
  const sentLetter = await call(routes.escalations.send, { body: letter });
  await call(routes.escalations.recordInstruction, { params: { id: sentLetter.id }, body: { text: "请牵头。" } });
}

export async function oversight(city: City): Promise<void> {
  const { number, id } = await sent(city, "water", "2026-03-02", "水管爆了，请修。");
  await (await at(city, "water.clerk")).open(id);
  city.at("2026-03-17 00:05");
  await sweep(city.house);
  const { call } = await at(city, "efficiency.officer");
  const lapse = (await breaches(city, "water")).find((row) => row.number === number && row.needsCause);
  await decide(city, lapse?.id ?? "", "human");
  const [open] = await proposals(city, "water");
  const decision = { decision: "decided" as const, note: "会议决定。" };
  await call(routes.efficiency.decideProposal, { params: { id: open?.id ?? "" }, body: decision });
  const item = { orgId: "water" as never, breaches: [lapse?.id ?? ""], note: "责任制不落实。" };
  await call(routes.efficiency.openPrincipalItem, { body: item });
  await call(routes.efficiency.issueCircular, { body: march });
  const halfMarch = { from: "2026-03-01", to: "2026-03-16", heldOn: "2026-03-17" };
  await call(routes.periodic.record, { params: { measure: "circular-period" }, body: halfMarch });
}

/** An inspection decides something, and it is done. */
export async function decided(city: City): Promise<void> {
  const { call } = await at(city, "supervision.head");
  const { bodies, begun } = await call(routes.periodic.list, {});
  const [body] = bodies;
  if (!body) throw new Error("no body to decide for");
  const decisions = [{ orgId: body.id as never, what: "整改", until: begun }];
  const days = { from: begun, to: begun, heldOn: begun };
  await call(routes.periodic.record, { params: { measure: "regular-inspection" }, body: { ...days, decisions } });
  const [open] = (await call(routes.periodic.list, {})).decisions;
  await call(routes.periodic.settle, { params: { id: open?.id ?? "" }, body: { on: begun, note: "已整改" } });
}

export async function calendars(city: City): Promise<void> {
  const { id } = await file(city);
  await send(city, id, "urban");
  const { call } = await at(city, "admin");
  const holidays = { "2026-03-18": "测试", "2026-03-19": "测试" };
  const { moved } = await call(routes.calendars.load, {
    body: { year: 2026, source: "测试通知", holidays, makeUpDays: {}, meant: true },
  });
  expect(moved).toBeGreaterThan(0);
}
