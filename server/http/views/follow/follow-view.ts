import { dayOf, type Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../../domain/case/case.ts";
import { noChain } from "../../../../domain/case/context.ts";
import { lawfulActs } from "../../../../domain/case/lawful.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import { dutiesOf } from "../../../../domain/case/timeline.ts";
import { type Duty, isOpen } from "../../../../domain/duty/duty.ts";
import { told, type Told } from "../../../../domain/words/moment-words.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { replyRules } from "../../../../domain/rules/look-up.ts";
import { type RefusalWords, refusalWords } from "../../../record/refusal-text.ts";
import { releasedReplies, replyText } from "../../../record/reply-text.ts";
import type { World } from "../../../store/world.ts";
import { zh } from "../../../../domain/words/zh.ts";
import { orgName } from "../duty-view.ts";
import { catalogue } from "../../../../domain/words/catalogue.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { type FollowStep, steps } from "./follow-steps.ts";

const words = zh.follow;

/** One line of the overview: in whose hands a part of the case is, and until when. */
export interface HolderLine {
  readonly matterId: string;
  readonly title: string | null;
  readonly state: string;
  readonly holder: string | null;
  readonly since: string | null;
  readonly duty: Duty | null;
  readonly explanation: Told | null;
}

/** What a citizen may know of the own case. Holds no word of a reply before its audit has passed (FZ-9-1). */
export interface Follow {
  readonly stage: Case["stage"];
  readonly state: string;
  readonly internal: boolean;
  readonly lines: readonly HolderLine[];
  readonly replies: readonly {
    readonly legId: string;
    readonly unit: string;
    readonly text: string;
    readonly at: string;
  }[];
  readonly refusal: RefusalWords | null;
  readonly refusedAt: string | null;
  readonly pointedTo: string | null;
  readonly steps: readonly FollowStep[];
  readonly mayRate: boolean;
  readonly maySupplement: boolean;
}

/** The case in the citizen's words. */
export function followView(kase: Case, events: readonly CaseEvent[], pack: Pack, world: World, now: Instant): Follow {
  const duties = dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now });
  const internal = kase.track === "internal";
  const refused = events.findLast((e) => e.type === "refused");
  const released = releasedReplies(events, pack);
  return {
    stage: kase.stage,
    state: stateWords(kase, duties, released.length > 0, pack),
    internal,
    lines: kase.matters.map((matter) => line(kase, matter.id, duties, pack, world)),
    replies: [
      ...events.flatMap((e) =>
        e.type === "caseImported" ? [{ legId: "", unit: "", text: e.data.answer, at: e.data.answeredOn }] : [],
      ),
      ...released.map(({ legId, at, reply }) => ({
        legId,
        unit: internal ? "" : orgName(world, legOf(kase, legId)?.orgId ?? ""),
        text: replyText(reply, pack),
        at,
      })),
    ],
    refusal: refusalWords(kase, events, pack, world),
    refusedAt: refused?.at ?? null,
    pointedTo: kase.stage === "notDispatched" ? kase.repeatOf : null,
    steps: steps(events, kase, pack, world),
    mayRate: mayRate(kase, pack, world, now),
    maySupplement: ["received", "registered", "classified", "inHand", "answering"].includes(kase.stage),
  };
}

/** Whether the petitioner has an answer that the regulation lets them rate now, and has not rated it. */
function mayRate(kase: Case, pack: Pack, world: World, now: Instant): boolean {
  const actor = { kind: "petitioner" } as const;
  const ctx = { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
  const acts = kase.rated || pack.settings.ratings.value === null ? [] : lawfulActs(kase, ctx);
  return acts.some(({ act, closed }) => act === "rate" && closed === null);
}

/** The citizen's word for where the case stands. */
function stateWords(kase: Case, duties: readonly Duty[], released: boolean, pack: Pack): string {
  const { states } = catalogue(pack).follow;
  const overdue = duties.some(
    (d) => isOpen(d) && d.kind === "duty" && d.overdueSince !== null && d.state !== "awaitingVerdict",
  );
  switch (kase.stage) {
    case "unfiled":
    case "received":
      return states.registered;
    case "registered":
    case "classified":
      return overdue ? states.overdue : states.received;
    case "refused":
      return states.refused;
    case "notDispatched":
      return states.notDispatched;
    case "sentElsewhere":
      return states.sentElsewhere;
    case "noLongerAccepted":
      return states.noLongerAccepted;
    case "answering":
      return released ? states.answered : states.underAudit;
    case "answered":
    case "archived":
      return states.answered;
    case "inHand": {
      if (kase.legs.some((leg) => leg.stage === "underAudit")) return states.underAudit;
      if (overdue) return states.overdue;
      return states.handling;
    }
  }
}

function line(kase: Case, matterId: string, duties: readonly Duty[], pack: Pack, world: World): HolderLine {
  const matter = kase.matters.find((m) => m.id === matterId);
  const leg = legOf(kase, matter?.leadLegId ?? null);
  const internal = kase.track === "internal";
  const rules = replyRules(pack).map((rule) => rule.id);
  const pressing = duties.filter(
    (d) => d.kind === "duty" && isOpen(d) && (leg ? d.legId === leg.id : d.legId === null),
  );
  const duty =
    pressing.find((d) => rules.includes(d.rule)) ??
    pressing.find((d) => d.due !== null) ??
    pressing.find((d) => d.gap !== null) ??
    null;
  // While a reply is audited the case is in the auditing bureau's hands, not the unit's (FZ-8.4-1).
  const audited = leg?.stage === "underAudit" && duty?.owner ? duty : null;
  const holder = audited?.owner ?? leg?.orgId ?? (kase.stage === "received" ? kase.intake : kase.topBureau);
  const said = leg && (internal ? words.internal : catalogue(pack).follow.legs[leg.stage]);
  return {
    matterId,
    title: matter?.title ?? null,
    state: said ? fill(said, { org: orgName(world, leg.orgId) }) : "",
    holder: holder ? orgName(world, holder) : null,
    since: audited?.startedOn ?? dayOf(leg?.openedAt ?? kase.receivedAt),
    duty,
    explanation: duty ? told(duty, pack) : null,
  };
}
