import type { Pack } from "../domain/rules/pack.ts";
import { fuzhou2007 } from "./fuzhou-2007/index.ts";

/** Every regulation that ships with Huiyin. */
export const packs: readonly Pack[] = [fuzhou2007];
