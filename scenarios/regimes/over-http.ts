import type { StaffAct } from "../../contract/case/acts.ts";
import { routes } from "../../contract/routes.ts";
import { instant } from "../../domain/calendar/plain-date.ts";
import type { CaseId } from "../../domain/case/case.ts";
import type { Command } from "../../domain/case/input.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import type { City, Desk } from "../city.ts";
import { signIn } from "../../demo/example-city.ts";

/** A case of a pack's story as it stands in a running house. */
export interface Lived {
  readonly id: string;
  readonly number: string;
  readonly code: string;
}

const words = "老旧小区三号楼的供水管道漏水，楼道里一直有积水，请尽快派人修好。";

/** Takes the case of a story in, the way it came. */
export async function takesIn(city: City, filing: Filing, registrar: string): Promise<Lived> {
  city.at(filing.at);
  const petitioner = { kind: "person", name: "温若谷", phone: "13900002222", replyBy: "web" } as const;
  const about = {
    content: words,
    choice: filing.choice ?? "public",
    subject: filing.subject ?? "ordinary",
    petitioner,
  };
  if (filing.channel === "web") return city.call(routes.publicDoors.file, { body: about });
  const desk = await city.as(signIn(registrar));
  const received = filing.receivedAt ? { receivedAt: instant(`${filing.receivedAt.replace(" ", "T")}:00+08:00`) } : {};
  return desk.call(routes.cases.register, { body: { ...about, ...received, channel: filing.channel } });
}

/** Does one step of a story over HTTP, as whoever does it there; the petitioner's own go the way of the portal. */
export async function does(city: City, step: Step, of: Lived, desks: Map<string, Desk>): Promise<void> {
  city.at(step.at);
  const input = step.input ?? {};
  if (step.who === "petitioner" || step.who === "system") {
    const legId = step.leg ? await legAt(of, step.leg, desks) : null;
    const actor = { kind: step.who as "petitioner" | "system" };
    const command = { act: step.act, legId, input } as Command;
    const order = { region: city.house.region, caseId: of.id as CaseId, actor, command, seenVersion: null };
    const done = await actOnCase(city.house, order, null);
    if (!("done" in done)) throw new Error(`${step.act} by the ${step.who}: ${JSON.stringify(done)}`);
    return;
  }
  const desk = await deskOf(city, step.who, desks);
  if (step.act === "view") {
    await desk.open(of.id);
    return;
  }
  const legId = step.leg ? legOn(await desk.open(of.id), step.leg) : null;
  // Lives of one city say the same words again and again: the server would ask each time whether the answer is meant.
  const meant =
    step.act === "draftReply" ? { why: "同一回答，已核对。", ...(await looked(desk, of.id, legId, input)) } : input;
  await desk.act(of.id, step.act as StaffAct, meant as never, legId);
}

/** A reply with the mark that it was looked at first, as the form brings it along. */
async function looked(desk: Desk, id: string, legId: string | null, input: Step["input"]) {
  const {
    previewed: _,
    text,
    parts,
    ...rest
  } = (input ?? {}) as { previewed?: true; text: string; parts?: Record<string, string> };
  const words = { text, parts: parts ?? {} };
  const { seen } = await desk.call(routes.cases.previewReply, {
    params: { id },
    body: { legId: legId ?? "", ...words },
  });
  return { ...rest, ...words, preview: seen };
}

/** A step whose form names persons of the story, with the ids under which they live in this city. */
export async function named(city: City, step: Step): Promise<Step> {
  const { values } = (step.input ?? {}) as { values?: Readonly<Record<string, unknown>> };
  if (!values) return step;
  const rows = await city.house.db.selectFrom("account").select(["login", "person_id"]).execute();
  const ids = new Map(rows.map((row) => [row.login, row.person_id]));
  const known = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? (ids.get(signIn(value)) ?? value) : value,
  ]);
  return { ...step, input: { ...step.input, values: Object.fromEntries(known) } };
}

/** Whoever has signed in before stays at their desk. */
export async function deskOf(city: City, login: string, desks: Map<string, Desk>): Promise<Desk> {
  const known = desks.get(login);
  if (known) return known;
  const desk = await city.as(signIn(login));
  desks.set(login, desk);
  return desk;
}

function legOn(detail: Awaited<ReturnType<Desk["open"]>>, org: string): string | null {
  return detail.legs.findLast((leg) => leg.org.id === org)?.id ?? null;
}

async function legAt(of: Lived, org: string, desks: Map<string, Desk>): Promise<string | null> {
  for (const desk of desks.values()) {
    const detail = await desk.open(of.id).catch(() => null);
    if (detail) return legOn(detail, org);
  }
  return null;
}
