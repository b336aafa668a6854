import { dayOf } from "../../../domain/calendar/plain-date.ts";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { lawfulActs } from "../../../domain/case/lawful.ts";
import { dutiesOf } from "../../../domain/case/timeline.ts";
import { replyRules } from "../../../domain/rules/look-up.ts";
import { isCollective } from "../../../domain/rules/petitioner/collective.ts";
import { mayReveal } from "../../../domain/case/sight.ts";
import type { Opened } from "../../actions/cases/open-case.ts";
import type { House } from "../../house.ts";
import { addressFor, openPetitioner } from "../../record/petitioner.ts";
import { packOf } from "../../record/perform.ts";
import { refusalWords } from "../../record/wording/refusal-text.ts";
import { sourceOf } from "../../store/case/imported.ts";
import { readContent } from "../../store/case/content.ts";
import { filesOfCase } from "../../store/case/files.ts";
import { caseFacts, casesOfChain } from "../../store/case/related.ts";
import { readEvents } from "../../store/case/load.ts";
import { readPetitioner } from "../../store/case/petitioner.ts";
import { readDeskDrafts } from "../../store/once/drafts.ts";
import { waitsUntil } from "../../record/telling/planned.ts";
import { messagesOfCase } from "../../store/once/messages.ts";
import { accessesOfCase } from "../../store/oversight/access-log.ts";
import type { World } from "../../store/world.ts";
import type { StaffCaller } from "../caller.ts";
import { missing } from "../fault.ts";
import { hidden } from "./case-row.ts";
import { actsView, dutiesView, formsView, gradeName, legsView, sealed } from "./case-view.ts";
import { orgName } from "./duty-view.ts";
import { colleagues } from "./colleagues.ts";
import { factsView } from "./facts-view.ts";
import { personName, signature, timeline } from "./timeline-view.ts";
import { chainOf, importedView } from "./chain-view.ts";
import { isStuck } from "./stuck.ts";
import { ownStep } from "./own-step.ts";
import { judgingView } from "./dissatisfaction/judging-view.ts";

