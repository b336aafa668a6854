import { useQuery } from "@tanstack/react-query";
import { Button, Select, Tag } from "antd";
import { useState } from "react";
import { addressOf } from "../../contract/client.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { diffWords } from "../../domain/words/pack-diff.ts";
import { call, routes } from "../api.ts";
import { Line } from "../kit/dialog.tsx";
import { Loaded, Nothing } from "../kit/states.tsx";
import { rulesWords as w } from "../words/office.ts";

type Two = { readonly before: string; readonly after: string };

/** Two regulations, or two versions of one, rule by rule beside each other. */
export function CompareRules() {
  const list = useQuery({ queryKey: ["packs"], queryFn: () => call(routes.rules.packs, {}), staleTime: 300_000 });
  const [before, setBefore] = useState<string | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const options = (list.data?.rows ?? []).map(({ id, title, documentNumber, effectiveFrom }) => ({
    value: id,
    label: fill(w.comparedPack, {
      title,
      number: documentNumber ?? "",
      date: longDate(effectiveFrom as PlainDate),
    }),
  }));
  const one = before ?? list.data?.current ?? null;
  return (
    <Loaded query={list}>
      <Line label={w.compareBefore}>
        <Select value={one} onChange={setBefore} options={options} />
      </Line>
      <Line label={w.compareAfter}>
        <Select value={after} onChange={setAfter} options={options} placeholder={w.compareChoose} />
      </Line>
      {one !== null && after !== null && <Compared two={{ before: one, after }} />}
    </Loaded>
  );
}

function Compared({ two }: { readonly two: Two }) {
  const query = useQuery({
    queryKey: ["packs", two],
    queryFn: () => call(routes.rules.compare, { query: two }),
    staleTime: 300_000,
  });
  const { data } = query;
  return (
    <Loaded query={query}>
      {data && data.chapters.length === 0 && <Nothing>{diffWords.none}</Nothing>}
      {data && data.chapters.length > 0 && (
        <>
          <div className="between">
            <p className="second">{fill(w.compareCounts, data.counts)}</p>
            <Button className="noprint" href={addressOf(routes.rules.compareXlsx, { query: two })}>
              {w.compareTake}
            </Button>
          </div>
          {data.chapters.map((chapter) => (
            <section key={chapter.id} className="stack" aria-label={chapter.title}>
              <h2>{chapter.title}</h2>
              <div className="scroll">
                <table className="plain wide stacks">
                  <thead>
                    <tr>
                      {[diffWords.columns.kind, data.before.title, data.after.title].map((title, at) => (
                        <th key={`${at}/${title}`} scope="col" style={at === 0 ? { width: 88 } : { width: "46%" }}>
                          {title}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {chapter.rows.map((row) => (
                      <tr key={`${row.before ?? ""}/${row.after ?? ""}`}>
                        <th scope="row">
                          <Tag>{diffWords.kinds[row.is]}</Tag>
                        </th>
                        <td data-label={data.before.title}>{row.before ?? w.compareNone}</td>
                        <td data-label={data.after.title}>{row.after ?? w.compareNone}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          ))}
        </>
      )}
    </Loaded>
  );
}
