import { describe, expect, it } from "vitest";
import { unveiled, veiled, veilWith } from "./veil.ts";

/** Turns every byte round, so that a text in it is not found. */
const seal = {
  seal: (purpose: string, text: string) => Buffer.from(`${purpose} ${text}`).map((byte) => byte ^ 255) as Buffer,
  open: (purpose: string, sealed: Buffer) =>
    Buffer.from(sealed.map((byte) => byte ^ 255))
      .toString()
      .slice(purpose.length + 1),
};

describe("the plain part of a sealed case's facts", () => {
  it("keeps ids, codes, dates, figures and the shape", () => {
    const facts = {
      legId: "leg-1",
      orgId: "018f5e2a-1111-7222-8333-123456789012",
      to: "fuzhou.housing",
      by: "2026-03-02",
      receivedAt: "2026-03-02T01:00:00.000Z",
      contentHash: "1234567".padEnd(64, "0"),
      version: 2,
      checklist: { answers: true },
      grade: "satisfied",
      legs: [{ stage: "open", viewedAt: null }],
    };
    expect(veiled(facts)).toEqual(facts);
  });

  it.each([
    ["a text", { text: "ok" }],
    ["a note", { note: "x" }],
    ["words within a list", { claims: [{ n: 1, text: "yes" }] }],
    ["a filled-in field", { fields: { organ: "abc" } }],
    ["a part of a reply", { parts: { facts: "abc" } }],
    ["a telephone under any name", { values: { who: "13900001111", call: "13900001111" } }],
    ["what was corrected into something like a code", { field: "地点", from: null, to: "B3-1201" }],
    ["words under any name", { values: { anything: "某人" } }],
    ["several words in Latin letters", { values: { anything: "Mr Wen" } }],
  ])("holds nothing of %s", (_, facts) => {
    const shown = JSON.stringify(veiled(facts));
    const words = JSON.stringify(facts).match(/(?<=:")[^"]+/g) ?? [];
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(shown).not.toContain(`"${word}"`);
  });

  it("is whole again when opened; what was never sealed stands as it is", () => {
    const facts = { legId: "leg-1", text: "某人来电" };
    expect(unveiled(seal, "event", veilWith(seal, "event", facts))).toEqual(facts);
    expect(unveiled(seal, "event", { plain: facts, sealed: null })).toEqual(facts);
  });
});
