import { routes } from "../contract/routes.ts";
import { type Connection, cookiesOf } from "./connection.ts";
import { call, deskFor, mustBe, type Session, signIn, Unexpected } from "./people.ts";

/** The acts of a case's life in their order; each is timed by itself. */
export const lifeActs = [
  "file",
  "dispatch",
  "view",
  "submitToLeader",
  "draftReply",
  "approveReply",
  "failAudit",
  "redraftReply",
  "reapproveReply",
  "passAudit",
  "follow",
  "rate",
] as const;
export type LifeAct = (typeof lifeActs)[number];

/** Cases of a measurement are answered in the same words; the server asks each time whether the answer is meant. */
const why = "测量用的同一答复，已核对。";

const units = ["urban", "housing", "traffic", "schools", "market", "environment"] as const;

/** Everybody that a case meets, signed in once. */
export interface Staff {
  readonly dispatcher: Session;
  readonly auditor: Session;
  readonly units: readonly { readonly orgId: string; readonly clerk: Session; readonly leader: Session }[];
}

/** How many accounts `signInStaff` opens. */
export const accounts = 2 + units.length * 2;

export async function signInStaff(connection: Connection): Promise<Staff> {
  const dispatcher = await signIn(connection, "bureau.dispatcher");
  const auditor = await signIn(connection, "bureau.auditor");
  const staffed: Staff["units"][number][] = [];
  for (const orgId of units) {
    const clerk = await signIn(connection, `${orgId}.clerk`);
    const leader = await signIn(connection, `${orgId}.leader`);
    staffed.push({ orgId, clerk, leader });
  }
  return { dispatcher, auditor, units: staffed };
}

/** A citizen's browser: a visit with the mark that forms of this site carry. */
export interface Visitor {
  readonly cookie: string;
  readonly csrf: string;
}

export async function visit(connection: Connection): Promise<Visitor> {
  const page = await connection.ask("/follow");
  mustBe(page, 200, "/follow");
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1];
  if (!csrf) throw new Unexpected("/follow: no form");
  return { cookie: cookiesOf(page), csrf };
}

const allYes = { addressed: true, facts: true, basis: true, dates: true, privacy: true };
const matters = ["路灯不亮", "井盖松动", "公交绕行", "校门口拥堵", "夜间施工", "垃圾未清运", "电梯故障", "占道经营"];
const areas = ["gulou", "taijiang", "cangshan"];

/** Timing of one act. */
export type Clock = <T>(act: LifeAct, work: () => Promise<T>) => Promise<T>;

/** Leads the n-th case from the citizen's form to the citizen's grade, one refusal of the audit on the way. */
export async function live(connection: Connection, visitor: Visitor, staff: Staff, n: number, clock: Clock) {
  const unit = staff.units[n % staff.units.length];
  if (!unit) throw new Unexpected("no unit");
  const filed = await clock("file", () =>
    call(
      connection,
      routes.publicDoors.file,
      { body: { content: contentOf(n), areaId: areas[n % areas.length] ?? null, petitioner: petitionerOf(n) } },
      { "idempotency-key": crypto.randomUUID() },
    ),
  );
  const { open, act } = deskFor(connection, filed.id);
  await clock("dispatch", () =>
    act(staff.dispatcher, "dispatch", {
      classification: { track: "public" },
      matters: [{ targets: [{ orgId: unit.orgId, role: "lead" }] }],
    }),
  );
  const seen = await clock("view", () => open(unit.clerk));
  const leg = seen.legs[0]?.id ?? "";
  const text = `经现场核实，${matters[n % matters.length]}的问题已安排处理，编号 ${filed.number}，如有疑问请再联系我们。`;
  await clock("submitToLeader", () => act(unit.clerk, "submitToLeader", {}, leg));
  await clock("draftReply", () => act(unit.clerk, "draftReply", { text: "已安排处理。", why }, leg));
  await clock("approveReply", () => act(unit.leader, "approveReply", {}, leg));
  await clock("failAudit", () =>
    act(staff.auditor, "failAudit", { checklist: { ...allYes, facts: false }, reason: "没有写明核实的情况。" }, leg),
  );
  await clock("redraftReply", () => act(unit.clerk, "draftReply", { text, why }, leg));
  await clock("reapproveReply", () => act(unit.leader, "approveReply", {}, leg));
  await clock("passAudit", () => act(staff.auditor, "passAudit", { checklist: allYes }, leg));
  const own = await clock("follow", () => follow(connection, visitor, filed.number, filed.code, text));
  await clock("rate", () => rate(connection, visitor, own));
  return filed;
}

/** Opens the own case with number and code and reads the answer there; gives the cookie of the opened case. */
export async function follow(
  connection: Connection,
  visitor: Visitor,
  number: string,
  code: string,
  expected: string,
): Promise<string> {
  const opened = await post(connection, "/follow", visitor.cookie, { _csrf: visitor.csrf, number, code });
  const cookie = `${visitor.cookie}; ${cookiesOf(opened)}`;
  const page = await connection.ask("/my-case", { headers: { cookie } });
  mustBe(page, 200, "/my-case");
  if (!page.body.includes(expected)) throw new Unexpected(`/my-case: ${number} without its answer`);
  return cookie;
}

async function rate(connection: Connection, visitor: Visitor, cookie: string): Promise<void> {
  const form = { _csrf: visitor.csrf, once: crypto.randomUUID(), grade: "satisfied", comment: "" };
  await post(connection, "/my-case/rate", cookie, form);
}

async function post(connection: Connection, path: string, cookie: string, form: Record<string, string>) {
  const answer = await connection.ask(path, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form).toString(),
  });
  mustBe(answer, 303, path);
  return answer;
}

function contentOf(n: number): string {
  const matter = matters[n % matters.length];
  return `第 ${n} 号小区门口${matter}已有${(n % 9) + 2}天，老人和孩子出行不便，之前打过电话没有结果，请尽快派人查看并告知处理办法。`;
}

/** Nobody's number: the digits after 139 0000 count through the run. */
function petitionerOf(n: number) {
  const phone = `1390000${String(n % 10_000).padStart(4, "0")}`;
  return { kind: "person", name: "温若谷", phone, replyBy: "web" } as const;
}
