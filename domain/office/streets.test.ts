import { expect, it } from "vitest";
import type { OrgId } from "./org.ts";
import { metresBetween, nearestStreet, type Position, type Street, streetsLike } from "./streets.ts";

const street = (area: string, name: string, initials: string, at: Position | null = null): Street => ({
  area: area as OrgId,
  name,
  initials,
  at,
});
const streets = [
  street("gulou", "东街街道", "djjd"),
  street("gulou", "温泉街道", "wqjd"),
  street("gulou", "鼓东街道", "gdjd"),
  street("taijiang", "瀛洲街道", "yzjd"),
  street("taijiang", "东街街道", "djjd"),
];
const names = (typed: string, area = "") => streetsLike(streets, typed, area).map((one) => `${one.area} ${one.name}`);

it("two characters, or the initials in any width and case, find a street; one character finds nothing", () => {
  expect(names("温泉")).toEqual(["gulou 温泉街道"]);
  expect(names("wq")).toEqual(["gulou 温泉街道"]);
  expect(names("ＷＱ")).toEqual(["gulou 温泉街道"]);
  expect(names(" 温 泉 ")).toEqual(["gulou 温泉街道"]);
  expect(names("w")).toEqual([]);
  expect(names("温")).toEqual([]);
  expect(names("没有这条")).toEqual([]);
});

it("a chosen area leaves out the others, and a name in full means only itself", () => {
  expect(names("dj")).toEqual(["gulou 东街街道", "taijiang 东街街道"]);
  expect(names("dj", "taijiang")).toEqual(["taijiang 东街街道"]);
  expect(names("鼓东街道")).toEqual(["gulou 鼓东街道"]);
  expect(names("街道", "gulou")).toHaveLength(3);
});

it("the closest street is found by metres, not by degrees, and none that is far or has no position", () => {
  const [north, east] = [
    street("a", "北街", "bj", { lat: 60.02, lon: 20 }),
    street("a", "东街", "dj", { lat: 60, lon: 20.03 }),
  ];
  const here = { lat: 60, lon: 20 };
  // At 60 degrees north a degree of longitude is half as long as one of latitude.
  expect(Math.round(metresBetween(here, { lat: 60, lon: 21 }) / 1000)).toBe(56);
  expect(nearestStreet([north, east], here)?.name).toBe("东街");
  expect(nearestStreet([north, east], { lat: 61, lon: 20 })).toBeNull();
  expect(nearestStreet([street("a", "南街", "nj")], here)).toBeNull();
});
