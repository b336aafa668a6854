import { describe, expect, it } from "vitest";
import { digestOf, livesPerPack, namesOf, recorded, settings, toldOf } from "./corpus.ts";

const all = settings();

/** Of the two thousand lives every eightieth, of the stories every tenth; all of them: `npm run frozen`. */
const sampled = (name: string, n: number) => n % (name.startsWith("life/") ? 80 : 10) === 0;

describe("the engine says what it said", () => {
  it.each(all.map((setting) => [setting.pack.id, setting] as const))("under %s", (id, setting) => {
    const known = recorded(id);
    const names = namesOf(setting).filter(sampled);
    const differing = names.filter((name) => digestOf(toldOf(setting, name)) !== known.get(name));
    expect(differing).toEqual([]);
  });

  it.each(all.map((setting) => [setting.pack.id, setting] as const))("and holds all of %s", (id, setting) => {
    expect([...recorded(id).keys()]).toEqual(namesOf(setting));
    expect(new Set(recorded(id).values()).size).toBeGreaterThan(livesPerPack * 0.9);
  });

  it("would notice one other day", () => {
    const [first] = all;
    if (!first) throw new Error("no pack");
    const told = toldOf(first, "life/0");
    const other = JSON.stringify(told).replace(/"due":"\d{4}-\d\d-\d\d"/, '"due":"2031-01-01"');
    expect(digestOf(JSON.parse(other))).not.toBe(digestOf(told));
  });
});
