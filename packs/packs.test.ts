import { describe, expect, it } from "vitest";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../domain/calendar/work-calendar.ts";
import { checkPack } from "../domain/proof/check-pack.ts";
import { failures } from "../domain/proof/example.ts";
import { nationalYears } from "./holidays/national.gen.ts";
import { packs } from "./index.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));

for (const pack of packs) {
  const parts = {
    ground: pack.grounds,
    power: pack.powers,
    sight: pack.sights,
    duty: pack.duties,
    measure: pack.measures,
    notice: pack.notices,
  };
  describe(`pack ${pack.id}`, () => {
    it("may be put in force", () => {
      expect(checkPack(pack, packs, calendar)).toEqual([]);
    });

    for (const [kind, entries] of Object.entries(parts)) {
      it.each(entries.map((entry) => [entry.id, entry] as const))(`${kind} %s: its example runs`, (_id, entry) => {
        expect(failures(entry, pack, calendar)).toEqual([]);
      });
    }
  });
}
