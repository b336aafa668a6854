import { describe, expect, it } from "vitest";
import { stage } from "../../../domain/proof/fixture.ts";
import type { Step } from "../../../domain/rules/example.ts";
import * as fuzhouOffice from "../../../packs/fuzhou-2007/example-office.ts";
import { fuzhou2007 } from "../../../packs/fuzhou-2007/index.ts";
import * as fuzhou from "../../../packs/fuzhou-2007/stories.ts";
import { nationalYears } from "../../../packs/holidays/national.gen.ts";
import { at } from "../../../packs/yintai-2012/example-office.ts";
import { yintai2012 } from "../../../packs/yintai-2012/index.ts";
import * as yintai from "../../../packs/yintai-2012/stories.ts";
import { releasedFiles, releasedReplies } from "./reply-text.ts";

describe("from when on the author may read the reply", () => {
  it("[FZ-9-1] where the result goes out with the audit: from the audit on, and not a word before", () => {
    const { play, pack } = stage(fuzhou2007, nationalYears);
    const { housing } = fuzhouOffice.at;
    const audited = play(fuzhou.web, fuzhou.untilAudit(housing));
    expect(releasedReplies(audited.events, pack)).toEqual([]);
    const passed = play(fuzhou.web, [...fuzhou.untilAudit(housing), fuzhou.passAudit("2026-03-17 15:00", housing)]);
    expect(releasedReplies(passed.events, pack)).toHaveLength(1);
  });

  it("[YT-4.7-2 YT-4.8-2] where a leader reads it after the audit, and the centre answers: not before that", () => {
    const { play, pack } = stage(yintai2012, nationalYears);
    expect(releasedReplies(play(yintai.web, yintai.released()).events, pack)).toEqual([]);
    const answered = play(yintai.web, [...yintai.released(), yintai.answer("2026-03-09 09:00", at.housing)]);
    expect(releasedReplies(answered.events, pack)).toMatchObject([
      { legId: "l1", reply: { text: "3号楼前的路灯已于3月3日修好。" } },
    ]);
  });

  it("[FZ-9-1 YT-4.7-2] the files of an answer wait as long as its words", () => {
    const { play, pack } = stage(yintai2012, nationalYears);
    const withFile = (steps: readonly Step[]) =>
      steps.map((step) =>
        step.act === "draftReply" ? { ...step, input: { ...(step.input as object), files: ["f1"] } } : step,
      );
    const passed = play(yintai.web, withFile(yintai.released()));
    expect(passed.kase.matters[0]?.stage).toBe("passed");
    expect([...releasedFiles(passed.events, pack)]).toEqual([]);
    const answered = withFile([...yintai.released(), yintai.answer("2026-03-09 09:00", at.housing)]);
    expect([...releasedFiles(play(yintai.web, answered).events, pack)]).toEqual(["f1"]);
    expect([...releasedFiles(play(yintai.collected, withFile(yintai.upward)).events, pack)]).toEqual([]);
  });

  it("[YT-4.8-1] what is reported upward is never the author's to read here", () => {
    const { play, pack } = stage(yintai2012, nationalYears);
    expect(releasedReplies(play(yintai.collected, yintai.upward).events, pack)).toEqual([]);
  });
});
