import { type Office, orgOf, peerBody, bodiesAbove } from "../office/office.ts";
import type { OrgId } from "../office/org.ts";
import type { Body } from "../rules/vocabulary.ts";
import type { Case, Leg } from "./case.ts";
import { legOf, leadLeg } from "./legs.ts";

/** The organisations that a rule means by a body, seen from a case and one of its legs. */
export function bodiesOf(body: Body, kase: Case, leg: Leg | null, office: Office): readonly OrgId[] {
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
      const auditing = leg ? auditingBody(kase, leg, office) : null;
      return auditing ? [auditing] : [];
    }
    case "supervising":
      return supervising(kase, leg, office);
  }
}

/** The one organisation that owes a duty; null when the case does not have it yet. */
export function bodyOf(body: Body, kase: Case, legId: string | null, office: Office): OrgId | null {
  return bodiesOf(body, kase, legOf(kase, legId), office)[0] ?? null;
}

/** The same-level bureau audits; the top bureau does where it reserved the audit (FZ-8.4-1, FZ-8.4-4). */
export function auditingBody(kase: Case, leg: Leg, office: Office): OrgId | null {
  if (kase.finalAudit) return kase.topBureau;
  return peerBody(office, leg.orgId, "petitionBureau")?.id ?? kase.topBureau;
}

function supervising(kase: Case, leg: Leg | null, office: Office): readonly OrgId[] {
  const charged = leg ? [leg.orgId] : kase.legs.map((l) => l.orgId);
  const places = charged.length > 0 ? charged : kase.topBureau ? [kase.topBureau] : [];
  const offices = places.flatMap((id) => bodiesAbove(office, orgOf(office, id).id, "efficiencyOffice"));
  return [...new Set(offices.map((org) => org.id))];
}
