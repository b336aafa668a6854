import { catalogue } from "../../../domain/words/catalogue.ts";
import { formalityWords } from "../../../domain/words/formality-words.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import type { CaseEvent, EventType, Signature } from "../../../domain/case/event.ts";
import type { Case, Via } from "../../../domain/case/case.ts";
import { legOf } from "../../../domain/case/legs.ts";
import type { OrgId, PersonId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { World } from "../../store/world.ts";
import { orgName } from "./duty-view.ts";

export interface TimelineRow {
  readonly seq: number;
  readonly at: string;
  readonly type: EventType;
  readonly text: string;
  readonly who: string;
  readonly audience: "petitioner" | "internal";
}

/** Events that the citizen sees too, in other words. */
const shown: readonly EventType[] = [
  "caseReceived",
  "handedOver",
  "refused",
  "repeatDeclined",
  "legOpened",
  "viewed",
  "returnAsked",
  "returnAccepted",
  "replySubmitted",
  "reworkOrdered",
  "auditPassed",
  "published",
  "takenDown",
  "delivered",
  "supplemented",
  "rated",
];

/** Events whose words tell what a case is about; left out where only times may be seen. */
const telling: readonly EventType[] = [
  "classified",
  "consentRecorded",
  "finalAuditFlagged",
  "withheld",
  "takenDown",
  "noted",
  "formalityDone",
  "supplemented",
  "inputAsked",
  "inputGiven",
  "returnAsked",
  "returnRefused",
  "leaderDirected",
  "draftRejected",
  "reworkOrdered",
  "matterNamed",
  "corrected",
  "instructionRecorded",
];

/** What happened, in words, newest first. */
export function timeline(
  events: readonly (CaseEvent & { readonly seq: number })[],
  kase: Case,
  pack: Pack,
  world: World,
  sees: "all" | "timings",
): readonly TimelineRow[] {
  return events
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      type: event.type,
      text:
        sees === "timings" && telling.includes(event.type)
          ? zh.timeline.hidden
          : fill(catalogue(pack).events[event.type], factsOf(event, kase, pack, world)).trim(),
      who: signature(event.by, world, pack),
      audience: shown.includes(event.type) ? ("petitioner" as const) : ("internal" as const),
    }))
    .reverse();
}

/** Who did it: name, post and organisation, and for whom a stand-in did it. */
export function signature(by: Signature, world: World, pack: Pack): string {
  const words = catalogue(pack);
  if (by.kind === "system") return words.timeline.system;
  if (by.kind === "petitioner") return words.timeline.petitioner;
  const name = personName(world, by.personId);
  const stand = by.standsInFor ? fill(zh.timeline.standIn, { name: personName(world, by.standsInFor) }) : "";
  const facts = { name, org: orgName(world, by.orgId), post: words.posts[by.post] };
  return stand + fill(zh.timeline.person, facts) + (by.via ? viaWords(by.via, world) : "");
}

/** The token through which something was done, and who brought it about. */
function viaWords(via: Via, world: World): string {
  const by = via.by.map((id) => personName(world, id));
  return fill(by.length > 0 ? zh.timeline.viaGiven : zh.timeline.via, { name: via.name, by });
}

export function personName(world: World, id: string): string {
  return world.people.get(id as PersonId) ?? "";
}

function factsOf(event: CaseEvent, kase: Case, pack: Pack, world: World): Readonly<Record<string, unknown>> {
  const legOrg = "legId" in event.data && event.data.legId ? legOf(kase, event.data.legId)?.orgId : undefined;
  const org = legOrg ? orgName(world, legOrg) : "";
  const words: Record<string, unknown> = { ...event.data, org };
  for (const name of ["to", "suggested", "auditing", "copyTo", "orgId"]) {
    if (typeof words[name] === "string" && world.office.orgs.has(words[name] as OrgId)) {
      words[name] = orgName(world, words[name] as string);
    }
  }
  switch (event.type) {
    case "caseReceived":
      return { ...words, channel: zh.channels[event.data.channel] };
    case "classified":
      return { ...words, track: trackWords(event.data) };
    case "corrected":
      return {
        from: words["from"] || zh.timeline.nothing,
        to: words["to"] || zh.timeline.nothing,
        field: event.data.field,
        reason: event.data.reason ? fill(zh.timeline.because, { reason: event.data.reason }) : "",
      };
    case "noted":
      return {
        text: event.data.text,
        judgement: event.data.judgement
          ? fill(zh.timeline.judged, { judgement: zh.judgements[event.data.judgement] })
          : zh.timeline.note,
      };
    case "legOpened":
      return {
        ...words,
        org: orgName(world, event.data.orgId),
        role: event.data.role === "lead" ? zh.timeline.lead : zh.timeline.assist,
      };
    case "withheld":
      return {
        why: zh.timeline.withheld[event.data.why],
        reason: event.data.reason ? `：${event.data.reason}` : "",
      };
    case "formalityDone": {
      const formality = pack.formalities.find((f) => f.id === event.data.formality);
      return {
        what: formality?.label ?? event.data.formality,
        values: formality ? formalityWords(formality, event.data.values, world) : "",
      };
    }
    case "reportAsked":
      return { owed: event.data.owed ? zh.timeline.reportOwed : zh.timeline.reportNotOwed };
    case "urgencyMarked":
      return { urgency: event.data.urgent ? zh.timeline.urgent : zh.timeline.notUrgent };
    case "recused":
      return { who: personName(world, event.data.personId) };
    case "returnRefused":
      return { ...words, reason: event.data.deemed ? zh.timeline.deemed : (event.data.reason ?? "") };
    case "delivered":
      return {
        channel: zh.channels[event.data.channel],
        what: event.data.feedback ? zh.timeline.feedback : zh.timeline.notice,
      };
    case "dutyBreached":
      return {
        org: orgName(world, event.data.orgId),
        kind: zh.breachKinds[event.data.kind],
        duty: pack.duties.find((rule) => rule.id === event.data.rule)?.title ?? "",
      };
    case "termLapsed":
      return { duty: pack.duties.find((rule) => rule.id === event.data.rule)?.title ?? "" };
    case "breachWithdrawn":
      return {
        duty: pack.duties.find((rule) => rule.id === event.data.rule)?.title ?? "",
        why: zh.timeline.withdrawn[event.data.reason],
      };
    case "overdueChanged":
      return { kind: zh.breachKinds[event.data.kind] };
    case "rated":
      return { grade: pack.settings.ratings.value?.find((r) => r.code === event.data.grade)?.label ?? "" };
    default:
      return words;
  }
}

function trackWords(data: Extract<CaseEvent, { type: "classified" }>["data"]): string {
  const reason = data.internalReason ? `（${zh.internalReasons[data.internalReason]}）` : "";
  const complex = data.complex ? zh.timeline.complex : "";
  const before =
    data.previousTrack && data.previousTrack !== data.track
      ? fill(zh.timeline.previousTrack, { track: zh.tracks[data.previousTrack] })
      : "";
  return `${zh.tracks[data.track]}${reason}${complex}${before}${data.reasonNote ? `：${data.reasonNote}` : ""}`;
}
