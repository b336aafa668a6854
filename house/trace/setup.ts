/** Runs before every test file: notes on each test which of the clauses that it names were evaluated while it ran. */
import { afterEach, beforeEach } from "vitest";
import { packs, written } from "../../packs/index.ts";
import { namedClauses } from "./named.ts";
import { begin, type Reads, readsSoFar, watch } from "./recorder.ts";

watch(packs, written);
begin(null);
let before: Reads | null = null;

beforeEach(() => {
  before ??= readsSoFar();
  begin(before);
});

afterEach(({ task }) => {
  const named = namedClauses(fullName(task));
  if (named.length === 0) return;
  const { evaluated, touched } = readsSoFar();
  Object.assign(task.meta, {
    clauses: {
      evaluated: named.filter((id) => evaluated.has(id)),
      touched: named.filter((id) => touched.has(id)),
    },
  });
});

interface Named {
  readonly name: string;
  readonly suite?: Named | undefined;
}

function fullName({ name, suite }: Named): string {
  return suite ? `${fullName(suite)} ${name}` : name;
}
