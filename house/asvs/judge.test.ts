import { describe, expect, it } from "vitest";
import { judge, type Standard } from "./judge.ts";
import { met, notMet, partly, row, testsOf } from "./requirement.ts";
import { asvs, dengbao } from "./standards.ts";
import { inTheTree, titlesIn } from "./titles.ts";

describe.each([asvs, dengbao])("$name", (standard) => {
  it("has for every number one row with a test that is there, or a reason", () => {
    expect(judge(standard, inTheTree()).faults).toEqual([]);
  });
});

it("ASVS 5.0.0 has 70 requirements on level 1 and 183 more on level 2", () => {
  const { counts } = judge(asvs, inTheTree());
  expect([counts["L1"]?.all, counts["L2"]?.all]).toEqual([70, 183]);
});

describe("a table that is not whole", () => {
  const here = testsOf("house/asvs/judge.test.ts");
  const table = (rows: Standard["chapters"][number]["rows"]): Standard => ({
    name: "an example",
    chapters: [{ id: "1", title: "one", rows }],
    levels: { L1: ["1.1", "1.2"] },
  });
  const shown = row("1.1", "something", met(here("a table that is not whole")));

  it.each([
    ["a number without a row", [shown], "1.2 has no row."],
    ["a number twice", [shown, shown, row("1.2", "x", notMet("It has not been built yet."))], "1.1 stands twice."],
    [
      "a number of nothing",
      [
        shown,
        row("1.2", "x", notMet("It has not been built yet.")),
        row("7", "x", notMet("It has not been built yet.")),
      ],
      "7 is no number of an example.",
    ],
    ["no reason", [shown, row("1.2", "x", partly(""))], "1.2 is partly and gives no reason in a sentence."],
    [
      "a test that is not there",
      [shown, row("1.2", "x", met(here("no test has this title")))],
      "1.2 names a test that is not there: house/asvs/judge.test.ts > no test has this title",
    ],
    [
      "a file that is not there",
      [shown, row("1.2", "x", met(testsOf("house/none.test.ts")("some title")))],
      "1.2 names a test that is not there: house/none.test.ts > some title",
    ],
  ])("is refused for %s", (_, rows, fault) => {
    expect(judge(table(rows), inTheTree()).faults).toEqual([fault]);
  });

  it("is refused for a test that is named by next to nothing", () => {
    const rows = [shown, row("1.2", "x", met(here("a")))];
    expect(judge(table(rows), inTheTree()).faults).toContain(
      "1.2 names a test by too few words: house/asvs/judge.test.ts > a",
    );
  });

  it("is refused for a test that failed, and counts what stands", () => {
    const rows = [shown, row("1.2", "other", partly("The other half is not there yet.", here("has for every number")))];
    const result = judge(table(rows), ({ title }) => (title.startsWith("has") ? "failed" : "passed"));
    expect(result.faults).toEqual(["1.2 names a test that failed: house/asvs/judge.test.ts > has for every number"]);
    expect(result.counts["L1"]).toEqual({ all: 2, met: 1, partly: 1, notMet: 0, notApplicable: 0 });
  });
});

it("titles are read as they are written, also behind a table of values", () => {
  const text =
    'describe("a", () => {\n  it("[X-1] b \\"c\\"", () => 1);\n  it.each([\n    ["d", 1],\n  ])("e %s", () => 2);\n});';
  expect(titlesIn(text)).toEqual(["a", '[X-1] b "c"', "e %s"]);
});
