import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { calendarAsOf } from "../../../domain/calendar/work-calendar.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { checkPack } from "../../../domain/proof/check-pack.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import { servedFrom } from "./served.ts";

const folder = resolve(import.meta.dirname, "../../../packs-outside");
const served = servedFrom(folder);
const calendar = calendarAsOf(nationalYears, "9999-12-31" as PlainDate);
const outside = served.packs.filter(({ outside }) => outside);

describe("the regulations kept outside the code", () => {
  it("are all read", () => {
    expect(served.faults).toEqual([]);
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(outside.map(({ id }) => id as string)).toEqual(expect.arrayContaining(names.map(({ name }) => name)));
  });

  it.each(outside.map((pack) => [pack.id, pack] as const))("%s may be put in force", (_id, pack) => {
    expect(checkPack(pack, served.packs, calendar)).toEqual([]);
  });
});
