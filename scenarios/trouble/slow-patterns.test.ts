import { expect, it } from "vitest";
import { prove } from "../../house/patterns/proof.ts";

it("finds what is slow", async () => {
  expect(await prove({ source: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", flags: "" })).toMatchObject({ linear: false });
  expect(await prove({ source: "^(a+)+$", flags: "" })).toMatchObject({ linear: false });
  expect(await prove({ source: "^a+$", flags: "" })).toEqual({ linear: true });
});
