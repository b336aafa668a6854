import { powersFor } from "../rules/look-up.ts";
import { dayOf, type Instant, instant, type PlainDate } from "../calendar/plain-date.ts";
import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { type Actor, type Case, type CaseId, unfiled } from "../case/case.ts";
import { type Context, noChain, type RepeatChain } from "../case/context.ts";
import { decide, timePassed } from "../case/decide.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Command, FilingInput } from "../case/input.ts";
import { inOffice, type Office, office } from "../office/office.ts";
import type { Place } from "../rules/settings.ts";
import type { Org, OrgId, PersonId } from "../office/org.ts";
import type { Filing, Step } from "../rules/example.ts";
import type { Pack } from "../rules/pack.ts";
import type { Refusal } from "../rules/refusal.ts";

/** A case told to the engine step by step. */
export interface Told {
  readonly kase: Case;
  readonly events: readonly CaseEvent[];
  /** The refusal of the last step; an earlier one stops the story there. */
  readonly refused: Refusal | null;
  readonly stepsDone: number;
  readonly office: Office;
}

export interface Teller {
  readonly pack: Pack;
  readonly calendar: WorkCalendar;
  readonly chain?: RepeatChain;
  readonly office?: Office;
}

/** Local time in China, `2026-03-02 09:30`, as an instant. */
export function chinaTime(text: string): Instant {
  return instant(`${text.replace(" ", "T")}:00+08:00`);
}

/** Tells a filing and the steps after it to the engine, in the example office of the pack unless another is given. */
export function tell(filing: Filing, steps: readonly Step[], until: string | null, teller: Teller): Told {
  const place = teller.office ?? office(teller.pack.exampleOffice.orgs, teller.pack.exampleOffice.holdings);
  const open = file(filing, place, teller);
  let told: Told = { ...open, office: place };
  for (const step of steps) {
    if (told.refused) return told;
    told = next(told, step, teller);
  }
  if (until === null || told.refused) return told;
  const passed = timePassed(told.kase, world(teller, place, chinaTime(until)));
  return { ...told, kase: passed.kase, events: [...told.events, ...passed.events] };
}

function file(filing: Filing, place: Office, teller: Teller): Omit<Told, "office"> {
  const now = chinaTime(filing.at);
  const { intake, top } = teller.pack.settings.places.value;
  const centre = filing.intake ? place.orgs.get(filing.intake) : bodyAt(place, intake);
  const bureau = filing.intake && teller.pack.settings.places.value.byReceiver ? centre : bodyAt(place, top);
  if (!centre || !bureau) throw new Error("the example office lacks the body of intake or the deciding one");
  const input: FilingInput = {
    channel: filing.channel,
    receivedAt: filing.receivedAt ? chinaTime(filing.receivedAt) : now,
    choice: filing.choice ?? "public",
    subject: filing.subject ?? "ordinary",
    accused: filing.accused ?? null,
    contentHash: "0".repeat(64),
    ...(filing.group ? { group: filing.group } : {}),
    intake: centre.id,
    topBureau: bureau.id,
  };
  const byWeb = filing.channel === "web";
  const clerk = registrar(teller.pack, place, centre.id, dayOf(now));
  const actor: Actor = byWeb || !clerk ? { kind: "petitioner" } : actorOf(clerk, place, now, centre.id);
  const command: Command = { act: byWeb ? "file" : "register", legId: null, input };
  const before = unfiled("example" as CaseId, teller.pack.id, now);
  const decision = decide(command, before, { ...world(teller, place, now), actor });
  if ("refused" in decision) return { kase: before, events: [], refused: decision.refused, stepsDone: 0 };
  return { ...decision, refused: null, stepsDone: 0 };
}

function bodyAt(place: Office, { kind, level }: Place): Org | undefined {
  return [...place.orgs.values()].find((org) => org.kind === kind && org.level === level);
}

/** Somebody at the body of intake whom the pack lets register. */
function registrar(pack: Pack, place: Office, at: OrgId, on: PlainDate): PersonId | undefined {
  const posts = powersFor(pack, "register").flatMap((power) => power.by.map((holder) => holder.post));
  return inOffice(place, at, on).find((h) => posts.includes(h.post))?.personId;
}

function next(told: Told, step: Step, teller: Teller): Told {
  const now = chinaTime(step.at);
  const actor = who(step.who, told.office, now);
  const legId = step.leg ? legAt(told.kase, step.leg) : null;
  const command = { act: step.act, legId, input: step.input ?? {} } as Command;
  const decision = decide(command, told.kase, { ...world(teller, told.office, now), actor });
  if ("refused" in decision) return { ...told, refused: decision.refused };
  return { ...told, kase: decision.kase, events: [...told.events, ...decision.events], stepsDone: told.stepsDone + 1 };
}

function who(name: Step["who"], place: Office, now: Instant): Actor {
  if (name === "petitioner") return { kind: "petitioner" };
  return name === "system" ? { kind: "system" } : actorOf(name as PersonId, place, now);
}

/** The newest leg of an organisation on a case. */
export function legAt(kase: Case, org: OrgId): string | null {
  return kase.legs.findLast((leg) => leg.orgId === org)?.id ?? null;
}

function world(teller: Teller, place: Office, now: Instant): Omit<Context, "actor"> {
  return { now, office: place, pack: teller.pack, calendar: teller.calendar, chain: teller.chain ?? noChain };
}

/** A person at work in the organisation where they hold a post (the first one when there are several). */
export function actorOf(person: PersonId, place: Office, now: Instant, at?: OrgId): Actor {
  const on = dayOf(now);
  for (const orgId of at ? [at] : place.orgs.keys()) {
    const posts = inOffice(place, orgId, on)
      .filter((h) => h.personId === person)
      .map((h) => h.post);
    if (posts.length > 0) return { kind: "staff", personId: person, orgId, posts };
  }
  return { kind: "staff", personId: person, orgId: (at ?? "") as OrgId, posts: [] };
}
