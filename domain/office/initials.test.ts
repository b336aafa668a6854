import { expect, it } from "vitest";
import { initialsOf } from "./initials.ts";

it.each([
  ["鼓楼区", "glq"],
  ["仓山区", "csq"],
  ["台江区", "tjq"],
  ["晋安区", "jaq"],
  ["马尾区", "mwq"],
  ["西湖区", "xhq"],
  ["拱墅区", "gsq"],
  ["余杭区", "yhq"],
  ["临溪县", "lxx"],
  ["梅汀县", "mtx"],
  ["农业农村局", "nyncj"],
  ["欧阳村", "oyc"],
  ["柔远街道", "ryjd"],
  ["五里亭12号", "wlt12h"],
])("%s is found by %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
