import { Alert } from "antd";
import { type Instant, timeOfDay } from "../../../domain/calendar/plain-date.ts";
import { shortTime } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";
import type { KeptTimes } from "./use-writing.ts";

/** Says that one's own earlier words stand here again, or that the present ones are safe. */
export function Kept({ times }: { readonly times: KeptTimes }) {
  const { found, saved, failed } = times;
  if (failed) return <Alert type="warning" showIcon role="alert" title={zh.case.draftFailed} />;
  if (saved) return <span className="small">{fill(zh.case.draftSaved, { time: timeOfDay(saved as Instant) })}</span>;
  if (found) return <Alert type="info" title={fill(zh.case.draftRestored, { time: shortTime(found as Instant) })} />;
  return null;
}
