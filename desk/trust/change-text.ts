import type { PersonCheck } from "../../contract/accounts.ts";
import type { OfficeChange } from "../../contract/trust/changes.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { repairWords } from "../words/accounts.ts";
import { changesWords as w } from "../words/trust.ts";

/** What a proposal would change, in one line. */
export function changeText(row: OfficeChange): string {
  if (row.token) return fill(w.token, { ...row.token, org: row.org ?? "" });
  if (row.check !== null) return fill(w.check, { check: repairWords.checks[row.check as PersonCheck] ?? row.check });
  if (row.post === null) return "";
  const until = row.to === null ? "" : fill(w.until, { to: row.to });
  return fill(w.post, { org: row.org ?? "", post: common.posts[row.post], from: row.from ?? "" }) + until;
}
