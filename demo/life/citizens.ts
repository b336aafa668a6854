import type { Chance } from "./chance.ts";

const surnames = "丁于邓冯史田白石汤安许何余沈宋陆孟范姚段侯顾钱秦";
const given = [
  "明远",
  "小满",
  "佳音",
  "志诚",
  "春燕",
  "建平",
  "思齐",
  "雨桐",
  "国庆",
  "秀兰",
  "天佑",
  "一鸣",
  "文静",
  "海生",
];

/** Somebody who writes or calls: no such person exists, and no such number or address is anybody's. */
export interface Citizen {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly replyBy: "web" | "phone" | "sms" | "email";
}

export function inventedCitizen(luck: Chance): Citizen {
  const name = `${luck.of(Array.from(surnames))}${luck.of(given)}`;
  const tail = String(luck.below(10_000)).padStart(4, "0");
  return {
    name,
    phone: `1390000${tail}`,
    email: `citizen${tail}@example.test`,
    replyBy:
      luck.weighed([
        ["web", 5],
        ["phone", 3],
        ["sms", 2],
        ["email", 1],
      ] as const) ?? "web",
  };
}
