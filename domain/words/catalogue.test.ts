import { describe, expect, it } from "vitest";
import { packs } from "../../packs/index.ts";
import { explainRefusal } from "../rules/explain.ts";
import { refuse } from "../rules/refusal.ts";
import { catalogue, termWords } from "./catalogue.ts";

describe("what the system says under a regulation", () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))("%s: refusals use its terms", (_, pack) => {
    const { wording } = explainRefusal(refuse("track.notSet", null), pack);
    const said = Object.values(catalogue(wording).refusals).join("\n");
    expect(said).toContain(pack.terms.dispatch);
    for (const [common, term] of Object.entries(termWords)) {
      if (pack.terms[term] !== common) expect(said).not.toContain(common);
    }
  });

  it("is asked once and kept", () => {
    const [pack] = packs;
    if (!pack) throw new Error("no pack");
    expect(catalogue(pack)).toBe(catalogue(explainRefusal(refuse("track.notSet", null), pack).wording));
  });
});
