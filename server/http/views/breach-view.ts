import type { BreachRow } from "../../../contract/efficiency.ts";
import { zh } from "../../../domain/words/zh.ts";
import { needsCause, sanctionsFor } from "../../../domain/accountability/tally.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { Responsible } from "../../../domain/case/event.ts";
import { inOffice } from "../../../domain/office/office.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import type { assistantsOf, listBreaches } from "../../store/oversight/efficiency.ts";
import type { World } from "../../store/world.ts";
import { orgName } from "./duty-view.ts";
import { personName } from "./timeline-view.ts";

export function peopleView(people: readonly Responsible[], world: World) {
  return people.map((p) => ({ id: p.personId, name: personName(world, p.personId), post: zh.posts[p.post] }));
}

export function breachRow(
  row: Awaited<ReturnType<typeof listBreaches>>[number],
  assistants: Awaited<ReturnType<typeof assistantsOf>>,
  pack: Pack,
  world: World,
): BreachRow {
  const rule = pack.duties.find((r) => r.id === row.rule);
  const kind = row.kind as BreachKind;
  const principals = inOffice(world.office, row.org_id as OrgId, row.on_day as PlainDate, "principalLeader");
  return {
    id: row.id,
    caseId: row.case_id,
    number: row.number,
    kind,
    step: rule?.title ?? row.rule,
    article: rule ? articleOf(pack, rule.clause) : "",
    org: { id: row.org_id, name: orgName(world, row.org_id) },
    on: row.on_day,
    responsible: peopleView(row.responsible as readonly Responsible[], world),
    registryGap: row.registry_gap,
    principal: principals.map((h) => ({ id: h.personId, name: personName(world, h.personId), post: zh.posts[h.post] })),
    cause: row.cause as BreachRow["cause"],
    causeNote: row.cause_note,
    needsCause: needsCause(kind, pack.measures),
    sanctions: sanctionsFor(kind, row.cause as "human" | null, pack.measures).map((s) => zh.sanctions[s]),
    assistants: assistants.filter((a) => a.case_id === row.case_id).map((a) => orgName(world, a.org_id)),
  };
}
