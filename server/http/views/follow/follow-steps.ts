import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../../domain/case/case.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import type { CaseEvent } from "../../../../domain/case/event.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import type { World } from "../../../store/world.ts";
import { zh } from "../../../../domain/words/zh.ts";
import { releasedByAudit } from "../../../record/reply-text.ts";
import { orgName } from "../duty-view.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { formalityWords } from "../../../../domain/words/formality-words.ts";
import { toldPart } from "../../../../domain/words/told-fields.ts";

const words = zh.follow;

export interface FollowStep {
  readonly at: Instant;
  readonly text: string;
}

export function steps(events: readonly CaseEvent[], kase: Case, pack: Pack, world: World): readonly FollowStep[] {
  return events
    .flatMap((event) => {
      const text = stepWords(event, kase, pack, world);
      return text ? [{ at: event.at, text }] : [];
    })
    .reverse();
}

/** A step that the petitioner took, or is told of by a notice of its own, with what that notice says of it. */
function formalityStep(event: Extract<CaseEvent, { type: "formalityDone" }>, pack: Pack, world: World): string | null {
  const formality = pack.formalities.find((one) => one.id === event.data.formality);
  if (!formality) return null;
  const told = toldPart(formality, pack);
  if (!told) return event.by.kind === "petitioner" ? formality.label : null;
  return `${told.label}${formalityWords(told, event.data.values, world)}`;
}

/** One event in the citizen's words; of an internal case no more than the fixed sentence (FZ-6-5). */
function stepWords(event: CaseEvent, kase: Case, pack: Pack, world: World): string | null {
  const internal = kase.track === "internal";
  const legId = "legId" in event.data ? event.data.legId : null;
  const org = orgName(world, legOf(kase, legId)?.orgId ?? "");
  const { steps: say } = words;
  switch (event.type) {
    case "caseImported":
      return say.imported;
    case "caseReceived":
      return fill(say.received, { channel: zh.channels[event.data.channel] });
    case "handedOver":
      return kase.channel === "web" ? null : fill(say.handedOver, { org: orgName(world, event.data.to) });
    case "refused":
      return event.data.outcome ? words.states[event.data.outcome] : say.refused;
    case "repeatDeclined":
      return say.declined;
    case "legOpened":
      if (event.data.role === "assist") return null;
      return fill(internal ? words.internal : say.dispatched, { org: orgName(world, event.data.orgId) });
    case "viewed":
      return internal ? null : fill(say.viewed, { org });
    case "returnAsked":
      return internal ? null : fill(say.returnAsked, { org });
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
      return formalityStep(event, pack, world);
    case "termExtended":
      return fill(say.extended, { days: event.data.days });
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
