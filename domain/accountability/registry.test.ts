import { expect, it } from "vitest";
import { posts } from "../office/org.ts";
import { leadersMayFill } from "./registry.ts";

it("[FZ-10-1] an organisation's leader fills the posts that handle requests, none that reaches beyond the organisation", () => {
  expect(posts.filter((post) => leadersMayFill(post))).toEqual([
    "dutyChecker",
    "clerk",
    "leaderInCharge",
    "principalLeader",
  ]);
});
