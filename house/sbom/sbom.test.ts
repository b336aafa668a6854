import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Bill, billOfNpm, ofProduction, settled } from "./bill.ts";
import { faultsOf } from "./faults.ts";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: true }>>;
};
const fromNpm = ofProduction(billOfNpm());
const bill = settled(fromNpm, "huiyin");

describe("the bill of materials", () => {
  it("names every package of production by the lock file, with nothing of the tools, and has no fault", () => {
    const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
    const names = installed
      .filter(([, { dev }]) => dev !== true)
      .map(
        ([path, { version }]) => `${path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)}@${version}`,
      );
    expect(new Set(bill.components.map(({ name, version }) => `${name}@${version}`))).toEqual(new Set(names));
    expect(bill.components.length).toBeGreaterThan(200);
    expect(bill.components.map(({ name }) => name)).not.toContain("vitest");
    expect(faultsOf(bill)).toEqual([]);
  });

  it("is the same for the same lock file, whenever, wherever and by whichever npm it is made", () => {
    const otherwise = {
      ...fromNpm,
      serialNumber: "urn:uuid:00000000-0000-4000-8000-000000000000",
      metadata: { ...fromNpm.metadata, timestamp: "2030-01-01T00:00:00Z", tools: [{ name: "cli", version: "99" }] },
      components: fromNpm.components.toReversed(),
      dependencies: fromNpm.dependencies.toReversed(),
    } as Bill;
    expect(JSON.stringify(settled(otherwise, "huiyin"))).toBe(JSON.stringify(bill));
    const [, ...fewer] = fromNpm.components;
    expect(settled({ ...fromNpm, components: fewer }, "huiyin").serialNumber).not.toBe(bill.serialNumber);
    expect(JSON.stringify(bill)).not.toContain("timestamp");
  });
});

describe("a bill with a fault", () => {
  const sound = bill.components.find(({ name }) => name === "fastify");
  if (!sound) throw new Error("fastify is not in the bill");
  const alone = (component: object): Bill => ({ ...bill, components: [{ ...sound, ...component }], dependencies: [] });

  it.each([
    ["a licence", { licenses: [] }, "has no licence."],
    [
      "a licence that may be used",
      { licenses: [{ license: { id: "AGPL-3.0-only" } }] },
      "stands under AGPL-3.0-only, which is not among the accepted licences.",
    ],
    [
      "every licence of an expression",
      { licenses: [{ expression: "(MIT AND SSPL-1.0)" }] },
      "stands under SSPL-1.0, which is not among the accepted licences.",
    ],
    ["a hash", { hashes: [] }, "has no integrity hash."],
    ["a strong hash", { hashes: [{ alg: "SHA-1", content: "a".repeat(40) }] }, "has no integrity hash."],
  ])("is named for want of %s", (_, component, fault) => {
    expect(faultsOf(alone(component))).toEqual([`fastify@${sound.version} ${fault}`]);
  });

  it("is named for want of a package that another needs", () => {
    const torn = { ...alone({}), dependencies: [{ ref: sound["bom-ref"], dependsOn: ["gone@1.0.0"] }] };
    expect(faultsOf(torn)).toEqual([`${sound["bom-ref"]} needs gone@1.0.0, which is not in the bill.`]);
  });
});
