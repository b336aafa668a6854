import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { type Instant, timeOfDay } from "../../domain/calendar/plain-date.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { MarkShape } from "../kit/marks.tsx";
import { Loaded } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { DayInput } from "../kit/day-input.tsx";
import { efficiencyWords as w } from "../words/oversight.ts";

/** Who looked into the queue on a working day, and where nobody did (FZ-4-3). */
export function Checks() {
  const today = useToday();
  const [day, setDay] = useState(today);
  const checks = useQuery({
    queryKey: ["checks", day],
    queryFn: () => call(routes.efficiency.checks, { query: { day } }),
    placeholderData: (before) => before,
  });
  const data = checks.data;
  return (
    <div className="stack">
      <label>
        {w.day} <DayInput value={day} onChange={(day) => day && setDay(day)} />
      </label>
      <Loaded query={checks}>
        {data && data.gap !== null && <Alert type="error" title={fill(w.gapYear, { year: data.gap })} />}
        {data && data.gap === null && !data.workingDay && <Alert type="info" title={w.notWorking} />}
        <div className="scroll">
          <table className="plain stacks">
            <thead>
              <tr>
                {[w.org, w.checker, w.checkedAt, w.checkedBy].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data?.rows.map((row) => (
                <tr key={row.org.id}>
                  <th scope="row">{row.org.name}</th>
                  <td>{row.checker ?? ""}</td>
                  <td>
                    {row.at ? (
                      <>
                        <MarkShape mark="done" /> {timeOfDay(row.at as Instant)}
                      </>
                    ) : data.workingDay ? (
                      <>
                        <MarkShape mark={day < today ? "over" : "fine"} />{" "}
                        {day < today ? w.notChecked : w.notYetChecked}
                      </>
                    ) : null}
                  </td>
                  <td>{row.by ?? ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Loaded>
    </div>
  );
}
