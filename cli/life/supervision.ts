import { sayings } from "../../demo/life/words/sayings.ts";
import { dayOf } from "../../domain/calendar/plain-date.ts";
import { inOffice } from "../../domain/office/office.ts";
import type { OrgId, Post } from "../../domain/office/org.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import { escalateCases } from "../../server/actions/cases/escalate-cases.ts";
import { recordInstruction } from "../../server/actions/cases/record-instruction.ts";
import { recordCause } from "../../server/actions/oversight/supervise.ts";
import { breachesWithoutCause } from "../../server/store/oversight/breaches.ts";
import type { Held, Life } from "./life.ts";
import { lookAgain } from "./morning.ts";
import { holders } from "./staff.ts";
import { count } from "./tally.ts";

/** Supervision: why terms were missed, knotty cases before the leaders, and what the leaders say to them. */
export async function supervise(life: Life): Promise<void> {
  const { house, region, luck } = life;
  for (const { id, actor } of life.escalations.splice(0)) {
    const text = luck.of(sayings.instructions);
    if ((await recordInstruction(house, { region, actor, id, text }, null)) !== "missing")
      count(life.tally.acts, "recordInstruction");
  }
  const knotty = [...life.cases.values()].find(
    (held) => held.story.fate === "knotty" && held.kase.stage === "inHand" && !held.done.has("escalate"),
  );
  if (knotty) await escalate(life, knotty);
  for (const breach of (await breachesWithoutCause(house.db, region)).slice(0, 3)) {
    if (luck.yes(0.5)) await findCause(life, breach.id);
  }
}

async function findCause(life: Life, id: string): Promise<void> {
  const { house, region, luck } = life;
  const pack = packInForce(house.packs, life.world.region.jurisdiction, dayOf(life.now()));
  const cause = luck.yes(0.7) ? "human" : "notHuman";
  for (const actor of pack ? holders(life.staff, "efficiencyOfficer") : []) {
    const order = { region, actor, id, cause, note: sayings.causes[cause] } as const;
    if ((await recordCause(house, pack as NonNullable<typeof pack>, order, null)) !== "done") continue;
    count(life.tally.acts, "recordCause");
    return;
  }
}

async function escalate(life: Life, held: Held): Promise<void> {
  const top = held.kase.topBureau;
  const actor = (top ? (life.staff.get(top) ?? []) : []).find(({ posts }) => posts.includes("dispatcher"));
  const to = leader(life, "officeLeader", top);
  const copyTo = leader(life, "governmentLeader", top);
  held.done.add("escalate");
  if (!actor || !to || !copyTo) return;
  const order = { region: life.region, actor, ...sayings.escalation, cases: [held.id], to, copyTo };
  const outcome = await escalateCases(life.house, order, null);
  if ("refused" in outcome) count(life.tally.refused, outcome.refused.code);
  if ("id" in outcome) {
    count(life.tally.acts, "escalate");
    life.escalations.push({ id: outcome.id, actor });
    await lookAgain(life, held);
  }
}

/** A leader of the bureau's own level. */
function leader(life: Life, post: Post, of: OrgId | null) {
  const { office } = life.world;
  const level = of ? office.orgs.get(of)?.level : undefined;
  const found = holders(life.staff, post).find(({ orgId }) => office.orgs.get(orgId)?.level === level);
  const [held] = found ? inOffice(office, found.orgId, dayOf(life.now()), post) : [];
  return found && held ? { orgId: found.orgId, personId: held.personId } : null;
}
