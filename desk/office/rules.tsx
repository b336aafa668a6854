import { useQuery } from "@tanstack/react-query";
import { Input, Tabs, Tag } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { CompareRules } from "./compare-rules.tsx";
import { rulesWords as w } from "../words/office.ts";
import { zh } from "../words/zh.ts";

type PackView = Replies<typeof routes.rules.pack>;
type Entry = PackView["powers"][number];
const kinds = ["grounds", "powers", "duties", "formalities", "papers", "measures", "others"] as const;

/** The regulation in force as the house works by it: each entry in plain words beside its article's own text. */
export function RulesPage() {
  const [words, setWords] = useState("");
  const query = useQuery({ queryKey: ["pack"], queryFn: () => call(routes.rules.pack, {}), staleTime: 300_000 });
  const pack = query.data;
  return (
    <>
      <div className="between">
        <div>
          <h1>{pack?.title ?? w.title}</h1>
          {pack && (
            <p className="second">
              {fill(w.inForce, {
                number: pack.documentNumber ?? "",
                date: longDate(pack.effectiveFrom as PlainDate),
              })}{" "}
              {pack.provisional && <Tag>{w.provisional}</Tag>}
            </p>
          )}
          {pack?.layers.map((layer) => (
            <p key={layer.id} className="second">
              {fill(w.standsOn, { title: layer.title, number: layer.documentNumber ?? "" })}
            </p>
          ))}
        </div>
        <Input.Search
          allowClear
          style={{ width: 240 }}
          aria-label={w.find}
          placeholder={w.find}
          onChange={({ target }) => setWords(target.value.trim())}
        />
      </div>
      <Loaded query={query}>
        {pack && (
          <Tabs
            items={[
              ...kinds.map((kind) => ({
                key: kind,
                label: `${w.tabs[kind]} ${matching(pack[kind], words).length}`,
                children: <Entries rows={matching(pack[kind], words)} />,
              })),
              { key: "clauses", label: w.tabs.clauses, children: <Clauses pack={pack} words={words} /> },
              { key: "compare", label: w.compare, children: <CompareRules /> },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}

function matching(rows: readonly Entry[], words: string): readonly Entry[] {
  return rows.filter((row) => [row.words, row.value ?? "", row.article, row.text].some((t) => t.includes(words)));
}

function Entries({ rows }: { readonly rows: readonly Entry[] }) {
  if (rows.length === 0) return <Nothing>{zh.app.empty}</Nothing>;
  const valued = rows.some((row) => row.value !== null);
  return (
    <div className="scroll">
      <table className="plain wide stacks">
        <thead>
          <tr>
            <th scope="col">{w.entry}</th>
            {valued && <th scope="col">{w.value}</th>}
            <th scope="col">{w.article}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.words}{" "}
                {row.reconstructed && (
                  <Tag color="#7a4300" title={w.reconstructedHint}>
                    {w.reconstructed}
                  </Tag>
                )}
              </td>
              {valued && <td>{row.value}</td>}
              <td>
                <b>{row.article}</b> <span className="small">{row.clause}</span>
                {row.layer && <div className="small">{fill(w.layer, { title: row.layer })}</div>}
                <div className="second">{row.text}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Clauses({ pack, words }: { readonly pack: PackView; readonly words: string }) {
  const rows = pack.clauses.filter((c) => [c.article, c.text, c.id].some((text) => text.includes(words)));
  return (
    <ul className="list">
      {rows.map((clause) => (
        <li key={clause.id} className="panel">
          <h3>
            {clause.article} <Tag>{w.force[clause.force as keyof typeof w.force]}</Tag>{" "}
            <span className="small">{clause.id}</span>
          </h3>
          <p className="read">{clause.text}</p>
        </li>
      ))}
    </ul>
  );
}
