import { zh } from "../words/zh.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { CaseRow } from "../../contract/case/case-row.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { useAct } from "./use-act.ts";

const w = zh.case;

export function Related({ kase }: { readonly kase: CaseDetail }) {
  const query = useQuery({
    queryKey: ["related", kase.id],
    queryFn: () => call(routes.cases.related, { params: { id: kase.id } }),
  });
  const linkAct = kase.acts.find((act) => act.act === "linkRepeat" && act.closed === null);
  const mayLink = linkAct !== undefined && kase.repeats.chain.length === 0;
  const link = useAct("linkRepeat", {
    kase,
    act: linkAct ?? {
      act: "linkRepeat",
      legId: null,
      org: null,
      formality: null,
      label: "",
      owed: false,
      closed: null,
      first: null,
      warning: null,
    },
    onClose: () => undefined,
  });
  const list = (title: string, rows: readonly CaseRow[]) =>
    rows.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="steps">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/cases/$id" params={{ id: row.id }}>
                {row.number}
              </Link>{" "}
              {row.title} <span className="small">{common.caseStages[row.stage]}</span>{" "}
              {mayLink && (
                <Button size="small" loading={link.isPending} onClick={() => link.mutate({ previous: row.id })}>
                  {w.link}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </>
    );
  const chain = kase.repeats.chain;
  const nothing = chain.length === 0 && query.data?.samePerson.length === 0 && query.data.similar.length === 0;
  return (
    <Loaded query={query}>
      {chain.length > 0 && (
        <>
          <h3>{fill(w.chain, { n: kase.repeats.timelyReplies })}</h3>
          <ul className="steps">
            {chain.map((row) => (
              <li key={row.id}>
                <Link to="/cases/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>{" "}
                {row.title} <span className="small">{common.caseStages[row.stage]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ErrorBox error={link.error} />
      {list(w.samePerson, query.data?.samePerson ?? [])}
      {list(w.similar, query.data?.similar ?? [])}
      {nothing && <Nothing>{w.noRelated}</Nothing>}
    </Loaded>
  );
}
