import { expect, it } from "vitest";
import { fault } from "./fault.ts";
import { Found } from "./found.ts";

it("names a thousand faults of a kind and counts the others, whatever else is found", () => {
  const found = new Found();
  for (let n = 0; n < 1500; n++) found.take(fault("voucherChanged", `voucher/${n}`));
  found.take(fault("dayMissing", "2026-03-02"));
  expect(found.faults.length).toBe(1001);
  expect(found.more).toBe(500);
  expect(found.faults.at(-1)).toMatchObject({ what: "dayMissing", stream: "2026-03-02", seq: null });
});
