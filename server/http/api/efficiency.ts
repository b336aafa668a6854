import type { FastifyInstance } from "fastify";
import { boardCases } from "../../../contract/case/board-cases.ts";
import { efficiency } from "../../../contract/efficiency.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { rulesOfStep } from "../../../domain/accountability/steps.ts";
import { ladderPost } from "../../../domain/accountability/tally.ts";
import { dayOf, yearOf } from "../../../domain/calendar/plain-date.ts";
import { dayKind, isWorked } from "../../../domain/calendar/work-calendar.ts";
import type { Responsible } from "../../../domain/case/event.ts";
import { sealedGrounds } from "../../../domain/case/sight.ts";
import { hasJoined, inOffice } from "../../../domain/office/office.ts";
import { type OrgId, unitKinds } from "../../../domain/office/org.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import { decideOnProposal, recordCause, type SuperviseOutcome } from "../../actions/oversight/supervise.ts";
import { openPrincipalItem } from "../../actions/oversight/open-principal-item.ts";
import { exportYearly } from "../../actions/oversight/export-yearly.ts";
import { issueCircular } from "../../actions/oversight/issue-circular.ts";
import { exportBoard } from "../../actions/oversight/export-board.ts";
import { boardOf, circularBody, overseen, yearlyRates } from "../../record/oversight/supervision.ts";
import { casesOfYear } from "../../record/oversight/yearly-cases.ts";
import { casesById } from "../../store/work/lists.ts";
import { countedDuties, lateByOrg, lateCases } from "../../store/oversight/counted-duties.ts";
import { listBreaches } from "../../store/oversight/efficiency.ts";
import { admonitionsByOrg, circularsOf, proposalsOf } from "../../store/oversight/proposals.ts";
import { queueChecks } from "../../store/oversight/queue-checks.ts";
import { mustHold, type StaffCaller } from "../caller.ts";
import { hang } from "../door.ts";
import { fault, missing } from "../fault.ts";
import { type Shop, worldOf } from "../shop.ts";
import { orgName } from "../views/duty-view.ts";
import { personName } from "../views/timeline-view.ts";
import { packToday, readerOf, sendSheet, toldOf } from "./worklist.ts";
import { peopleView } from "../views/breach-view.ts";
import { breachesOf } from "../oversight/breaches.ts";

