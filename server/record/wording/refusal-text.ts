import type { Case } from "../../../domain/case/case.ts";
import type { CaseEvent } from "../../../domain/case/event.ts";
import type { OrgId } from "../../../domain/office/org.ts";
import type { Ground, Pack } from "../../../domain/rules/pack.ts";
import { articleOf } from "../../../domain/rules/look-up.ts";
import type { World } from "../../store/world.ts";
import { phoneOf } from "../telling/region-phone.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../../domain/words/zh.ts";

/** A refusal in the citizen's words: result, reason with the fact, rule, way on. */
export interface RefusalWords {
  readonly reason: string;
  readonly rule: string;
  readonly wayOn: string | null;
  readonly ground: Ground;
}

/** The words of a refused case; null when it was not refused. */
export function refusalWords(kase: Case, events: readonly CaseEvent[], pack: Pack, world: World): RefusalWords | null {
  const ground = pack.grounds.find((g) => g.id === kase.ground);
  const event = events.findLast((e) => e.type === "refused");
  if (!ground || event?.type !== "refused") return null;
  return groundWords(ground, event.data.fields, pack, world);
}

/** The same before it is decided, for the preview. */
export function groundWords(
  ground: Ground,
  fields: Readonly<Record<string, string>>,
  pack: Pack,
  world: World,
): RefusalWords {
  const named = namedIn(fields, world);
  const way = ground.wayOn === null ? null : fill(ground.wayOn, named);
  const unfilled = ground.wayOn !== null && /\{(\w+)\}/g.exec(ground.wayOn)?.[1];
  return {
    reason: fill(ground.reason, named),
    rule: articleOf(pack, ground.clause),
    wayOn: unfilled && !fields[unfilled] ? null : way,
    ground,
  };
}

/** The fields in words: an organisation by its name. */
function namedIn(fields: Readonly<Record<string, string>>, { office }: World): Readonly<Record<string, string>> {
  const said = Object.entries(fields).map(([name, value]) => [name, office.orgs.get(value as OrgId)?.name ?? value]);
  return Object.fromEntries(said);
}

/** The same as one message. */
export function refusalText(kase: Case, events: readonly CaseEvent[], pack: Pack, world: World): string {
  const words = refusalWords(kase, events, pack, world);
  return words ? refusalSentence(words, phoneOf(world.region)) : "";
}

/** Result, reason, rule, way on, way back: in one paragraph. */
export function refusalSentence({ reason, rule, wayOn }: RefusalWords, phone: string): string {
  const way = wayOn === null ? "" : fill(zh.follow.wayOn, { way: wayOn });
  return fill(zh.follow.refusal, { reason, rule, way, phone });
}
