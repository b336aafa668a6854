import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { moveIn } from "../server/gateways/residents.ts";
import { clearLeftovers, testFolder } from "./leftovers.ts";

it("clears the folder of a run that was broken off, and no other", () => {
  const parent = mkdtempSync(join(tmpdir(), "huiyin-parent-"));
  const [dead, alive, foreign] = ["dead", "alive", "foreign"].map((name) => join(parent, `${testFolder}${name}`));
  if (!dead || !alive || !foreign) throw new Error("no folders");
  for (const folder of [join(dead, "running"), alive, foreign]) mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(dead, "running", "1.json"),
    JSON.stringify({ pid: 1, role: "command", url: null, started: "never" }),
  );
  const stay = moveIn(alive, "command", null);
  expect(clearLeftovers(parent)).toEqual([dead]);
  expect([dead, alive, foreign].map((folder) => existsSync(folder))).toEqual([false, true, true]);
  stay.leave();
  rmSync(parent, { recursive: true, force: true });
});
