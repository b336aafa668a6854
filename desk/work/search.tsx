import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { sheetKinds } from "../../contract/case/sheet-kinds.ts";
import { addressOf } from "../../contract/client.ts";
import type { CaseStage, Channel, Track } from "../../domain/rules/vocabulary.ts";
import { fill } from "../../domain/words/fill.ts";
import { ApiError, call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import { CaseTable } from "./case-table.tsx";
import { Changes, standsStill } from "./changes.tsx";
import { Conditions } from "./conditions.tsx";
import { KeepSearch } from "./keep-search.tsx";

const w = zh.search;

/** What is looked for; kept in the address, so that coming back from a case finds it again. */
export interface SearchAddress {
  readonly q?: string | undefined;
  readonly stage?: CaseStage | undefined;
  readonly track?: Track | undefined;
  readonly channel?: Channel | undefined;
  readonly org?: string | undefined;
  readonly area?: string | undefined;
  readonly handler?: string | undefined;
  readonly ground?: string | undefined;
  readonly fact?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly overdue?: true | undefined;
  readonly unclaimed?: true | undefined;
  readonly judging?: true | undefined;
  readonly page?: number | undefined;
}

/** Finding cases: a number ignores every other condition; all words of several must be found. */
export function SearchPage() {
  const filter = useSearch({ from: "/app/cases" }) as SearchAddress;
  const { q = "", page = 1, ...rest } = filter;
  const navigate = useNavigate();
  const change = (part: SearchAddress) =>
    void navigate({ to: "/cases", search: { ...filter, page: undefined, ...part }, replace: true });
  const short = [...q.trim()].length === 1;
  const found = useQuery({
    queryKey: ["cases", filter],
    queryFn: () => call(routes.cases.list, { query: { ...rest, q, page } as never }),
    placeholderData: (before) => before,
    enabled: !short,
    ...standsStill,
  });
  const some = Object.keys({ ...rest, ...(q ? { q } : {}) }).length > 0;
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <div className="row">
          {some && <Button onClick={() => void navigate({ to: "/cases", search: {} })}>{listWords.clear}</Button>}
          {some && <KeepSearch filter={filter} />}
          <Changes
            of={["cases", { ...filter, page: undefined }]}
            asOf={found.data?.asOf}
            ask={(since) => call(routes.cases.changes, { query: { ...rest, q, since } as never })}
            onRefresh={() => void found.refetch()}
          />
        </div>
      </div>
      <Conditions key={q} filter={filter} short={short} onChange={change} />
      {short && <Alert type="info" title={w.short} />}
      {found.data?.ignoredFilters && <Alert type="info" title={w.ignored} />}
      {found.data?.askedPeople && <Alert type="info" title={listWords.people} />}
      <WrongFilter error={found.error} />
      {!wrongFields(found.error) && (
        <Loaded query={found}>
          <CaseTable
            rows={found.data?.rows ?? []}
            total={found.data?.total ?? 0}
            page={page}
            onPage={(next) => change({ page: next })}
            exportAddress={(purpose, as) =>
              addressOf(routes.cases.export, { query: { ...rest, q, purpose, as } as never })
            }
            exportKinds={sheetKinds}
            empty={<Nothing>{w.none}</Nothing>}
          />
        </Loaded>
      )}
    </>
  );
}

/** The conditions that the server does not know, by their names on the screen. */
function wrongFields(error: unknown): readonly string[] | null {
  if (!(error instanceof ApiError) || error.error.code !== "request.invalid") return null;
  const names: Readonly<Record<string, string>> = listWords.fields;
  return [...new Set(error.error.fields.map(({ path }) => names[path] ?? path))];
}

function WrongFilter({ error }: { readonly error: unknown }) {
  const fields = wrongFields(error);
  return fields && <Alert type="warning" role="alert" showIcon title={fill(listWords.wrong, { fields })} />;
}
