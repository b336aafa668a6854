import { type Office, orgOf, peerBody, bodiesAbove } from "../office/office.ts";
import type { OrgId, OrgKind, Post } from "../office/org.ts";
import type { Pack } from "../rules/pack.ts";
import type { Body } from "../rules/vocabulary.ts";
import type { Case, Leg } from "./case.ts";
import { factOf } from "./facts.ts";
import { legOf, leadLeg } from "./legs.ts";

/** The organisations and the regulation that a body is looked up in. */
export interface World {
  readonly office: Office;
  readonly pack: Pack;
}

/** The organisations that a rule means by a body, seen from a case and one of its legs. */
export function bodiesOf(body: Body, kase: Case, leg: Leg | null, world: World): readonly OrgId[] {
  switch (body) {
    case "intake":
      return kase.intake ? [kase.intake] : [];
    case "topBureau":
      return kase.topBureau ? [kase.topBureau] : [];
    case "sender":
      return leg ? [leg.sender] : [];
    case "holder":
      return leg ? [leg.orgId] : kase.legs.filter((l) => l.stage !== "recalled").map((l) => l.orgId);
    case "lead": {
      const lead = leg ? leadLeg(kase, leg.matterId) : null;
      return lead ? [lead.orgId] : [];
    }
    case "auditing": {
      const auditing = leg ? auditingBody(kase, leg, world) : null;
      return auditing ? [auditing] : [];
    }
    case "supervising":
      return supervising(kase, leg, world);
    default: {
      if (body.startsWith("kind:")) return besideTop(body.slice("kind:".length) as OrgKind, kase, world);
      const name = body.slice("fact:".length);
      const places = leg ? [leg.id] : [null, ...kase.legs.map((l) => l.id)];
      const named = places.map((legId) => factOf(kase, name, legId));
      return [...new Set(named)].filter(
        (org): org is OrgId => typeof org === "string" && world.office.orgs.has(org as OrgId),
      );
    }
  }
}

/**
 * The one organisation that owes a duty: of several that are meant the one in which the post is held, else the first;
 * null when the case does not have it yet.
 */
export function bodyOf(
  body: Body,
  kase: Case,
  legId: string | null,
  world: World,
  post: Post | null = null,
): OrgId | null {
  const meant = bodiesOf(body, kase, legOf(kase, legId), world);
  const held = (id: OrgId) => (world.office.holdings.get(id) ?? []).some((holding) => holding.post === post);
  return (meant.length > 1 ? meant.find(held) : undefined) ?? meant[0] ?? null;
}

/**
 * Who audits a reply: whom the regulation names, or the top body where that reserved the audit (FZ-8.4-1, FZ-8.4-4).
 * Null where the regulation has no audit.
 */
export function auditingBody(kase: Case, leg: Leg, { office, pack }: World): OrgId | null {
  if (kase.finalAudit) return kase.topBureau;
  switch (pack.settings.auditedBy.value) {
    case "peerBureau":
      return peerBody(office, leg.orgId, "petitionBureau")?.id ?? kase.topBureau;
    case "sender":
      return leg.sender;
    case "top":
      return kase.topBureau;
    case null:
      return null;
  }
}

function besideTop(kind: OrgKind, { topBureau, intake }: Case, { office }: World): readonly OrgId[] {
  const seat = topBureau ?? intake;
  const body = seat ? peerBody(office, seat, kind) : null;
  return body ? [body.id, ...sections(body.id, kind, office)] : [];
}

/** The sections of a body that are listed by themselves, of its own kind: 行政科 of a government's office. */
function sections(id: OrgId, kind: OrgKind, office: Office): readonly OrgId[] {
  return (office.children.get(id) ?? []).filter((org) => org.kind === kind).map((org) => org.id);
}

function supervising(kase: Case, leg: Leg | null, { office, pack }: World): readonly OrgId[] {
  const charged = leg ? [leg.orgId] : kase.legs.map((l) => l.orgId);
  const places = charged.length > 0 ? charged : kase.topBureau ? [kase.topBureau] : [];
  const offices = places.flatMap((id) => bodiesAbove(office, orgOf(office, id).id, pack.settings.supervisedBy.value));
  return [...new Set(offices.map((org) => org.id))];
}
