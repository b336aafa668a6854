import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Checkbox, Input, Select } from "antd";
import {
  type CaseStage,
  type Channel,
  caseStages,
  channels,
  type Track,
  tracks,
} from "../../domain/rules/vocabulary.ts";
import { sheetKinds } from "../../contract/case/sheet-kinds.ts";
import { addressOf } from "../../contract/client.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { DayInput } from "../kit/day-input.tsx";
import { CaseTable } from "./case-table.tsx";

const w = zh.search;

/** What is looked for; kept in the address, so that coming back from a case finds it again. */
export interface SearchAddress {
  readonly q?: string | undefined;
  readonly stage?: CaseStage | undefined;
  readonly track?: Track | undefined;
  readonly channel?: Channel | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly overdue?: true | undefined;
  readonly page?: number | undefined;
}

/** Finding cases: a number ignores every other condition, words need two characters. */
export function SearchPage() {
  const filter = useSearch({ from: "/app/cases" });
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
  });
  return (
    <>
      <h1>{w.title}</h1>
      <div className="row panel">
        <Input.Search
          autoFocus
          allowClear
          aria-label={w.hint}
          placeholder={w.hint}
          style={{ width: 290, maxWidth: "100%" }}
          status={short ? "warning" : ""}
          defaultValue={q}
          onSearch={(next) => change({ q: next || undefined })}
        />
        <Pick
          label={w.stage}
          value={filter.stage}
          values={caseStages.filter((s) => s !== "unfiled")}
          names={common.caseStages}
          onPick={(stage) => change({ stage })}
        />
        <Pick
          label={w.track}
          value={filter.track}
          values={tracks}
          names={common.tracks}
          onPick={(track) => change({ track })}
        />
        <Pick
          label={w.channel}
          value={filter.channel}
          values={channels}
          names={common.channels}
          onPick={(channel) => change({ channel })}
        />
        <label>
          {w.from}{" "}
          <DayInput value={filter.from ?? ""} clearable onChange={(day) => change({ from: day || undefined })} />
        </label>
        <label>
          {w.to} <DayInput value={filter.to ?? ""} clearable onChange={(day) => change({ to: day || undefined })} />
        </label>
        <Checkbox
          checked={filter.overdue === true}
          onChange={(e) => change({ overdue: e.target.checked || undefined })}
        >
          {w.overdue}
        </Checkbox>
      </div>
      {short && <Alert type="info" title={w.short} />}
      {found.data?.ignoredFilters && <Alert type="info" title={w.ignored} />}
      <Loaded query={found}>
        <CaseTable
          rows={found.data?.rows ?? []}
          total={found.data?.total ?? 0}
          page={page}
          onPage={(next) => change({ page: next })}
          exportAddress={(purpose, as) => addressOf(routes.cases.export, { query: { ...rest, q, purpose, as } })}
          exportKinds={sheetKinds}
          empty={<Nothing>{w.none}</Nothing>}
        />
      </Loaded>
    </>
  );
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onPick: (value: T | undefined) => void;
}

function Pick<T extends string>({ label, value: chosen, values, names, onPick }: PickProps<T>) {
  return (
    <Select<T>
      allowClear
      placeholder={label}
      aria-label={label}
      style={{ width: 120 }}
      value={chosen ?? null}
      onChange={(value) => onPick(value)}
      options={values.map((value) => ({ value, label: names[value] }))}
    />
  );
}
