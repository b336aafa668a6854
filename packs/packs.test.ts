import { describe, expect, it } from "vitest";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../domain/calendar/work-calendar.ts";
import { checkPack, ownEntries } from "../domain/proof/check-pack.ts";
import { failures } from "../domain/proof/example.ts";
import { nationalYears } from "./holidays/national.gen.ts";
import { packs } from "./index.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));

for (const pack of packs) {
  const base = packs.find((other) => other.id === pack.standsOn);
  const parts = ownEntries(pack, base);
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
