import type { Instant } from "../../../../domain/calendar/plain-date.ts";
import type { Case } from "../../../../domain/case/case.ts";
import { noChain } from "../../../../domain/case/context.ts";
import type { CaseEvent, ClaimAnswer, Promised } from "../../../../domain/case/event.ts";
import { lawfulActs } from "../../../../domain/case/lawful.ts";
import { legOf } from "../../../../domain/case/legs.ts";
import { dutiesOf } from "../../../../domain/case/timeline.ts";
import { replyParts } from "../../../../domain/rules/look-up.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { restWords } from "../../../../domain/words/reply.ts";
import { type RefusalWords, refusalWords } from "../../../record/wording/refusal-text.ts";
import { everyRelease, replyText } from "../../../record/wording/reply-text.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../duty-view.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";
import { type FollowStep, steps } from "./follow-steps.ts";
import { type HolderLine, holderLines } from "./holder-lines.ts";
import { type Opinion, opinionsOf } from "./opinions.ts";
import { stateWords } from "./state-words.ts";

/** An answer that the petitioner has: all of its words in one, and the same in its pieces. */
export interface GivenReply {
  readonly legId: string;
  readonly orgId: string;
  readonly unit: string;
  readonly text: string;
  readonly rest: string;
  readonly claims: readonly ClaimAnswer[];
  readonly promises: readonly Promised[];
  readonly files: readonly string[];
  readonly at: string;
}

/** What a citizen may know of the own case. Holds no word of a reply before its audit has passed (FZ-9-1). */
export interface Follow {
  readonly stage: Case["stage"];
  readonly state: string;
  readonly internal: boolean;
  readonly lines: readonly HolderLine[];
  /** The answers that stand: the newest of each unit. */
  readonly replies: readonly GivenReply[];
  /** Those that a newer one of the same unit has corrected. */
  readonly earlier: readonly GivenReply[];
  /** Decisions after the reply, on a review and the like; oldest first. */
  readonly opinions: readonly Opinion[];
  readonly refusal: RefusalWords | null;
  readonly refusedAt: string | null;
  readonly pointedTo: string | null;
  readonly steps: readonly FollowStep[];
  readonly mayRate: boolean;
  readonly maySupplement: boolean;
  readonly asked: AskedFor | null;
}

/** The case in the citizen's words. */
export function followView(kase: Case, events: readonly CaseEvent[], pack: Pack, world: World, now: Instant): Follow {
  const duties = dutiesOf(kase, { pack, calendar: world.calendar(now), office: world.office, now });
  const refused = events.findLast((e) => e.type === "refused");
  const { replies, earlier } = given(kase, events, pack, world);
  const opinions = opinionsOf(events, pack, world);
  const known = { kase, events, duties, pack, world };
  const lines = holderLines(known);
  const opinion = opinions.at(-1) ?? null;
  const own = ownActs(kase, pack, world, now);
  return {
    stage: kase.stage,
    state: stateWords(kase, { lines, released: replies.some((r) => r.legId !== ""), opinion, pack }),
    internal: kase.track === "internal",
    lines,
    replies,
    earlier,
    opinions,
    refusal: refusalWords(kase, events, pack, world),
    refusedAt: refused?.at ?? null,
    pointedTo: kase.stage === "notDispatched" ? kase.repeatOf : null,
    steps: steps(known),
    mayRate: !kase.rated && pack.settings.ratings.value !== null && own.has("rate"),
    maySupplement: own.has("supplement"),
    asked: own.has("supplement") ? askedFor(events, pack) : null,
  };
}

/** Every answer that the petitioner has or had, those of a system before this one among them. */
function given(
  kase: Case,
  events: readonly CaseEvent[],
  pack: Pack,
  world: World,
): Pick<Follow, "replies" | "earlier"> {
  const imported = events.flatMap((e): readonly GivenReply[] => {
    if (e.type !== "caseImported") return [];
    const { answer, answeredOn: at } = e.data;
    return [{ legId: "", orgId: "", unit: "", text: answer, rest: answer, claims: [], promises: [], files: [], at }];
  });
  const all = everyRelease(events, pack).map(({ legId, at, reply }): GivenReply => {
    const orgId = legOf(kase, legId)?.orgId ?? "";
    return {
      legId,
      orgId,
      unit: kase.track === "internal" ? "" : orgName(world, orgId),
      text: replyText(reply, pack),
      rest: restWords(replyParts(pack), reply),
      claims: reply.claims ?? [],
      promises: reply.promises ?? [],
      files: reply.files ?? [],
      at,
    };
  });
  const standing = all.filter((one, i) => !all.slice(i + 1).some((later) => later.legId === one.legId));
  return { replies: [...imported, ...standing], earlier: all.filter((one) => !standing.includes(one)) };
}

/** What the regulation lets the petitioner do now: rate an answer, add something. */
function ownActs(kase: Case, pack: Pack, world: World, now: Instant): ReadonlySet<string> {
  const actor = { kind: "petitioner" } as const;
  const ctx = { now, actor, office: world.office, pack, calendar: world.calendar(now), chain: noChain };
  return new Set(lawfulActs(kase, ctx).flatMap(({ act, closed }) => (closed === null ? [act] : [])));
}
