import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { consistencyProof, emptyRoot, GrowingTree, isConsistent, parentHash, treeRoot } from "./merkle.ts";

const leaf = (text: string) => createHash("sha256").update(Buffer.of(0)).update(text).digest();
const leaves = Array.from({ length: 40 }, (_, n) => leaf(`entry ${n}`));

/** The definition of RFC 6962 §2.1, word by word. */
function defined(of: readonly Buffer[]): Buffer {
  if (of.length === 0) return emptyRoot;
  const [only] = of;
  if (of.length === 1 && only) return only;
  let k = 1;
  while (k * 2 < of.length) k *= 2;
  return parentHash(defined(of.slice(0, k)), defined(of.slice(k)));
}

const subtree = (level: number, place: number) =>
  Promise.resolve(defined(leaves.slice(place * 2 ** level, (place + 1) * 2 ** level)));

describe("the tree of RFC 6962", () => {
  it("has the roots of the test vectors that certificate logs use", () => {
    const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    const tree = new GrowingTree();
    const roots = inputs.map((hex) => {
      tree.add(createHash("sha256").update(Buffer.of(0)).update(Buffer.from(hex, "hex")).digest());
      return tree.root().toString("hex");
    });
    expect(roots[0]).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    expect(roots[7]).toBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  });

  it("has one root, however it is reckoned, at every size", async () => {
    const tree = new GrowingTree();
    expect(tree.root()).toEqual(emptyRoot);
    for (let size = 1; size <= leaves.length; size++) {
      tree.add(leaves[size - 1] as Buffer);
      const root = defined(leaves.slice(0, size));
      expect(tree.root()).toEqual(root);
      expect(await treeRoot(size, subtree)).toEqual(root);
    }
  });

  it("tells of every full subtree when it is completed", () => {
    const tree = new GrowingTree();
    const told: string[] = [];
    for (const hash of leaves.slice(0, 8)) {
      tree.add(hash, (level, place, root) => {
        expect(root).toEqual(defined(leaves.slice(place * 2 ** level, (place + 1) * 2 ** level)));
        told.push(`${level}/${place}`);
      });
    }
    expect(told).toEqual(["1/0", "1/1", "2/0", "1/2", "1/3", "2/1", "3/0"]);
  });

  it("proves of every size that it continues every smaller one, and nothing else", async () => {
    for (let to = 1; to <= 24; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = await consistencyProof(from, to, subtree);
        const [fromRoot, toRoot] = [defined(leaves.slice(0, from)), defined(leaves.slice(0, to))];
        expect(isConsistent({ from, fromRoot, to, toRoot }, proof)).toBe(true);
        const forged = defined([leaf("forged"), ...leaves.slice(1, from)]);
        if (from > 0) expect(isConsistent({ from, fromRoot: forged, to, toRoot }, proof)).toBe(false);
        const other = defined([...leaves.slice(0, to - 1), leaf("forged")]);
        if (from > 0) expect(isConsistent({ from, fromRoot, to, toRoot: other }, proof)).toBe(false);
        expect(isConsistent({ from, fromRoot, to, toRoot }, [...proof, leaf("more")])).toBe(false);
        if (proof.length > 0) expect(isConsistent({ from, fromRoot, to, toRoot }, proof.slice(1))).toBe(false);
      }
    }
  });
});
