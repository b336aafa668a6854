import { type ActInput, actInputs, type StaffAct } from "../../contract/case/acts.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import type { CalendarYear } from "../../domain/calendar/work-calendar.ts";
import type { Actor } from "../../domain/case/case.ts";
import type { Command } from "../../domain/case/input.ts";
import type { OrgId, PersonId, Post } from "../../domain/office/org.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { fileCase } from "../../server/actions/cases/file-case.ts";
import { applyCalendar } from "../../server/actions/office/load-calendar.ts";
import { sweepCases } from "../../server/actions/cases/sweep-cases.ts";
import type { Filed, Filing } from "../../server/record/filing.ts";
import type { ActOutcome, Order } from "../../server/record/perform.ts";
import { allYes } from "../city.ts";
import type { FreshHouse } from "../fresh-house.ts";

export type Staff = Extract<Actor, { kind: "staff" }>;

export const somebody = {
  kind: "person",
  name: "温若谷",
  organisation: null,
  phone: "13900002222",
  email: "wen@example.test",
  address: null,
  onBehalf: null,
  people: 1,
  representatives: [],
  replyBy: "web",
} as const;

/** A request as it comes over the web; whatever the story needs otherwise is laid over it. */
export function aFiling(house: FreshHouse, over: Partial<Filing> = {}): Filing {
  return {
    region: house.region,
    channel: "web",
    receivedAt: null,
    subject: "ordinary",
    choice: "public",
    title: null,
    content: "我家门口的路灯坏了三天，晚上很黑，请修复。",
    claim: null,
    areaId: null,
    place: null,
    urgent: false,
    petitioner: somebody,
    draft: null,
    source: null,
    ...over,
  };
}

/** Files a request, or says why it could not be filed. */
export async function file(
  house: FreshHouse,
  over: Partial<Filing> = {},
  actor: Actor = { kind: "petitioner" },
): Promise<Filed> {
  const outcome = await fileCase(house, aFiling(house, over), actor, null);
  if (!("filed" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.filed;
}

/** Somebody of the demo city, by sign-in, with the posts that they hold. */
export async function staff(house: FreshHouse, login: string): Promise<Staff> {
  const rows = await house.db
    .selectFrom("account")
    .innerJoin("holding", "holding.person_id", "account.person_id")
    .select(["account.person_id", "holding.org_id", "holding.post"])
    .where("account.login", "=", login)
    .execute();
  const [first] = rows;
  if (!first) throw new Error(`nobody signs in as ${login}`);
  return {
    kind: "staff",
    personId: first.person_id as PersonId,
    orgId: first.org_id as OrgId,
    posts: rows.map((row) => row.post as Post),
  };
}

/** An order as the desk would give it, with the defaults of the contract. */
export async function order<A extends StaffAct>(
  house: FreshHouse,
  login: string,
  caseId: string,
  act: A,
  input?: ActInput<A>,
  legId: string | null = null,
): Promise<Order> {
  const command = { act, legId, input: actInputs[act].parse(input ?? {}) } as Command;
  return { region: house.region, caseId, command, actor: await staff(house, login), seenVersion: null };
}

/** Does an act that must succeed. */
export async function act<A extends StaffAct>(
  house: FreshHouse,
  login: string,
  caseId: string,
  name: A,
  input?: ActInput<A>,
  legId: string | null = null,
): Promise<Extract<ActOutcome, { done: unknown }>["done"]> {
  const outcome = await actOnCase(house, await order(house, login, caseId, name, input, legId), null);
  if (!("done" in outcome)) throw new Error(`${name} by ${login}: ${JSON.stringify(outcome)}`);
  return outcome.done;
}

export const toUrban: ActInput<"dispatch"> = {
  classification: { track: "public" },
  matters: [{ targets: [{ orgId: "urban", role: "lead" }] }],
};

/** Sends a case to the city's urban management, and gives the leg on which it stands there. */
export async function dispatch(house: FreshHouse, caseId: string): Promise<string> {
  await act(house, "bureau.dispatcher", caseId, "dispatch", toUrban);
  const row = await house.db
    .selectFrom("leg")
    .select("leg_id")
    .where("case_id", "=", caseId)
    .where("org_id", "=", "urban")
    .executeTakeFirstOrThrow();
  return row.leg_id;
}

/** The unit looks at the case, works on it and writes a reply that its leader has not approved yet. */
export async function draft(house: FreshHouse, caseId: string, leg: string): Promise<void> {
  await act(house, "urban.clerk", caseId, "view", {}, leg);
  await act(house, "urban.clerk", caseId, "submitToLeader", {}, leg);
  const text = "3月5日已修复，联系电话0591-00001008。";
  await act(house, "urban.clerk", caseId, "draftReply", { text }, leg);
}

/** A case all the way to its answer, filed on Monday 2 March 2026. */
export async function answered(house: FreshHouse, over: Partial<Filing> = {}): Promise<Filed> {
  house.at("2026-03-02 09:00");
  const filed = await file(house, over);
  const leg = await dispatch(house, filed.caseId);
  house.at("2026-03-03 09:00");
  await draft(house, filed.caseId, leg);
  await act(house, "urban.leader", filed.caseId, "approveReply", {}, leg);
  house.at("2026-03-05 10:00");
  await act(house, "bureau.auditor", filed.caseId, "passAudit", { checklist: allYes }, leg);
  return filed;
}

/** A year that no other calendar covers, so that loading it moves nothing. */
export const farYear: CalendarYear = {
  year: 2041,
  effectiveFrom: null,
  source: "虚构通知第1号",
  holidays: { [plainDate("2041-01-01")]: "元旦" },
  makeUpDays: {},
};

/** Three weeks of a region: an answer, a refusal, a refused return, a lapsed term and acts of the office itself. */
export async function liveThreeWeeks(house: FreshHouse) {
  const done = await answered(house);
  const administrator = await staff(house, "admin");
  await applyCalendar(house, "house", farYear, administrator, null);
  const operator = await staff(house, "centre.operator");
  const phoned = await file(
    house,
    { channel: "phone", receivedAt: house.now(), petitioner: { ...somebody, replyBy: "phone" } },
    operator,
  );
  await act(house, "centre.operator", phoned.caseId, "handOver");
  const leg = await dispatch(house, phoned.caseId);
  const refused = await file(house, { content: "我在路上遇到了紧急情况，需要马上有人来帮助。" });
  const emergency = { ground: "ground.3.8", fields: { referral: "110" } };
  await act(house, "bureau.dispatcher", refused.caseId, "refuse", emergency);
  house.at("2026-03-06 10:00");
  await act(house, "urban.clerk", phoned.caseId, "view", {}, leg);
  await act(
    house,
    "urban.clerk",
    phoned.caseId,
    "askReturn",
    { reason: "道路归区里管。", suggested: "gulou-urban" },
    leg,
  );
  await act(house, "bureau.dispatcher", phoned.caseId, "refuseReturn", { reason: "这条路由市里养护。" }, leg);
  house.at("2026-03-23 08:00");
  await sweepCases(house, house.region);
  return { done, phoned, refused, leg };
}
