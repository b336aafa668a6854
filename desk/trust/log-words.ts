import type { LogRow } from "../../contract/trust/logs.ts";
import { fill } from "../../domain/words/fill.ts";
import { logsWords as w } from "../words/trust.ts";

/** What a line of the log is about: case, person, post, reason, door, as far as it has them. */
export function aboutOf(row: LogRow): string {
  const text = (name: string) => (typeof row.detail[name] === "string" ? row.detail[name] : "");
  const kind = text("kind");
  const parts = [
    row.number || text("number"),
    Array.isArray(row.detail["numbers"]) ? row.detail["numbers"].join("、") : "",
    kind === "" ? "" : (w.changeKinds[kind] ?? kind),
    text("person"),
    [text("unit"), text("post")].filter(Boolean).join("·"),
    text("name"),
    text("key"),
    text("door"),
    w.why[text("why")] ?? "",
    row.reason,
    text("proposedBy") === "" ? "" : fill(w.proposedBy, { name: text("proposedBy") }),
  ];
  return [...new Set(parts.filter(Boolean))].join("，");
}
