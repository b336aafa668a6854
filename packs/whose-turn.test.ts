import { describe, expect, it } from "vitest";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { calendarAsOf } from "../domain/calendar/work-calendar.ts";
import { noChain } from "../domain/case/context.ts";
import { lawfulActs } from "../domain/case/lawful.ts";
import { nextSteps } from "../domain/case/steps/next-step.ts";
import { stepKey, stepNamed } from "../domain/case/steps/step-key.ts";
import { dutiesOf } from "../domain/case/timeline.ts";
import { isOpen } from "../domain/duty/duty.ts";
import type { PersonId } from "../domain/office/org.ts";
import { chinaTime, tell } from "../domain/proof/story.ts";
import type { Filing, Step } from "../domain/rules/example.ts";
import type { Pack } from "../domain/rules/pack.ts";
import * as national from "./national-2022/stories.ts";
import * as fuzhou from "./fuzhou-2007/stories.ts";
import { at } from "./fuzhou-2007/example-office.ts";
import { nationalYears } from "./holidays/national.gen.ts";
import { packs } from "./index.ts";

const calendar = calendarAsOf(nationalYears, plainDate("2026-11-21"));
const packNamed = (id: string) => packs.find((pack) => pack.id === id) as Pack;

function told(pack: Pack, filing: Filing, steps: readonly Step[]) {
  const { kase, office } = tell(filing, steps, null, { pack, calendar });
  const place = { pack, calendar, office, now: chinaTime(steps.at(-1)?.at ?? filing.at), chain: noChain };
  const duties = dutiesOf(kase, place).filter((duty) => duty.kind === "duty" && isOpen(duty));
  return { kase, place, duties };
}

/** Who can do what about a duty now, `post:act`. */
function turn(pack: Pack, filing: Filing, steps: readonly Step[], rule: string): readonly string[] {
  const { kase, place, duties } = told(pack, filing, steps);
  return duties
    .filter((duty) => duty.rule === rule)
    .flatMap((duty) => nextSteps(duty, kase, place))
    .map(({ post, act, formality }) => `${post}:${formality?.id ?? act}`);
}

describe("whose turn it is", () => {
  const city = packNamed("fuzhou-2007");
  const sent = fuzhou.untilAudit(at.housing);
  const until = (act: string) =>
    sent.slice(
      0,
      sent.findIndex((step) => step.act === act),
    );

  it("a reply that is written is the leader's, one under audit nobody's in the unit", () => {
    expect(turn(city, fuzhou.web, until("draftReply"), "reply")).toEqual(["clerk:draftReply"]);
    expect(turn(city, fuzhou.web, until("approveReply"), "reply")).toEqual(["leaderInCharge:approveReply"]);
    expect(turn(city, fuzhou.web, sent, "reply")).toEqual([]);
    expect(turn(city, fuzhou.web, sent, "audit")).toEqual(["auditor:passAudit"]);
  });

  it("[N22-23-5] who owes a notice does first what it tells of; once it lies ready, the delivery is recorded", () => {
    const nation = packNamed("national-2022");
    const turnOf = (channel: Filing["channel"], steps: readonly Step[]) =>
      turn(nation, { ...national.web, channel }, steps, "tell-acceptance");
    expect(turnOf("letter", national.sent())).toEqual(["clerk:accept"]);
    expect(turnOf("letter", national.accepted())).toEqual(["clerk:recordDelivery"]);
    expect(turnOf("web", national.accepted())).toEqual([]);
  });

  it("the dispatcher's work is not the auditor's nor the head's", () => {
    expect(turn(city, fuzhou.web, [], "dispatch")).toEqual(["dispatcher:dispatch"]);
  });

  it("a step that is closed gives way to what comes before it", () => {
    const province = packNamed("zhejiang-2017");
    const seen = new Set(
      province.duties.flatMap(({ example }) => {
        if (!("filing" in example)) return [];
        return example.steps.flatMap((_, n) => turn(province, example.filing, example.steps.slice(0, n), "dispatch"));
      }),
    );
    expect(seen).toEqual(new Set(["dispatcher:setOccurrence", "dispatcher:setForm", "dispatcher:dispatch"]));
  });

  it("[N22-34-2] a request for a longer term is work of the organ's head, granted before it is refused", () => {
    const law = packNamed("national-2022");
    const { example } = law.duties.find(({ id }) => id === "decide-extension") as (typeof law.duties)[number];
    if (!("filing" in example)) throw new Error("no story");
    expect(turn(law, example.filing, example.steps, "decide-extension")).toEqual(["principalLeader:grant-extension"]);
  });

  it.each(packs.filter((pack) => pack.exampleOffice.orgs.length > 0))(
    "every step offered in the stories of $id is one that the engine lets that post take",
    (pack) => {
      let offered = 0;
      for (const { example } of pack.duties) {
        if (!("filing" in example) || pack.standsOn !== null) continue;
        const { kase, place, duties } = told(pack, example.filing, example.steps);
        for (const duty of duties) {
          for (const step of nextSteps(duty, kase, place)) {
            const orgId = duty.owner as NonNullable<typeof duty.owner>;
            const actor = { kind: "staff", personId: "p" as PersonId, orgId, posts: [step.post] } as const;
            const free = lawfulActs(kase, { ...place, actor }).filter((act) => act.closed === null);
            expect(free.map((act) => `${act.act}/${act.formality ?? ""}/${act.legId ?? ""}`)).toContain(stepKey(step));
            expect(stepNamed(stepKey(step))).toEqual({
              act: step.act,
              formality: step.formality?.id ?? null,
              legId: step.legId,
            });
            offered += 1;
          }
        }
      }
      expect(offered).toBeGreaterThan(pack.standsOn === null ? 20 : -1);
    },
  );
});
