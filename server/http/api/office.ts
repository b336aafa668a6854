import type { FastifyInstance } from "fastify";
import { type OrgNode, office } from "../../../contract/office.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { postsOffered } from "../../../domain/accountability/posts-offered.ts";
import { changeReports } from "../../../domain/accountability/registry.ts";
import { dayOf } from "../../../domain/calendar/plain-date.ts";
import { initialsOf } from "../../../domain/office/initials.ts";
import { hasJoined, orgOf } from "../../../domain/office/office.ts";
import type { Org, Post } from "../../../domain/office/org.ts";
import { clauseOf } from "../../../domain/rules/look-up.ts";
import type { Channel } from "../../../domain/rules/vocabulary.ts";
import { addUnit } from "../../actions/office/add-unit.ts";
import { addToPeople, setPersonActive } from "../../actions/office/keep-people.ts";
import { proposeChange } from "../../actions/office/changes/propose.ts";
import { endAppointment, type RegistryOutcome } from "../../actions/office/keep-registry.ts";
import { changeMembership } from "../../actions/office/change-membership.ts";
import { takeNote } from "../../actions/cases/take-note.ts";
import { keepsRights } from "../../record/oversight/registry-change.ts";
import { mayFill, mayKeepRegistry } from "../../record/oversight/registry-rights.ts";
import { countedSince, waitEnds } from "../../record/signing/tries.ts";
import { lockedAccounts } from "../../store/office/signing/tries.ts";
import { holdingsOf, peopleOf } from "../../store/office/registry.ts";
import { noticesOf } from "../../store/oversight/notices.ts";
import type { World } from "../../store/world.ts";
import { mustBeInPerson, mustHold } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { changeRefused } from "./trust/changes.ts";
import { packToday, toldOf } from "./worklist.ts";

/** Organisations, the registry of responsible persons, people and accounts, notices between bodies. */
export function officeDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;

  hang(app, shop, office.tree, async () => {
    const world = await worldOf(shop);
    return { orgs: [...world.office.orgs.values()].map((org) => nodeOf(org, world, shop)) };
  });

  hang(app, shop, office.card, async ({ params, caller }) => {
    const world = await worldOf(shop);
    const org = world.office.orgs.get(params.id);
    if (!org) throw missing();
    const pack = packToday(shop, world);
    const today = dayOf(house.now());
    const rows = await holdingsOf(house.db, region, params.id);
    const working = rows.filter((row) => row.active && row.valid_from <= today && (row.valid_to ?? today) >= today);
    const empty = pack.settings.requiredPosts.value.filter(({ post }) => !working.some((row) => row.post === post));
    return {
      org: nodeOf(org, world, shop),
      phone: world.cards.get(org.id)?.phone ?? null,
      address: world.cards.get(org.id)?.address ?? null,
      holdings: rows.map((row) => ({
        id: row.id,
        person: { id: row.person_id, name: row.name, active: row.active },
        post: row.post as Post,
        from: row.valid_from,
        to: row.valid_to,
        standsInFor: row.stands_in_for ? (world.people.get(row.stands_in_for as never) ?? null) : null,
        current: row.valid_from <= today && (row.valid_to === null || today <= row.valid_to),
      })),
      vacancies:
        org.kind === "handlingUnit"
          ? empty.map((v) => ({ post: v.post, article: clauseOf(pack, v.clause).article }))
          : [],
      reports: changeReports(org.id, pack, world.office).map((line) => ({ to: orgName(world, line.to), as: line.as })),
      mayEdit: mayKeepRegistry(caller.actor, org.id),
      mayFill: postsOffered(org.kind, pack).filter((post) => mayFill(caller.actor, org.id, post)),
    };
  });

  hang(app, shop, office.addUnit, async ({ body, caller, once }) => {
    const outcome = await addUnit(house, { region, actor: caller.actor, unit: body }, once);
    if (outcome === "notFound") throw missing();
    if (typeof outcome !== "string") return outcome;
    throw fault(outcome === "right.missing" ? 403 : 422, outcome, { name: body.name });
  });

  hang(app, shop, office.people, async ({ caller }) => {
    mustHold(caller, "administrator", "securityOfficer", "leaderInCharge");
    const world = await worldOf(shop);
    const keeper = keepsRights(caller.actor);
    const now = house.now();
    const people = await peopleOf(house.db, region, dayOf(now));
    const locked = keeper ? await lockedAccounts(house.db, region, countedSince(now)) : null;
    const visible = keeper ? people : people.filter((p) => p.posts.some((h) => h.org_id === caller.orgId));
    return {
      people: visible.map((person) => {
        const last = locked?.get(person.account_id ?? "");
        return {
          id: person.id,
          name: person.name,
          login: keeper ? person.login : null,
          active: person.active,
          posts: person.posts.map((h) => ({ org: orgName(world, h.org_id), orgId: h.org_id, post: h.post })),
          lastSignIn: keeper ? person.last_sign_in : null,
          phone: keeper ? person.phone : null,
          lockedUntil: last ? waitEnds(last) : null,
          mustChange: keeper && person.must_change === true,
        };
      }),
    };
  });

  hang(app, shop, office.addPerson, async ({ body, caller, once }) => {
    mustBeInPerson(caller);
    mustHold(caller, "administrator", "leaderInCharge");
    const admin = caller.posts.includes("administrator");
    const person = admin ? body : { ...body, login: null, password: null };
    const outcome = await addToPeople(house, region, caller.actor, person, once);
    if (outcome === "conflict") throw fault(409, "conflict");
    if (outcome === "notFound") throw missing();
    if (typeof outcome === "string") throw fault(422, `password.${outcome}`);
    return outcome;
  });

  hang(app, shop, office.setActive, async ({ params, body, caller, once }) => {
    mustHold(caller, "administrator");
    mustBeInPerson(caller);
    const world = await worldOf(shop);
    const order = { region, actor: caller.actor, id: params.id, active: body.active };
    const outcome = await setPersonActive(house, packToday(shop, world), order, once);
    if (outcome === false) throw missing();
    if (outcome !== true) {
      const facts = { org: world.region.name, post: zh.posts[outcome.lastOn] };
      throw fault(422, "registry.lastOfKind", facts);
    }
    return { done: true as const };
  });

  hang(app, shop, office.appoint, async ({ params, body, caller, once }) => {
    mustBeInPerson(caller);
    const world = await worldOf(shop);
    const { personId, reason, ...rest } = body;
    const data = { orgId: params.id, ...rest };
    const order = { region, actor: caller.actor, kind: "holding", personId, data, reason } as const;
    const outcome = await proposeChange(house, packToday(shop, world), order, once);
    if ("fault" in outcome) throw changeRefused(outcome, world, world.people.get(personId));
    return outcome;
  });

  hang(app, shop, office.endHolding, async ({ params, body, caller, once }) => {
    mustBeInPerson(caller);
    const world = await worldOf(shop);
    const order = { region, actor: caller.actor, orgId: params.id, holding: params.holding, to: body.to };
    const outcome = await endAppointment(house, packToday(shop, world), order, once);
    return registryReply(outcome, world, params.id);
  });

  hang(app, shop, office.setMembership, async ({ params, body, caller, once }) => {
    const world = await worldOf(shop);
    if (!world.office.orgs.has(params.id)) throw missing();
    const order = { region, actor: caller.actor, orgId: params.id, ...body };
    const outcome = await changeMembership(house, packToday(shop, world), order, once);
    if (outcome === "right.missing") throw fault(403, outcome);
    if (outcome !== "done") {
      const posts = outcome.missing.map((post) => zh.posts[post]);
      throw fault(422, "registry.notStaffed", { org: orgName(world, params.id), posts });
    }
    return { done: true as const };
  });

  hang(app, shop, office.notices, async ({ caller }) => {
    const world = await worldOf(shop);
    const rows = await noticesOf(house.db, house.keys, toldOf(shop, caller), 200);
    return {
      rows: rows.map((row) => ({
        id: row.id,
        from: orgName(world, row.from_org),
        as: row.as_kind as "report" | "copy",
        topic: row.topic,
        text: noticeText(row.topic, row.from_org, row.body, world),
        createdAt: row.created_at,
        readAt: row.read_at,
        readBy: row.read_by ? (world.people.get(row.read_by as never) ?? "") : null,
      })),
    };
  });

  hang(app, shop, office.readNotice, async ({ params, caller, once }) => {
    if (!(await takeNote(house, region, caller.actor, params.id, once))) throw missing();
    return { done: true as const };
  });
}

