import type { Call } from "../contract/client.ts";
import { routes } from "../contract/routes.ts";
import type { Sends } from "../contract/route.ts";
import type { Seat } from "../domain/office/seats.ts";
import { allYes, type City, citizen, type Desk } from "./city.ts";

/** The short ways through a case that many stories begin with. */

const desks = new WeakMap<City, Map<string, Promise<Desk>>>();

/** Somebody's desk, signed in to once for a story. */
export function at(city: City, login: string): Promise<Desk> {
  const known = desks.get(city) ?? new Map<string, Promise<Desk>>();
  desks.set(city, known);
  const desk = known.get(login) ?? city.as(login);
  known.set(login, desk);
  return desk;
}

type Filing = Sends<typeof routes.publicDoors.file>["body"];

/** A citizen files on the web. */
export function file(city: City, filing: Partial<Filing> = {}) {
  const body = { content: "我家门口的路灯坏了三天，晚上很黑，请修复。", petitioner: citizen, ...filing };
  return city.call(routes.publicDoors.file, { body });
}

type Registration = Sends<typeof routes.cases.register>["body"];

/** An operator writes down what came by another way. */
export async function register(city: City, registration: Partial<Registration> = {}) {
  const { call } = await at(city, "centre.operator");
  const petitioner = { ...citizen, replyBy: "phone" as const };
  const body = { channel: "phone" as const, content: "井盖松动，车子一过就响。", petitioner, ...registration };
  return call(routes.cases.register, { body });
}

/** The city bureau sorts a case as public and sends it to one body. */
export async function send(city: City, id: string, orgId: string): Promise<void> {
  const dispatcher = await at(city, "bureau.dispatcher");
  await dispatcher.act(id, "dispatch", {
    classification: { track: "public" },
    matters: [{ targets: [{ orgId, role: "lead" }] }],
  });
}

/** A county bureau sends it on to one of its units. */
export async function sendOn(city: City, id: string, bureau: string, orgId: string): Promise<void> {
  const dispatcher = await at(city, `${bureau}.dispatcher`);
  const leg = await legAt(dispatcher, id, bureau);
  await dispatcher.act(id, "dispatchOn", { targets: [{ orgId, role: "lead" }] }, leg);
}

/** The last leg of a case in the hands of a body. */
export async function legAt(desk: Desk, id: string, orgId: string): Promise<string> {
  const leg = (await desk.open(id)).legs.findLast((l) => l.org.id === orgId);
  if (!leg) throw new Error(`${orgId} has no leg of ${id}`);
  return leg.id;
}

/** A unit looks at its case, writes a reply, and its leader hands it in. */
export async function reply(city: City, id: string, orgId: string, text = "已修复，特此答复。"): Promise<string> {
  const clerk = await at(city, `${orgId}.clerk`);
  const leg = await legAt(clerk, id, orgId);
  const stage = (await clerk.open(id)).legs.find((l) => l.id === leg)?.stage;
  if (stage === "viewed") await clerk.act(id, "submitToLeader", {}, leg);
  await clerk.act(id, "draftReply", { text, why: "两件确是同一情况。" }, leg);
  const leader = await at(city, `${orgId}.leader`);
  await leader.act(id, "approveReply", {}, leg);
  return leg;
}

/** The audit passes the reply. */
export async function pass(city: City, id: string, leg: string, auditor = "bureau.auditor"): Promise<void> {
  const desk = await at(city, auditor);
  await desk.act(id, "passAudit", { checklist: allYes }, leg);
}

/** The audit sends the reply back. */
export async function fail(city: City, id: string, leg: string, auditor = "bureau.auditor"): Promise<void> {
  const desk = await at(city, auditor);
  await desk.act(id, "failAudit", { checklist: { ...allYes, facts: false }, reason: "事实不清，请补充。" }, leg);
}

/** Notices that a body has been given, newest first. */
export async function noticesTo(city: City, login: string) {
  const { call } = await at(city, login);
  return (await call(routes.office.notices, {})).rows;
}

/** Who sits on which seat in the demo cities. */
const seated = { administrator: "admin", securityOfficer: "security", logAuditor: "auditor" } as const;

/** The second person agrees to what one has proposed. */
export async function agree(city: City, { change, seat }: { readonly change: string; readonly seat: Seat }) {
  const { call } = await at(city, seated[seat]);
  return call(routes.changes.decide, { params: { id: change }, body: { agree: true } });
}

type Appointment = Sends<typeof routes.office.appoint>["body"];

/** One proposes somebody for a post, another agrees; whom the body tells. */
export async function appoint(city: City, orgId: string, body: Appointment, by = "admin") {
  const { call } = await at(city, by);
  return agree(city, await call(routes.office.appoint, { params: { id: orgId }, body }));
}

/** A token that works as somebody else, as two persons give it. */
export async function tokenFor(city: City, body: Sends<typeof routes.tokens.create>["body"]): Promise<string> {
  const { waits } = await (await at(city, "security")).call(routes.tokens.create, { body });
  if (!waits) throw new Error("a token for somebody else waits for nobody");
  return (await agree(city, waits)).secret ?? "";
}

/** A status and a code, as a refused call carries them. */
export function refusal(status: number, code: string) {
  return { status, error: { code } };
}

/** A person's id, from the registry of a body. */
export async function personIn(call: Call, orgId: string, post: string): Promise<{ id: string; holding: string }> {
  const card = await call(routes.office.card, { params: { id: orgId } });
  const found = card.holdings.find((h) => h.post === post && h.current);
  if (!found) throw new Error(`${orgId} has no ${post}`);
  return { id: found.person.id, holding: found.id };
}