/** Everything about a case that this person may know, gathered for one screen. */
export async function caseDetail(house: House, world: World, opened: Opened, caller: StaffCaller): Promise<CaseDetail> {
  const region = world.region.id;
  const { kase, chainId } = opened.stored;
  const pack = packOf(house, kase, world);
  const now = house.now();
  const facts = await caseFacts(house.db, house.keys, region, kase.id);
  if (!facts) throw missing();
  const all = opened.sees === "all";
  const [events, content, petitioner, files, messages, reads, drafts, chain, chained] = await Promise.all([
    readEvents(house.db, house.keys, region, kase.id),
    readContent(house.db, house.keys, region, kase.id),
    readPetitioner(house.db, region, kase.id),
    filesOfCase(house.db, house.keys, region, kase.id),
    messagesOfCase(house.db, house.keys, region, kase.id),
    accessesOfCase(house.db, region, kase.id),
    readDeskDrafts(house.db, house.keys, region, caller.personId, kase.id),
    chainOf(
      house,
      world,
      chainId,
      kase.id,
      replyRules(pack).map((rule) => rule.id),
    ),
    chainId ? casesOfChain(house.db, { region, orgId: caller.orgId, posts: caller.posts }, chainId) : [],
  ]);
  const ctx = { now, actor: caller.actor, office: world.office, pack, calendar: world.calendar(now), chain };
  const duties = dutiesOf(kase, ctx);
  const acts = lawfulActs(kase, ctx);
  const free = acts.filter(({ closed }) => closed === null);
  const received = events.find((e) => e.type === "caseReceived");
  const words = refusalWords(kase, events, pack, world);
  const imported = events.find((e) => e.type === "caseImported");
  const rated = events.findLast((e) => e.type === "rated");
  const matterTexts = new Map(
    events.flatMap((e) => (e.type === "matterNamed" ? [[e.data.matterId, e.data.text] as const] : [])),
  );
  return {
    id: kase.id,
    number: facts.number,
    version: kase.version,
    title: all ? (content?.title_given ?? facts.title) : hidden,
    stage: kase.stage,
    sees: opened.sees,
    sealed: sealed(kase, pack),
    track: kase.track,
    internalReason: kase.internalReason,
    subject: kase.subject,
    accused: all && kase.accused ? { id: kase.accused, name: orgName(world, kase.accused) } : null,
    complex: kase.complex,
    finalAudit: kase.finalAudit,
    urgent: facts.urgent,
    channel: kase.channel,
    receivedAt: kase.receivedAt,
    registeredBy: received && received.by.kind === "staff" ? signature(received.by, world, pack) : null,
    choice: kase.choice,
    consentedOn: kase.consentedOn,
    category: all ? facts.category : null,
    area: all && facts.area_id ? { id: facts.area_id, name: orgName(world, facts.area_id) } : null,
    place: all ? facts.place : null,
    content: all ? (content?.content ?? "") : hidden,
    claim: all ? (content?.claim ?? null) : null,
    pack: { id: pack.id, title: pack.title, citation: pack.terms.citation },
    petitioner:
      all && petitioner
        ? {
            kind: petitioner.kind,
            name: petitioner.name_masked,
            phone: petitioner.phone_masked,
            replyBy: petitioner.reply_by,
            people: petitioner.people,
            collective: isCollective(petitioner.people, kase.channel, pack),
            mayReveal: mayReveal(kase, caller.actor, ctx),
            codeBySms: house.ways.sms && addressFor(openPetitioner(house.keys, petitioner.sealed), "sms") !== null,
          }
        : null,
    refusal: words && all ? { reason: words.reason, rule: words.rule, wayOn: words.wayOn } : null,
    matters: kase.matters.map((matter) => ({
      id: matter.id,
      title: all ? matter.title : null,
      text: all ? (matterTexts.get(matter.id) ?? null) : null,
      stage: matter.stage,
      publication: matter.publication,
    })),
    facts: all ? factsView(kase, pack, world) : [],
    legs: legsView(kase, events, world, opened.sees),
    duties: dutiesView(duties, pack, world, now, (duty) => ownStep(duty, kase, ctx, free, caller)),
    acts: actsView(acts, kase, pack, world, { orgId: caller.orgId, duties }),
    timeline: [...timeline(events, kase, pack, world, opened.sees)],
    files: all
      ? files.map((file) => ({
          id: file.id,
          name: file.name,
          type: file.type,
          size: file.size,
          purpose: file.purpose,
          forPetitioner: file.for_petitioner,
          uploadedAt: file.uploaded_at,
        }))
      : [],
    messages: all
      ? messages.map((m) => ({
          id: m.id,
          notice: m.notice,
          channel: m.channel as CaseDetail["channel"],
          recipient: m.recipient_masked,
          body: m.body,
          state: m.state,
          stuck: isStuck(m.state, m.channel, m.recipient_masked, house),
          createdAt: m.created_at,
          settledAt: m.settled_at,
          sendAfter: waitsUntil(m),
          attempts: m.attempts.map((a) => ({ at: a.at, result: a.result, detail: a.detail })),
        }))
      : [],
    repeats: {
      chain: chained
        .filter((row) => row.id !== kase.id)
        .map((row) => ({ ...row, stage: row.stage as CaseDetail["stage"] })),
      timelyReplies: Math.max(0, ...Object.values(chain.timelyReplies)),
    },
    source: all ? await sourceOf(house.db, world.region.id, kase.id) : null,
    imported: imported?.type === "caseImported" && all ? importedView(imported.data) : null,
    judging: all ? judgingView(events, kase, pack, caller.actor, free) : null,
    rating: rated?.type === "rated" && all ? { ...rated.data, label: gradeName(rated.data.grade, pack) } : null,
    reads: reads.map((read) => ({
      at: read.at,
      who: read.person_id ? `${personName(world, read.person_id)}（${orgName(world, read.org_id ?? "")}）` : "",
      what: read.what,
      reason: all ? read.reason : null,
    })),
    drafts: drafts.map((draft) => ({ act: draft.act, data: draft.data, savedAt: draft.saved_at })),
    today: dayOf(now),
    forms: formsView(kase, pack, colleagues(kase, pack, world, caller.orgId)),
  };
}
