import { expect, it } from "vitest";
import { evenClock } from "./even-clock.ts";

const minute = 60_000;

it("lets days be signed after an hour without a jump, and not within an hour of one", () => {
  let [wall, elapsed] = [1_000_000, 0];
  const pass = (minutes: number) => {
    wall += minutes * minute;
    elapsed += minutes * minute;
  };
  const clock = evenClock(
    () => wall,
    () => elapsed,
  );
  expect(clock.isEven()).toBe(false);
  pass(60);
  expect(clock.isEven()).toBe(true);
  wall += 3 * 24 * 60 * minute;
  expect(clock.isEven()).toBe(false);
  pass(30);
  expect(clock.isEven()).toBe(false);
  wall -= 3 * 24 * 60 * minute;
  clock.look();
  pass(30);
  expect(clock.isEven()).toBe(false);
  pass(30);
  expect(clock.isEven()).toBe(true);
  wall += 500;
  expect(clock.isEven()).toBe(true);
});
