import { describe, expect, it } from "vitest";
import { at } from "../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../packs/fuzhou-2007/index.ts";
import * as say from "../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { duty, stage } from "../proof/fixture.ts";
import type { Pack } from "../rules/pack.ts";
import { explain } from "./explain.ts";

const { play, pack } = stage(fuzhou2007, nationalYears);
const sent = [say.classify("2026-02-24 10:00"), say.dispatch("2026-02-24 10:05", at.housing)];
const february = { at: "2026-02-24 09:00", channel: "web" } as const;

describe("why a date is what it is", () => {
  it("names the article, its words, the start, the term and every day on the way", () => {
    const explained = explain(duty(play(february, sent), "reply"), pack);
    expect(explained).toMatchObject({
      clause: "FZ-8.2-1",
      article: "第八条（二）",
      title: "答复",
      start: "unit.received",
      startedOn: "2026-02-24",
      term: { n: 10, unit: "workingDay" },
      due: "2026-03-09",
      gap: null,
      paused: false,
      reconstructed: false,
    });
    expect(explained.text).toContain("10个工作日");
    expect(explained.days.find((d) => d.date === "2026-02-28")).toEqual({
      date: "2026-02-28",
      day: { kind: "makeUp", name: "春节" },
      number: 4,
    });
    expect(explained.days.filter((d) => d.number === null).map((d) => d.date)).toEqual([
      "2026-03-01",
      "2026-03-07",
      "2026-03-08",
    ]);
  });

  it("says openly that there is no term, and counts nothing", () => {
    const internal = [
      say.classify("2026-02-24 10:00", { track: "internal", internalReason: "differs" }),
      ...sent.slice(1),
    ];
    expect(explain(duty(play(february, internal), "reply-internal"), pack)).toMatchObject({
      clause: "FZ-8-0",
      term: null,
      due: null,
      days: [],
      gap: null,
    });
  });

  it("names the year whose calendar is missing", () => {
    const filed = play({ at: "2026-12-31 09:00", channel: "web" }, []);
    expect(explain(duty(filed, "dispatch"), pack)).toMatchObject({ due: null, gap: 2027, days: [] });
  });

  it("says when the clock stands, and when the rule was reconstructed", () => {
    const paused: Pack = {
      ...pack,
      duties: pack.duties.map((rule) =>
        rule.id === "reply"
          ? {
              ...rule,
              pauses: [{ from: "unitReturn.requested", until: ["unitReturn.refused"] }],
              reconstructed: true as const,
            }
          : rule,
      ),
    };
    const asked = [...sent, say.view("2026-02-25 09:00", at.housing), say.askReturn("2026-02-25 10:00", at.housing)];
    const scene = stage(paused, nationalYears).play(february, asked);
    expect(explain(duty(scene, "reply"), paused)).toMatchObject({ due: null, paused: true, reconstructed: true });
  });

  it("a clause that the pack does not hold is a broken pack, and throws", () => {
    const torn: Pack = { ...pack, clauses: [] };
    expect(() => explain(duty(play(february, sent), "reply"), torn)).toThrow("FZ-8.2-1");
  });
});
