import { expect, it } from "vitest";
import { Room } from "./room.ts";

it("holds no more than it may for all requests together, and is free again when they are answered", () => {
  const room = new Room(100);
  const [one, other] = [{}, {}];
  expect([room.take(one, 60), room.take(other, 40), room.take(one, 1)]).toEqual([true, true, false]);
  room.free(one);
  expect([room.take(other, 60), room.take(other, 1)]).toEqual([true, false]);
  room.free(other);
  room.free(other);
  expect([room.take(one, 100), room.take(one, 1)]).toEqual([true, false]);
});
