import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { NumberInput } from "../kit/number-input.tsx";
import { ExportDialog } from "../kit/export-dialog.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useToday } from "../shell/session.ts";
import { efficiencyWords as w } from "../words/oversight.ts";
import { zh } from "../words/zh.ts";
import { YearlyCases, type YearlyDrill, YearlyRate } from "./yearly-cases.tsx";

const names = Object.keys(w.rateNames) as (keyof typeof w.rateNames)[];

/** What the yearly commendation rests on (FZ-12): the rates side by side; no order while no weights are set. */
export function Yearly() {
  const [year, setYear] = useState(Number(useToday().slice(0, 4)));
  const yearly = useQuery({
    queryKey: ["yearly", year],
    queryFn: () => call(routes.efficiency.yearly, { query: { year } }),
    placeholderData: (before) => before,
  });
  const [exporting, setExporting] = useState(false);
  const [opened, setOpened] = useState<YearlyDrill | null>(null);
  const weights = yearly.data?.weights ?? null;
  return (
    <div className="stack">
      <label>
        {w.year} <NumberInput live min={2000} max={2100} value={year} onChange={(next) => next && setYear(next)} />
      </label>
      <div>
        <Button onClick={() => setExporting(true)}>{w.export}</Button>
      </div>
      {exporting && (
        <ExportDialog
          ask={w.exportAsk}
          address={(purpose) => addressOf(routes.efficiency.exportYearly, { query: { year, purpose } })}
          onClose={() => setExporting(false)}
        />
      )}
      {opened && <YearlyCases {...opened} onClose={() => setOpened(null)} />}
      <Loaded query={yearly}>
        <p className="second">
          {yearly.data?.article} {weights === null && w.weightsNone}{" "}
          {yearly.data?.reward && fill(w.reward, { reward: yearly.data.reward })}
        </p>
        {yearly.data?.rows.length === 0 && <Nothing>{w.noYearly}</Nothing>}
        <div className="scroll">
          <table className="plain stacks">
            <thead>
              <tr>
                <th scope="col">{w.org}</th>
                <th scope="col">{w.persons}</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {weights ? `${w.rateNames[name]} ${weights[name] ?? 0}%` : w.rateNames[name]}
                  </th>
                ))}
                {weights && <th scope="col">{w.whole}</th>}
              </tr>
            </thead>
            <tbody>
              {yearly.data?.rows.map((row) => (
                <tr key={row.org.id}>
                  <th scope="row">{row.org.name}</th>
                  <td data-label={w.persons}>{row.persons.join("、") || zh.app.none}</td>
                  {names.map((name) => (
                    <td key={name} data-label={w.rateNames[name]}>
                      <YearlyRate rate={row.rates[name]} of={{ org: row.org, name, year }} onOpen={setOpened} />
                    </td>
                  ))}
                  {weights && (
                    <td data-label={w.whole}>{row.whole === null ? zh.app.none : (row.whole / 10).toFixed(1)}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Loaded>
    </div>
  );
}