/** The efficiency offices: they read every step of their area, decide causes and sanctions, and edit no case. */
export function efficiencyDoors(app: FastifyInstance, shop: Shop): void {
  const { house, region } = shop;
  const setting = async (caller: StaffCaller) => {
    mustHold(caller, "efficiencyOfficer");
    const world = await worldOf(shop);
    return { world, pack: packToday(shop, world), orgs: overseen(world, caller.orgId) };
  };

  hang(app, shop, efficiency.board, async ({ query, caller }) => {
    const { pack, orgs } = await setting(caller);
    const board = await boardOf(house.db, toldOf(shop, caller), pack, orgs, query, house.now());
    const breaches = await listBreaches(house.db, house.keys, toldOf(shop, caller), {
      orgs: orgs.map((o) => o.id),
      ...query,
      kind: null,
      rule: null,
    });
    const late = await lateByOrg(
      house.db,
      toldOf(shop, caller),
      orgs.map((o) => o.id),
      dayOf(house.now()),
    );
    const counts = (orgId: string, kind: BreachKind) =>
      breaches.filter((b) => b.org_id === orgId && b.kind === kind).length;
    return {
      rows: orgs.flatMap((org) => {
        const rates = board.get(org.id);
        if (!rates) return [];
        const named = {
          misses: counts(org.id, "missedViewing"),
          lapsed: counts(org.id, "lapsedUnhandled"),
          lateHandling: counts(org.id, "lateHandling"),
          late: counts(org.id, "late"),
          urgedAgain: counts(org.id, "urgedAgain"),
          overdue: late.get(org.id) ?? 0,
        };
        if ([...Object.values(rates).map((rate) => rate.of), ...Object.values(named)].every((n) => n === 0)) return [];
        return [
          {
            org: { id: org.id, name: org.shortName },
            ...rates,
            ...named,
          },
        ];
      }),
    };
  });

  hang(app, shop, boardCases.counted, async ({ query, caller }) => {
    const { pack, orgs } = await setting(caller);
    if (!orgs.some((org) => org.id === query.org)) throw missing();
    const today = dayOf(house.now());
    const { step, ...of } = query;
    const rows =
      step === "overdue"
        ? await lateCases(house.db, toldOf(shop, caller), query.org, today)
        : await countedDuties(house.db, toldOf(shop, caller), { ...of, rules: rulesOfStep(pack, step), today });
    return {
      rows: rows.map((row) => ({
        caseId: row.case_id,
        number: row.number,
        step: pack.duties.find((rule) => rule.id === row.rule)?.title ?? row.rule,
        due: row.due_on,
        state:
          row.state === "met"
            ? ("met" as const)
            : row.state === "metLate"
              ? ("metLate" as const)
              : ("overdue" as const),
        endedOn: row.ended_on,
      })),
    };
  });

  hang(app, shop, efficiency.breaches, async ({ query, caller }) => {
    mustHold(caller, "efficiencyOfficer");
    return { rows: (await breachesOf(shop, caller, await worldOf(shop), query, 2000)).rows };
  });

  hang(app, shop, efficiency.decideCause, async ({ params, body, caller, once }) => {
    const { pack } = await setting(caller);
    return settledOr(await recordCause(house, pack, { region, actor: caller.actor, id: params.id, ...body }, once));
  });

  hang(app, shop, efficiency.proposals, async ({ caller }) => {
    const { world, pack, orgs } = await setting(caller);
    const offices = orgs.filter((org) => org.kind === pack.settings.supervisedBy.value).map((org) => org.id);
    const rows = await proposalsOf(house.db, region, offices);
    const admonitions = await admonitionsByOrg(house.db, region, yearOf(dayOf(house.now())));
    const steps = world.region.settings.ladder ?? measureOf(pack.measures, "ladder")?.steps ?? null;
    return {
      rows: rows.map((row) => {
        const measure = pack.measures.find((m) => m.id === row.measure.split(":")[0]);
        const had = admonitions.get(row.org_id) ?? 0;
        const post = ladderPost(had + (row.state === "proposed" ? 1 : 0), steps);
        return {
          id: row.id,
          org: { id: row.org_id, name: orgName(world, row.org_id) },
          sanction: row.sanction,
          reason: measure?.words ?? "",
          article: measure ? articleOf(pack, measure.clause) : "",
          on: row.on_day,
          days: (row.evidence as readonly { on: string }[]).map((e) => e.on),
          people: peopleView(row.people as readonly Responsible[], world),
          state: row.state as "proposed",
          decidedBy: row.decided_by ? personName(world, row.decided_by) : null,
          decidedAt: row.decided_at,
          note: row.note,
          admonitions: had,
          ladderPost: post ? zh.posts[post] : null,
        };
      }),
    };
  });

  hang(app, shop, efficiency.decideProposal, async ({ params, body, caller, once }) =>
    settledOr(await decideOnProposal(house, { region, actor: caller.actor, id: params.id, ...body }, once)),
  );

  hang(app, shop, efficiency.openPrincipalItem, async ({ body, caller, once }) => {
    const { pack } = await setting(caller);
    const outcome = await openPrincipalItem(house, pack, { region, actor: caller.actor, ...body }, once);
    if (outcome === "missing") throw missing();
    return outcome;
  });

  hang(app, shop, efficiency.draftCircular, async ({ query, caller }) => {
    const { world, pack } = await setting(caller);
    return circularBody(
      house.db,
      world,
      pack,
      { officeId: caller.orgId, sealedGrounds: sealedGrounds(house.packs) },
      query,
      house.now(),
    );
  });

  hang(app, shop, efficiency.issueCircular, async ({ body, caller, once }) => {
    const { pack } = await setting(caller);
    return issueCircular(house, pack, { region, actor: caller.actor, period: body }, once);
  });

  hang(app, shop, efficiency.circulars, async ({ caller }) => {
    const world = await worldOf(shop);
    const rows = await circularsOf(house.db, region, null);
    const seen = rows.filter((row) => overseen(world, row.office_id as OrgId).some((org) => org.id === caller.orgId));
    return {
      rows: seen.map((row) => ({
        id: row.id,
        office: orgName(world, row.office_id),
        body: row.body as Awaited<ReturnType<typeof circularBody>>,
        issuedAt: row.issued_at ?? "",
        issuedBy: row.issued_by ? personName(world, row.issued_by) : "",
      })),
    };
  });

  hang(app, shop, efficiency.checks, async ({ query, caller }) => {
    const { world, orgs } = await setting(caller);
    const kind = dayKind(world.calendar(house.now()), query.day);
    const checks = await queueChecks(house.db, region, query.day);
    const owed = orgs.filter(
      (org) => org.kind === "petitionBureau" || (unitKinds.includes(org.kind) && hasJoined(org, query.day)),
    );
    return {
      workingDay: "kind" in kind && isWorked(kind),
      gap: "gap" in kind ? kind.gap : null,
      rows: owed.map((org) => {
        const check = checks.find((c) => c.org_id === org.id);
        const named = inOffice(world.office, org.id, query.day, "dutyChecker").map((h) =>
          personName(world, h.personId),
        );
        return {
          org: { id: org.id, name: org.shortName },
          checker: named.join("、") || null,
          at: check?.first_at ?? null,
          by: check ? personName(world, check.person_id) : null,
        };
      }),
    };
  });

  hang(app, shop, efficiency.yearly, async ({ query, caller }) => {
    const { world, pack } = await setting(caller);
    const yearly = await yearlyRates(house.db, world, pack, toldOf(shop, caller), query.year, house.now());
    return { ...yearly, weights: yearly.weights ? { ...yearly.weights } : null, rows: [...yearly.rows] };
  });

  hang(app, shop, efficiency.yearlyCases, async ({ query, caller }) => {
    const { pack, orgs } = await setting(caller);
    const asked = { orgs: orgs.map((org) => org.id as string).filter((id) => id === query.org), year: query.year };
    const all = await casesOfYear(house.db, toldOf(shop, caller), pack, { ...asked, now: house.now() });
    const rows = all.filter((row) => row.rate === query.rate);
    const readable = await casesById(house.db, readerOf(shop, caller), [...new Set(rows.map((row) => row.id))]);
    const ids = new Set(readable.map((row) => row.id));
    return { rows: rows.map(({ id, number, on, met }) => ({ id: ids.has(id) ? id : null, number, on, met })) };
  });

  hang(app, shop, efficiency.exportYearly, async ({ query, caller, reply }) => {
    const { world, pack } = await setting(caller);
    const file = await exportYearly(house, world, pack, { actor: caller.actor, told: toldOf(shop, caller) }, query);
    return sendSheet(reply, fill(zh.sheets.files.yearly, { year: query.year }), dayOf(house.now()), file);
  });

  hang(app, shop, efficiency.export, async ({ query, caller, reply }) => {
    const { world, pack } = await setting(caller);
    const file = await exportBoard(
      house,
      world,
      pack,
      { actor: caller.actor, told: toldOf(shop, caller) },
      query,
      query.purpose,
    );
    return sendSheet(reply, zh.sheets.files.board, `${query.from}-${query.to}`, file);
  });
}

function settledOr(outcome: SuperviseOutcome): { done: true } {
  if (outcome === "missing") throw missing();
  if (outcome === "conflict") throw fault(409, "conflict");
  return { done: true };
}
