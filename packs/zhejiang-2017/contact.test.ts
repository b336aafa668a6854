import { expect, it } from "vitest";
import { owesContact } from "../../domain/case/sight.ts";
import type { OrgId } from "../../domain/office/org.ts";
import { stage } from "../../domain/proof/fixture.ts";
import { chinaTime } from "../../domain/proof/story.ts";
import type { Filing, Step } from "../../domain/rules/example.ts";
import { nationalYears } from "../holidays/national.gen.ts";
import { at } from "./example-office.ts";
import { zhejiang2017 } from "./index.ts";
import * as say from "./stories.ts";

const { play, pack, calendar } = stage(zhejiang2017, nationalYears);

function owing(filing: Filing, steps: readonly Step[]): readonly OrgId[] {
  const { kase, office } = play(filing, steps);
  const ctx = { now: chinaTime("2026-06-01 09:00"), office, pack, calendar };
  return [at.labour, at.bureau, at.traffic, at.discipline].filter((org) => owesContact(kase, org, ctx));
}

const answered = say.untilAnswered(at.labour);
const unhappy = [...answered, say.rate("2026-03-16 20:00", "dissatisfied")];

it("[ZJ-4.2-2 ZJ-4.2-4] whoever has a call back to make may look up how to reach the petitioner, until it is made", () => {
  expect(owing(say.web, unhappy)).toEqual([at.labour, at.bureau]);
  const called = [...unhappy, say.callBack("2026-03-18 09:00", at.labour)];
  expect(owing(say.web, called)).toEqual([at.bureau]);
  expect(owing(say.web, [...called, say.callBack("2026-03-19 09:00", at.labour, {}, say.auditor)])).toEqual([]);
});

it("[ZJ-4.1-2] an answer that has to be carried to the petitioner is a reason too, a satisfied one is none", () => {
  expect(owing(say.letter, answered)).toEqual([at.labour]);
  expect(owing(say.web, answered)).toEqual([]);
  expect(owing(say.web, [...answered, say.rate("2026-03-16 20:00", "satisfied")])).toEqual([]);
});
