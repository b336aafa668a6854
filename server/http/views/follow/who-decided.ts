import type { Signature } from "../../../../domain/case/event.ts";
import type { Pack } from "../../../../domain/rules/pack.ts";
import { catalogue } from "../../../../domain/words/catalogue.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { zh } from "../../../../domain/words/zh.ts";
import type { World } from "../../../store/world.ts";
import { orgName } from "../duty-view.ts";

const words = zh.follow;

/** Organ and post under which a decision was taken, as the petitioner is told: never a name. */
export function whoDecided(by: Signature, pack: Pack, world: World): string {
  if (by.kind !== "staff") return "";
  const org = orgName(world, by.orgId);
  if (by.post === "principalLeader" || by.post === "bureauHead") return fill(words.leaders, { org });
  return fill(words.poster, { org, post: catalogue(pack).posts[by.post] });
}
