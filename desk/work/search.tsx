import { useQuery } from "@tanstack/react-query";
import { Alert, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { caseStages, channels, tracks } from "../../domain/rules/vocabulary.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { DayInput } from "../kit/day-input.tsx";
import { CaseTable } from "./case-table.tsx";

const w = zh.search;

interface Filter {
  readonly q: string;
  readonly stage?: string | undefined;
  readonly track?: string | undefined;
  readonly channel?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly overdue?: boolean;
}

/** Finding cases: a number ignores every other condition, words need two characters. */
export function SearchPage() {
  const [filter, setFilter] = useState<Filter>({ q: "" });
  const [page, setPage] = useState(1);
  const change = (part: Partial<Filter>) => {
    setFilter({ ...filter, ...part });
    setPage(1);
  };
  const short = [...filter.q.trim()].length === 1;
  const { overdue, ...rest } = filter;
  const found = useQuery({
    queryKey: ["cases", filter, page],
    queryFn: () =>
      call(routes.cases.list, { query: { ...rest, page, ...(overdue ? { overdue: true } : {}) } as never }),
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
          style={{ width: 360, maxWidth: "100%" }}
          status={short ? "warning" : ""}
          onSearch={(q) => change({ q })}
        />
        <Pick
          label={w.stage}
          values={caseStages.filter((s) => s !== "unfiled")}
          names={common.caseStages}
          onPick={(stage) => change({ stage })}
        />
        <Pick label={w.track} values={tracks} names={common.tracks} onPick={(track) => change({ track })} />
        <Pick label={w.channel} values={channels} names={common.channels} onPick={(channel) => change({ channel })} />
        <label>
          {w.from}{" "}
          <DayInput value={filter.from ?? ""} clearable onChange={(day) => change({ from: day || undefined })} />
        </label>
        <label>
          {w.to} <DayInput value={filter.to ?? ""} clearable onChange={(day) => change({ to: day || undefined })} />
        </label>
        <Checkbox checked={overdue === true} onChange={(e) => change({ overdue: e.target.checked })}>
          {w.overdue}
        </Checkbox>
      </div>
      {short && <Alert type="info" title={w.short} />}
      {found.data?.ignoredFilters && <Alert type="info" title={w.ignored} />}
      <Loaded query={found}>
        <CaseTable
          name={w.title}
          rows={found.data?.rows ?? []}
          total={found.data?.total ?? 0}
          page={page}
          onPage={setPage}
          empty={<Nothing>{w.none}</Nothing>}
        />
      </Loaded>
    </>
  );
}

interface PickProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onPick: (value: T | undefined) => void;
}

function Pick<T extends string>({ label, values, names, onPick }: PickProps<T>) {
  return (
    <Select<T>
      allowClear
      placeholder={label}
      aria-label={label}
      style={{ width: 150 }}
      onChange={(value) => onPick(value)}
      options={values.map((value) => ({ value, label: names[value] }))}
    />
  );
}
