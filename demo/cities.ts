import type { DemoCity } from "./founding.ts";
import { chengpuDemo } from "./chengpu/city.ts";
import { fuzhouDemo } from "./fuzhou/city.ts";
import { hangzhouDemo } from "./hangzhou/city.ts";
import { qinglanDemo } from "./qinglan/city.ts";
import { yintaiDemo } from "./yintai/city.ts";

/** Every demo city in the order of founding: the first answers at the house's own address. */
export const demoCities: readonly DemoCity[] = [fuzhouDemo, hangzhouDemo, chengpuDemo, yintaiDemo, qinglanDemo];

/** The cities whose regulation is installed here. */
export function citiesUnder(packs: readonly { readonly id: string }[]): readonly DemoCity[] {
  return demoCities.filter((city) => packs.some((pack) => pack.id === city.pack));
}
