import { inventedCitizen } from "../../demo/life/citizens.ts";
import { places } from "../../demo/life/words/places.ts";
import { aboutWhat, headingOf, topicsOf } from "../../demo/life/words/topics/all.ts";
import { worded } from "../../demo/life/wording.ts";
import { dayOf, instant } from "../../domain/calendar/plain-date.ts";
import type { Actor } from "../../domain/case/case.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { packInForce } from "../../domain/rules/in-force.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { fileCase } from "../../server/actions/cases/file-case.ts";
import type { Filing } from "../../server/record/filing.ts";
import { placesOf } from "../../server/record/intake-desk.ts";
import { setCaseFields } from "../../server/store/case/content.ts";
import { lastCall } from "./day.ts";
import type { Life } from "./life.ts";
import type { Person } from "./staff.ts";
import { count } from "./tally.ts";

/** Somebody writes on the web, or calls or comes where an operator is there to write it down. */
export async function somebodyFiles(life: Life, atWork: boolean): Promise<void> {
  const { house, world, luck } = life;
  const pack = packInForce(house.packs, world.region.jurisdiction, dayOf(life.now()));
  if (!pack) return;
  const operators = (life.staff.get(placesOf(world, pack).intake) ?? []).filter(({ posts }) =>
    posts.includes("operator"),
  );
  const manned = atWork && operators.length > 0 && life.now() < instant(`${dayOf(life.now())}T${lastCall}:00+08:00`);
  const channel = channelFor(pack, life, manned);
  const actor: Actor = channel === "web" ? { kind: "petitioner" } : luck.of(operators);
  if (await files(life, inventedFiling(life, pack, channel), actor)) return;
  if (channel !== "web") await files(life, inventedFiling(life, pack, "web"), { kind: "petitioner" });
}

async function files(life: Life, filing: Filing, actor: Actor | Person): Promise<boolean> {
  const outcome = await fileCase(life.house, filing, actor, null);
  if ("filed" in outcome) {
    life.tally.filed += 1;
    await sortIn(life, outcome.filed.caseId, filing.content);
  }
  if ("refused" in outcome) count(life.tally.refused, outcome.refused.code);
  return "filed" in outcome;
}

/** The category under which the case is counted. */
async function sortIn({ house, region }: Life, caseId: string, content: string): Promise<void> {
  const { category } = aboutWhat(content).topic;
  await house.db.transaction().execute((tx) => setCaseFields(tx, region, caseId, { category }));
}

function channelFor(pack: Pack, { luck }: Life, written: boolean): Channel {
  const weight: Readonly<Partial<Record<Channel, number>>> = { web: 6, phone: 4 };
  const open = pack.settings.channels.value.filter((channel) => channel === "web" || written);
  return luck.weighed(open.map((channel) => [channel, weight[channel] ?? 0.5] as const)) ?? "web";
}

function inventedFiling({ region, world, luck, now }: Life, pack: Pack, channel: Channel): Filing {
  const kinds = pack.settings.kinds.value.map(({ code }) => code);
  const subject = luck.yes(0.05) ? luck.of(kinds) : (kinds.find((code) => code === "ordinary") ?? "ordinary");
  const topic = luck.of(topicsOf(subject));
  const question = luck.of(topic.questions);
  const place = luck.of(places);
  const citizen = inventedCitizen(luck);
  const areas = [...world.office.orgs.values()].filter((org) => org.kind === "area" && org.level === "county");
  const areaIds = areas.map(({ id }) => id).toSorted();
  return {
    region,
    channel,
    receivedAt: channel === "web" ? null : now(),
    subject,
    choice: luck.yes(0.08) ? "nonPublic" : "public",
    title: headingOf(topic, question, place),
    content: worded(question.tells, luck, dayOf(now()), place),
    claim: question.claim,
    areaId: areaIds.length > 0 && luck.yes(0.6) ? luck.of(areaIds) : null,
    place,
    urgent: luck.yes(0.03),
    petitioner: {
      kind: "person",
      ...citizen,
      replyBy: channel === "web" ? citizen.replyBy : "phone",
      organisation: null,
      address: null,
      onBehalf: null,
      people: 1,
      representatives: [],
    },
    draft: null,
    source: null,
  };
}