function nodeOf(org: Org, world: World, shop: Shop): OrgNode {
  const card = world.cards.get(org.id);
  return {
    ...org,
    initials: card?.initials || initialsOf(org.shortName),
    duties: card?.duties ?? "",
    joined: hasJoined(org, dayOf(shop.house.now())),
  };
}

function registryReply(
  outcome: RegistryOutcome,
  world: World,
  orgId: Org["id"],
): { id: string; notices: { to: string; as: "report" | "copy" }[] } {
  if (!("fault" in outcome)) {
    return { id: outcome.id, notices: outcome.notices.map((n) => ({ to: orgName(world, n.to), as: n.as })) };
  }
  if (outcome.fault === "notFound") throw missing();
  const facts = { org: orgOf(world.office, orgId).shortName, post: outcome.post ? zh.posts[outcome.post] : "" };
  throw fault(outcome.fault === "right.missing" ? 403 : 422, outcome.fault, facts);
}

/** A change beside others in office is told as what it is: nobody has taken anybody's place. */
function wordingOf(topic: string, data: Record<string, unknown>): keyof typeof zh.orgNotices {
  const beside = Array.isArray(data["beside"]) && data["beside"].length > 0;
  if (topic !== "personsChanged" || !beside) return topic as keyof typeof zh.orgNotices;
  if (data["standIn"] === true && data["next"]) return "standsIn";
  if (data["old"] && data["next"]) return "personsChanged";
  return data["next"] ? "personsAdded" : "personsLeft";
}

function noticeText(topic: string, from: string, body: unknown, world: World): string {
  const data = body as Record<string, unknown>;
  const post = typeof data["post"] === "string" ? zh.posts[data["post"] as Post] : "";
  const facts = {
    ...data,
    org: orgName(world, typeof data["holder"] === "string" ? data["holder"] : from),
    post,
    channel: typeof data["channel"] === "string" ? zh.channels[data["channel"] as Channel] : "",
    old: data["old"] ?? zh.orgNotices.vacant,
    next: data["next"] ?? zh.orgNotices.leaving,
  };
  return fill(zh.orgNotices[wordingOf(topic, data)] ?? "", facts);
}
