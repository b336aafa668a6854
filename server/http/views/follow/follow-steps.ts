import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../../domain/case/case.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Duty } from "../../../../domain/duty/duty.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { World } from "../../../store/world.ts";
import { plainDay } from "../../../../domain/words/dates.ts";
import { zh } from "../../../../domain/words/zh.ts";
import { releasedByAudit } from "../../../record/wording/reply-text.ts";
import { orgName } from "../duty-view.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { extensionOf, makesLonger, reasonOf } from "./extensions.ts";
import { filledIn } from "./opinions.ts";
import { whoDecided } from "./who-decided.ts";

const words = zh.follow;

export interface FollowStep {
  readonly at: Instant;
  readonly text: string;
}

interface Known {
  readonly kase: Case;
  readonly events: readonly CaseEvent[];
  readonly duties: readonly Duty[];
  readonly pack: Pack;
  readonly world: World;
}

/** What has happened, newest first, in the citizen's words. */
export function steps(known: Known): readonly FollowStep[] {
  return known.events
    .flatMap((event) => {
      const text = stepWords(event, known);
      return text ? [{ at: event.at, text }] : [];
    })
    .reverse();
}

type FormalityDone = Extract<CaseEvent, { type: "formalityDone" }>;

/** A step that the petitioner took, or is told of by a notice of its own. */
function formalityStep(event: FormalityDone, known: Known): string | null {
  const { pack, world, kase } = known;
  const formality = pack.formalities.find((one) => one.id === event.data.formality);
  if (!formality) return null;
  if (makesLonger(formality)) return extensionStep(event, known);
  const org = event.by.kind === "staff" ? orgName(world, event.by.orgId) : "";
  if (formality.forPetitioner) {
    const unit = orgName(world, legOf(kase, event.data.legId)?.orgId ?? "");
    return fill(formality.forPetitioner.line, { ...filledIn(formality, event.data.values, world), org, unit });
  }
  if (event.by.kind === "petitioner") return formality.label;
  const isTold = pack.notices.some((notice) => notice.on === `done.${formality.id}`);
  return isTold ? fill(words.steps.formality, { org, what: formality.label }) : null;
}

/** A longer term, with both days once it counts. */
function extensionStep(event: FormalityDone, known: Known): string {
  const { duties, pack, world } = known;
  const duty = duties.find((d) => d.legId === event.data.legId && d.extendedFrom !== null);
  const extension = duty && extensionOf(duty, known);
  if (extension)
    return fill(words.steps.extended, {
      ...extension,
      due: plainDay(extension.to, extension.from),
      from: plainDay(extension.from, extension.to),
    });
  const formality = pack.formalities.find((one) => one.id === event.data.formality);
  const longer = formality?.effects.find((effect) => effect.is === "extend");
  return fill(words.steps.extendedBy, {
    days: longer?.is === "extend" ? event.data.values[longer.days] : "",
    reason: reasonOf(formality, event.data.values),
    by: whoDecided(event.by, pack, world),
  });
}

/** One event in the citizen's words; of an internal case no more than the fixed sentence (FZ-6-5). */
function stepWords(event: CaseEvent, known: Known): string | null {
  const { kase, pack, world } = known;
  const internal = kase.track === "internal";
  const legId = "legId" in event.data ? event.data.legId : null;
  const org = orgName(world, legOf(kase, legId)?.orgId ?? "");
  const { steps: say } = words;
  switch (event.type) {
    case "caseImported":
      return say.imported;
    case "caseReceived":
      return event.data.channel === "web"
        ? say.receivedOnline
        : fill(say.received, { channel: zh.channels[event.data.channel] });
    case "handedOver":
      return kase.channel === "web" ? null : fill(say.handedOver, { org: orgName(world, event.data.to) });
    case "refused":
      return event.data.outcome ? words.states[event.data.outcome] : say.refused;
    case "repeatDeclined":
      return say.declined;
    case "legOpened":
      return event.data.role === "assist" ? null : dispatchStep(event, known);
    case "viewed":
      return internal ? null : fill(say.viewed, { org });
    case "returnAsked":
      return internal ? null : fill(say.returnAsked, { org });
    case "joined":
      return say.joined;
    case "separated":
      return say.separated;
    case "legRecalled":
      return internal ? null : fill(say.recalled, { org });
    case "returnRefused":
      return internal ? null : fill(say.returnRefused, { org });
    case "replySubmitted":
      return pack.settings.auditedBy.value === null ? null : say.underAudit;
    case "reworkOrdered":
      return say.rework;
    case "auditPassed":
      if (!releasedByAudit(pack)) return null;
      return internal ? say.answeredInternally : fill(say.answered, { org });
    case "formalityDone":
      return formalityStep(event, known);
    case "archived":
      return say.archived;
    case "published":
      return say.published;
    case "takenDown":
      return say.takenDown;
    case "supplemented":
      return say.supplemented;
    case "rated": {
      const grade = pack.settings.ratings.value?.find((r) => r.code === event.data.grade)?.label;
      return fill(say.rated, { grade });
    }
    default:
      return null;
  }
}

/** To whom a part was sent, or sent anew after somebody else had it. */
function dispatchStep(event: Extract<CaseEvent, { type: "legOpened" }>, { events, kase, world }: Known): string {
  const { steps: say } = words;
  const { matterId, kind, orgId } = event.data;
  const before = events.slice(0, events.indexOf(event));
  const again = before.some((e) => e.type === "legOpened" && e.data.matterId === matterId && e.data.kind === kind);
  const org = orgName(world, orgId);
  if (kase.track === "internal") return fill(words.internal, { org });
  return fill(again ? say.changed : say.dispatched, { org });
}
