import { keys, lostCode, web } from "../proofs.ts";
import { type Chapter, met, row, testsOf } from "../requirement.ts";

const errors = testsOf("scenarios/browser/portal-errors.scenario.ts");
const visit = testsOf("server/http/portal/visit.test.ts");
const pages = testsOf("scenarios/acceptance/portal/what-is-sent.scenario.ts");

/** Sealed marks of a case, a telephone and a receipt; sessions and tokens of the desk are references. */
export const v09: Chapter = {
  id: "V9",
  title: "Self-contained tokens",
  rows: [
    row("9.1.1", "sealed: a changed one is refused", met(errors("a broken link to one's case"))),
    row("9.1.2", "one fixed algorithm", met(errors("a broken link to one's case"))),
    row("9.1.3", "keys are the house's own", met(errors("a broken link to one's case"))),
    row("9.2.1", "over when its time is over", met(lostCode("the code also comes by voice"))),
    row(
      "9.2.2",
      "for one purpose only",
      met(keys("opens what was sealed for one purpose for no other"), pages("the mark in the QR of a receipt")),
    ),
    row(
      "9.2.3",
      "for this service only",
      met(visit("is good in the region that gave it"), web("the case and the telephone that were opened")),
    ),
    row("9.2.4", "an audience in every token", met(visit("is good in the region that gave it"))),
  ],
};
