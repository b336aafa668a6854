import { type LayeredPack, standing } from "../domain/rules/layers.ts";
import type { Pack } from "../domain/rules/pack.ts";
import { fuzhou2007 } from "./fuzhou-2007/index.ts";
import { hangzhou2016 } from "./hangzhou-2016/index.ts";
import { national2022 } from "./national-2022/index.ts";
import { zhejiang2017 } from "./zhejiang-2017/index.ts";
import { withMoves } from "./usual/moves.ts";
import { withRequests } from "./usual/requests.ts";
import { yintai2012 } from "./yintai-2012/index.ts";

/** Every regulation that ships with Huiyin, each as it is written: a city's names what it adds to its province's. */
export const written: readonly LayeredPack[] = [fuzhou2007, zhejiang2017, hangzhou2016, yintai2012, national2022];

/** The same, each together with what it stands on, and with the moves that follow from its power to send and what staff ask of petitioners. */
export const packs: readonly Pack[] = complete(written);

/** Regulations as they are served: laid on what they stand on, with the moves and requests that follow from them. */
export function complete(all: readonly LayeredPack[]): readonly Pack[] {
  return all.map((pack) => withRequests(withMoves(standing(pack, all))));
}
