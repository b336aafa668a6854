import { describe, expect, it } from "vitest";
import { instant } from "./plain-date.ts";
import { areHours, sendingTime, usualHours } from "./sending-hours.ts";

const china = (text: string) => instant(`${text.replace(" ", "T")}+08:00`);

describe("messages go out between eight and eight", () => {
  it.each([
    ["2026-03-05 00:00:00", "2026-03-05 08:00:00"],
    ["2026-03-05 07:59:59", "2026-03-05 08:00:00"],
    ["2026-03-05 08:00:00", "2026-03-05 08:00:00"],
    ["2026-03-05 12:34:56", "2026-03-05 12:34:56"],
    ["2026-03-05 19:59:59", "2026-03-05 19:59:59"],
    ["2026-03-05 20:00:00", "2026-03-06 08:00:00"],
    ["2026-03-05 23:59:59", "2026-03-06 08:00:00"],
    ["2026-12-31 22:00:00", "2027-01-01 08:00:00"],
  ])("what is ready at %s goes out at %s", (ready, out) => {
    expect(sendingTime(china(ready), usualHours)).toBe(china(out));
  });

  it("a region sets hours of its own, or none", () => {
    expect(sendingTime(china("2026-03-05 08:00:00"), { from: "09:30", until: "18:00" })).toBe(
      china("2026-03-05 09:30:00"),
    );
    expect(sendingTime(china("2026-03-05 18:00:00"), { from: "09:30", until: "18:00" })).toBe(
      china("2026-03-06 09:30:00"),
    );
    const all = { from: "00:00", until: "24:00" };
    for (const now of ["2026-03-05 00:00:00", "2026-03-05 23:59:59"])
      expect(sendingTime(china(now), all)).toBe(china(now));
  });

  it("hours end after they begin, and are times of a day", () => {
    expect([usualHours, { from: "00:00", until: "24:00" }].every(areHours)).toBe(true);
    for (const [from, until] of [
      ["20:00", "08:00"],
      ["08:00", "08:00"],
      ["8:00", "20:00"],
      ["08:00", "25:00"],
      ["08:60", "20:00"],
    ])
      expect(areHours({ from: from ?? "", until: until ?? "" }), `${from} ${until}`).toBe(false);
  });
});
