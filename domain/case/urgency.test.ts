import { describe, expect, it } from "vitest";
import { yintai2012 } from "../../packs/yintai-2012/index.ts";
import * as say from "../../packs/yintai-2012/stories.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { stage } from "../proof/fixture.ts";

const { play } = stage(yintai2012, nationalYears);

describe("urgency that a formality marks", () => {
  it("[YT-4.2-1] puts the case first, and back among the others once the field says otherwise", () => {
    const urgent = say.sort("2026-03-02 10:00", { urgency: "urgent" });
    expect(play(say.web, [urgent]).kase.urgent).toBe(true);
    const again = say.sort("2026-03-02 10:05", { urgency: "ordinary" });
    const { events, kase } = play(say.web, [urgent, again]);
    expect(kase.urgent).toBe(false);
    expect(events.filter((event) => event.type === "urgencyMarked").map((event) => event.data)).toEqual([
      { urgent: true },
      { urgent: false },
    ]);
  });

  it("writes nothing down where nothing changes", () => {
    const { events, kase } = play(say.web, [say.sort("2026-03-02 10:00")]);
    expect(kase.urgent).toBeNull();
    expect(events.some((event) => event.type === "urgencyMarked")).toBe(false);
  });
});
