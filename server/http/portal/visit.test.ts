import { expect, it } from "vitest";
import { openKeys } from "../../gateways/keys/keys.ts";
import { openToken, type Place, sealToken } from "./visit.ts";

const keys = openKeys({ masterKey: "11".repeat(32), dataDir: "unused" });
let now = "2026-03-02T01:00:00.000Z";
const place = (region: string) => ({ region, house: { keys, now: () => now } }) as unknown as Place;
const [here, there] = [place("fuzhou"), place("linjiang")];

it("a mark is good in the region that gave it, for its purpose and its time, and nowhere else", () => {
  for (const purpose of ["caseLink", "caseCookie", "checkedPhoneCookie", "draftMark", "receiptPicture"] as const) {
    const mark = sealToken(here, purpose, { held: 1 }, 60_000);
    expect(openToken(here, purpose, mark), purpose).toEqual({ held: 1 });
    expect(openToken(there, purpose, mark), purpose).toBeNull();
    expect(openToken(here, "checkingPhoneCookie", mark), purpose).toBeNull();
    now = "2026-03-02T01:01:00.000Z";
    expect(openToken(here, purpose, mark), purpose).toBeNull();
    now = "2026-03-02T01:00:00.000Z";
  }
});

it("a link from before marks named their region leads on: its case is looked up in the region that is asked", () => {
  const until = Date.parse(now) + 60_000;
  const older = keys.seal("caseLink", JSON.stringify({ until, data: { caseId: "a" } })).toString("base64url");
  expect(openToken(here, "caseLink", older)).toEqual({ caseId: "a" });
});
