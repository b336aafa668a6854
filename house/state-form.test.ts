import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { stateForm } from "../domain/case/stored/state-form.ts";
import { withoutComments } from "./sources.ts";

/** The form of a stored case, by the text of its interfaces. */
const recorded = { form: 1, sha256: "e8235a7f163c8d062f907375ff41909176f29a1bc84be01c2a28a21de675d0c8" };

it("a change of the form of a case has a number of its own: count `stateForm` up and write both down here", () => {
  const text = withoutComments(readFileSync("domain/case/case.ts", "utf8"));
  const interfaces = text.match(/^export interface [\s\S]*?^}/gm) ?? [];
  expect(interfaces).toHaveLength(6);
  const sha256 = createHash("sha256").update(interfaces.join("\n").replace(/\s+/g, " ")).digest("hex");
  expect({ form: stateForm, sha256 }).toEqual(recorded);
});
