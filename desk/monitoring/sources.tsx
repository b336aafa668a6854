import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import type { Replies } from "../../contract/route.ts";
import { call, routes } from "../api.ts";
import { NumberInput } from "../kit/number-input.tsx";
import { ErrorBox, Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { sourcesWords as w } from "../words/office.ts";

type Row = Replies<typeof routes.sources.list>["rows"][number];

/** Where people write besides here, and when somebody has last looked (YT-4.1). */
export function SourcesPage() {
  const list = useQuery({ queryKey: ["sources"], queryFn: () => call(routes.sources.list, {}) });
  return (
    <>
      <h1>{w.title}</h1>
      <Loaded query={list}>
        {list.data && <p>{fill(w.hint, { basis: list.data.basis })}</p>}
        <div className="scroll">
          <table className="plain stacks">
            <thead>
              <tr>
                {[w.source, w.last, ""].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.data?.rows.map((row) => (
                <SourceRow key={row.source} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </Loaded>
    </>
  );
}

function SourceRow({ row }: { readonly row: Row }) {
  const [found, setFound] = useState<number | null>(0);
  const check = useWrite(routes.sources.check, { refresh: ["sources"], said: w.said, onDone: () => setFound(0) });
  const { last } = row;
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td>{last ? fill(w.by, { time: shortTime(last.at as Instant), who: last.by, n: last.found }) : w.never}</td>
      <td>
        <div className="row">
          <label>
            {fill(w.found, { source: row.label })} <NumberInput value={found} min={0} max={9999} onChange={setFound} />
          </label>
          <Button
            disabled={check.isPending || found === null}
            onClick={() => check.mutate({ body: { source: row.source, found: found ?? 0 } })}
          >
            {w.check}
          </Button>
        </div>
        <ErrorBox error={check.error} />
      </td>
    </tr>
  );
}
