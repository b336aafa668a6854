import type { PlainDate } from "../calendar/plain-date.ts";
import { areaOf, bodyIn, inOffice, type Office, orgOf } from "../office/office.ts";
import type { Org, OrgId, Post } from "../office/org.ts";
import type { Pack } from "../rules/pack.ts";
import type { ChangeReport, RequiredPost } from "../rules/settings.ts";

/** A change of persons as it is reported: to whom, as main addressee or copy (FZ-10-3, FZ-10-4). */
export interface ReportLine {
  readonly to: OrgId;
  readonly as: ChangeReport["as"];
}

/** The bodies that must be told when a leader or clerk of this unit changes. */
export function changeReports(orgId: OrgId, pack: Pack, office: Office): readonly ReportLine[] {
  const org = orgOf(office, orgId);
  return pack.settings.changeReports.value
    .filter((rule) => rule.unitLevel === org.level)
    .flatMap((rule) => {
      const body = bodyAtLevel(org, rule, office);
      return body ? [{ to: body.id, as: rule.as }] : [];
    });
}

function bodyAtLevel(org: Org, rule: ChangeReport, office: Office): Org | null {
  let area: Org = areaOf(office, org.id);
  while (area.level !== rule.atLevel && area.parentId !== null) area = areaOf(office, area.parentId);
  return area.level === rule.atLevel ? bodyIn(office, area.id, rule.to) : null;
}

/** Required posts that nobody holds in an organisation on a day. */
export function vacancies(
  orgId: OrgId,
  required: readonly RequiredPost[],
  office: Office,
  on: PlainDate,
): readonly RequiredPost[] {
  return required.filter(({ post }) => inOffice(office, orgId, on, post).length === 0);
}

const ownPosts: readonly Post[] = ["clerk", "leaderInCharge", "dutyChecker", "principalLeader"];

/**
 * Whether an organisation's own leader may fill a post: those that handle its requests. A post with rights beyond the
 * organisation is the administrator's to give.
 */
export function leadersMayFill(post: Post): boolean {
  return ownPosts.includes(post);
}
