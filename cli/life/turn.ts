import { idle, keyOf, weightOf } from "../../demo/life/choice.ts";
import { ordersFor } from "../../demo/life/fill/inputs.ts";
import type { Scene } from "../../demo/life/scene.ts";
import type { Command } from "../../domain/case/input.ts";
import type { LawfulAct } from "../../domain/case/lawful.ts";
import { lawfulActs } from "../../domain/case/lawful.ts";
import { legOf } from "../../domain/case/legs.ts";
import { dutiesOf } from "../../domain/case/timeline.ts";
import { isOpen } from "../../domain/duty/duty.ts";
import { dutyRule } from "../../domain/rules/look-up.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { type ActOutcome, type Order, packOf } from "../../server/record/perform.ts";
import { allBarred, plannedOfCase } from "../../server/record/publication/planned.ts";
import type { Held, Life } from "./life.ts";
import { contextOf, lookAgain } from "./morning.ts";
import { orgsAround } from "./staff.ts";
import { count } from "./tally.ts";

interface Option {
  readonly what: LawfulAct;
  readonly scenes: readonly Scene[];
}

/** Whoever could do something on this case does one thing, as chance has it; false when nothing came of it. */
export async function turn(life: Life, held: Held): Promise<boolean> {
  const options = optionsOn(life, held);
  const weighed = options.map(
    (option) => [option, weightOf(option.what, option.scenes[0] as Scene, held.done)] as const,
  );
  const chosen = life.luck.weighed<Option | null>([...weighed, [null, idle]]);
  if (!chosen) return false;
  const scene = life.luck.of(chosen.scenes);
  for (const command of ordersFor(chosen.what, scene)) {
    const print = printOf(command, scene);
    if (held.done.has(print) && (chosen.what.formality !== null || command.act === "refuse")) continue;
    const order = { region: life.region, caseId: held.id, command, actor: scene.ctx.actor, seenVersion: null };
    const outcome = await lookedThrough(life, order, await actOnCase(life.house, order, null));
    if ("done" in outcome) {
      count(life.tally.acts, chosen.what.formality ?? chosen.what.act);
      held.done.add(keyOf(chosen.what));
      await lookAgain(life, held);
      return true;
    }
    if ("refused" in outcome) count(life.tally.refused, outcome.refused.code);
    held.done.add(print);
  }
  // What is refused in every way is not tried again and again.
  held.done.add(keyOf(chosen.what));
  await lookAgain(life, held);
  return false;
}

/** Whoever is asked to look at passages that may be personal before they are published has all of them barred. */
async function lookedThrough(life: Life, order: Order, outcome: ActOutcome): Promise<ActOutcome> {
  if (!("refused" in outcome) || outcome.refused.code !== "publication.undecided") return outcome;
  const barring = allBarred(await plannedOfCase(life.house, life.world, order.caseId));
  const command = { ...order.command, input: { ...order.command.input, barring } } as Command;
  return actOnCase(life.house, { ...order, command }, null);
}

/** An order as far as its choices go: what was refused once is refused again while the case stands as it does. */
function printOf({ act, legId, input }: Command, { kase, leg, ctx }: Scene): string {
  const values = "values" in input ? input.values : {};
  const formality = "formality" in input ? input.formality : "";
  const fields = ctx.pack.formalities.find(({ id }) => id === formality)?.fields ?? [];
  const chosen = fields.filter(({ kind }) => kind.startsWith("choice") || kind === "yesNo");
  const choices = chosen.map(({ name }) => String(values[name] ?? ""));
  const ground = "ground" in input ? input.ground : "";
  return ["refused", act, formality, ground, legId, kase.stage, leg?.stage, ...choices].join("/");
}

/** What stands open here, and to whom: an act that several may do is one option. */
function optionsOn(life: Life, held: Held): readonly Option[] {
  const found = new Map<string, { readonly what: LawfulAct; readonly scenes: Scene[] }>();
  const owed = owedOn(life, held);
  const duties = new Map([...life.world.cards].map(([id, card]) => [id, card.duties]));
  for (const orgId of orgsAround(held.kase, life.world)) {
    for (const actor of life.staff.get(orgId) ?? []) {
      const ctx = contextOf(life, held.kase, actor);
      for (const what of lawfulActs(held.kase, ctx)) {
        if (what.closed !== null) continue;
        const leg = legOf(held.kase, what.legId);
        const scene: Scene = { kase: held.kase, leg, ctx, story: held.story, luck: life.luck, duties, owed };
        const known = found.get(keyOf(what));
        if (known) known.scenes.push(scene);
        else found.set(keyOf(what), { what, scenes: [scene] });
      }
    }
  }
  return [...found.values()];
}

function owedOn({ world, house, now }: Life, { kase }: Held): Scene["owed"] {
  const pack = packOf(house, kase, world);
  const place = { pack, calendar: world.calendar(now()), office: world.office, now: now() };
  return dutiesOf(kase, place)
    .filter((duty) => duty.kind === "duty" && isOpen(duty))
    .flatMap(({ rule, legId }) => dutyRule(pack, rule).end.map((moment) => ({ moment, legId })));
}
