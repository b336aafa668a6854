import { steps } from "../../../domain/accountability/steps.ts";
import { longTime } from "../../../domain/words/dates.ts";
import type { Actor } from "../../../domain/case/case.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { BreachKind } from "../../../domain/rules/vocabulary.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";
import { workbook } from "../../gateways/sheets/workbook.ts";
import type { House } from "../../house.ts";
import { boardOf, overseen, type Period } from "../../record/oversight/supervision.ts";
import { listBreaches } from "../../store/oversight/efficiency.ts";
import { logExport } from "../../record/log-export.ts";
import type { Told } from "../../store/case/sight.ts";
import type { World } from "../../store/world.ts";

const words = zh.sheets;

/** The efficiency board as a workbook, with a sheet that says what the columns mean; every export is written down. */
export async function exportBoard(
  house: House,
  world: World,
  pack: Pack,
  { actor, told }: { readonly actor: Extract<Actor, { kind: "staff" }>; readonly told: Told },
  period: Period,
  purpose: string,
): Promise<Buffer> {
  const region = world.region.id;
  const orgs = overseen(world, actor.orgId);
  const now = house.now();
  const board = await boardOf(house.db, told, pack, orgs, period, now);
  const ids = orgs.map((org) => org.id);
  const breaches = await listBreaches(house.db, house.keys, told, { orgs: ids, ...period, kind: null, rule: null });
  await logExport(house, region, actor, { at: now, purpose, detail: { what: "efficiencyBoard", ...period } });
  const person = world.people.get(actor.personId) ?? "";
  return workbook([
    {
      name: words.board,
      header: [
        words.unit,
        ...steps.flatMap((step) =>
          [words.met, words.of, words.rate].map((text) => fill(text, { step: zh.steps[step] })),
        ),
      ],
      rows: orgs.flatMap((org) => {
        const rates = board.get(org.id);
        if (!rates || steps.every((step) => rates[step].of === 0)) return [];
        return [[org.shortName, ...steps.flatMap((step) => [rates[step].met, rates[step].of, { share: rates[step] }])]];
      }),
    },
    {
      name: words.breaches,
      header: [words.number, words.unit, words.step, words.kind, words.since, words.cause],
      rows: breaches.map((b) => [
        b.number,
        world.office.orgs.get(b.org_id as OrgId)?.shortName ?? b.org_id,
        pack.duties.find((rule) => rule.id === b.rule)?.title ?? b.rule,
        zh.breachKinds[b.kind as BreachKind],
        { day: b.on_day },
        b.cause === "human" ? words.human : b.cause === "notHuman" ? words.notHuman : words.undecided,
      ]),
    },
    {
      name: words.legend,
      header: [words.item, words.meaning],
      rows: [
        [words.basis, pack.title],
        [words.pack, pack.id],
        [words.period, fill(words.periodText, { ...period })],
        [words.rateName, words.rateText],
        [words.export, fill(words.exportText, { person, at: longTime(now), purpose })],
      ],
    },
  ]);
}
