import * as hangzhou from "../../packs/hangzhou-2016/stories.ts";
import { packs } from "../../packs/index.ts";
import * as national from "../../packs/national-2022/stories.ts";
import * as yintai from "../../packs/yintai-2012/stories.ts";
import { at as zhejiangAt } from "../../packs/zhejiang-2017/example-office.ts";
import * as zhejiang from "../../packs/zhejiang-2017/stories.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import type { LongestPath } from "./lives-through.ts";

function packOf(id: string): Pack {
  const pack = packs.find((one) => one.id === id);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
}

/** The story of each regulation that goes through the most of it. */
export const longestPaths: readonly LongestPath[] = [
  {
    pack: packOf("zhejiang-2017"),
    filing: zhejiang.web,
    steps: zhejiang.untilRectification(zhejiangAt.labour),
    registrar: "",
  },
  {
    pack: packOf("hangzhou-2016"),
    filing: hangzhou.web,
    steps: hangzhou.longest(),
    registrar: "",
  },
  {
    pack: packOf("yintai-2012"),
    filing: yintai.web,
    steps: yintai.longest,
    registrar: yintai.operator,
  },
  {
    pack: packOf("national-2022"),
    filing: national.web,
    steps: national.wholeWay,
    registrar: "",
  },
];
