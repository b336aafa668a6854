import { chance } from "../../demo/life/chance.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Case } from "../../domain/case/case.ts";
import { noChain } from "../../domain/case/context.ts";
import { decide } from "../../domain/case/decide.ts";
import type { Command } from "../../domain/case/input.ts";
import { lawfulActs } from "../../domain/case/lawful.ts";
import { legOf } from "../../domain/case/legs.ts";
import { chinaTime, tell } from "../../domain/proof/story.ts";
import type { Entry } from "../../domain/rules/entry.ts";
import type { Example, Filing } from "../../domain/rules/example.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { type Act, acts, legActs } from "../../domain/rules/vocabulary.ts";
import { inputFor } from "./fill.ts";
import { packs } from "../../packs/index.ts";
import { calledOf, type Said, readingOf, type Setting } from "./life.ts";

type Story = Extract<Example, { readonly filing: Filing }>;

/**
 * The entries of a pack whose examples are stories, by part and id. What a pack has from the one that it stands on is
 * told in the office of that one.
 */
export function storiesOf(pack: Pack): ReadonlyMap<string, Story> {
  const below = packs.find(({ id }) => id === pack.standsOn);
  const entries = parts.flatMap((part) =>
    pack[part].flatMap((entry: Entry) => {
      const fromBelow = below?.[part].some(({ words, example }) => words === entry.words && example === entry.example);
      return fromBelow ? [] : [[`${part}/${entry.id}`, entry.example] as const];
    }),
  );
  return new Map(entries.flatMap(([name, example]) => ("filing" in example ? [[name, example] as const] : [])));
}

const parts = ["grounds", "powers", "sights", "duties", "measures", "notices", "formalities", "papers"] as const;

/** The story of an entry as the engine has it, and every deed of some people at its end. */
export function exampleTold(setting: Setting, name: string): readonly Said[] {
  const example = storiesOf(setting.pack).get(name);
  if (!example) throw new Error(`no story under ${name}`);
  const { pack, calendar } = setting;
  const { kase, events, refused } = tell(example.filing, example.steps, example.now ?? null, { pack, calendar });
  const now = chinaTime(example.now ?? example.steps.at(-1)?.at ?? example.filing.at);
  return [{ events, refused }, readingOf(kase, { ...setting, now }), ...everyDeed(kase, now, setting, name)];
}

interface Deed {
  readonly act: Act;
  readonly formality: string | null;
}

function deedsOf(pack: Pack): readonly Deed[] {
  const plain = acts.filter((act) => act !== "file" && act !== "register" && !act.startsWith("carryOut"));
  const own = pack.formalities.map(
    ({ id, on }): Deed => ({ act: on === "case" ? "carryOut" : "carryOutOnLeg", formality: id }),
  );
  return [...plain.map((act): Deed => ({ act, formality: null })), ...own];
}

/** Every act and formality, on the last leg where it is about one, as twelve people try it; and what they are offered. */
function everyDeed(kase: Case, now: Instant, setting: Setting, seed: string): readonly Said[] {
  const { pack, people, office, calendar } = setting;
  const luck = chance(`${pack.id}/${seed}`);
  const some = [...people.slice(-2), ...Array.from({ length: 10 }, () => luck.of(people))];
  return some.map((actor) => {
    const ctx = { now, actor, office, pack, calendar, chain: noChain };
    const tried = deedsOf(pack).map(({ act, formality }) => {
      const legId = (legActs as readonly Act[]).includes(act) ? (kase.legs.at(-1)?.id ?? null) : null;
      const input = inputFor(act as "view", formality, { kase, leg: legOf(kase, legId), ctx, luck });
      const decision = decide({ act, legId, input } as Command, kase, ctx);
      return "refused" in decision ? decision.refused : decision.events;
    });
    return { who: calledOf(actor), offers: lawfulActs(kase, ctx), tried };
  });
}
