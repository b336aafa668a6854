import { Button, Select } from "antd";
import { type StretchLength, stretchLengths } from "../../domain/accountability/stretches.ts";
import { type CommonGrouping, factIn, type Grouping, groupings } from "../../domain/accountability/figures.ts";
import { groupingWords } from "../../domain/words/statistics.ts";
import { PeriodInput } from "../kit/period.tsx";
import { statisticsWords as w } from "../words/statistics.ts";
import type { StatisticsFilter } from "./drill.ts";
import type { Figures } from "./overview.tsx";

interface Props {
  readonly filter: StatisticsFilter;
  readonly each: StretchLength;
  readonly bodies: Figures["bodies"];
  readonly facts: Figures["facts"];
  /** The month of statistics that it is today; it may begin on another day than the first. */
  readonly month: Figures["month"] | undefined;
  readonly onChange: (part: Partial<StatisticsFilter> & { readonly each?: StretchLength }) => void;
}

/** For which days, whose figures, in which groups and pieces. */
export function FilterBar({ filter, each, bodies, facts, month, onChange }: Props) {
  return (
    <div className="row panel noprint">
      <PeriodInput value={filter} onChange={({ from, to }) => onChange({ from, to })} />
      {month && <Button onClick={() => onChange({ from: month.from, to: month.to })}>{w.monthNow}</Button>}
      <Select<string>
        showSearch
        allowClear
        optionFilterProp="label"
        aria-label={w.org}
        placeholder={w.orgAll}
        style={{ width: 160 }}
        value={filter.org ?? null}
        onChange={(org: string | undefined) => onChange({ org: org ?? undefined })}
        options={bodies.map((body) => ({ value: body.id, label: body.name }))}
      />
      <label>
        {w.by}{" "}
        <Select<Grouping>
          aria-label={w.by}
          showSearch={{ optionFilterProp: "label" }}
          style={{ width: 160 }}
          value={filter.by}
          onChange={(by) => onChange({ by })}
          options={[
            ...groupings.map((by): { value: Grouping; label: string } => ({ value: by, label: groupingWords[by] })),
            ...facts.map(({ name, label }): { value: Grouping; label: string } => ({ value: `fact:${name}`, label })),
          ]}
        />
      </label>
      <label>
        {w.each}{" "}
        <Select<StretchLength>
          aria-label={w.each}
          style={{ width: 80 }}
          value={each}
          onChange={(next) => onChange({ each: next })}
          options={stretchLengths.map((length) => ({ value: length, label: w.lengths[length] }))}
        />
      </label>
    </div>
  );
}

/** What a grouping is called: in common words, or by the field of the formality. */
export function groupingLabel(by: Grouping, facts: Figures["facts"]): string {
  const fact = factIn(by);
  if (fact === null) return groupingWords[by as CommonGrouping];
  return facts.find(({ name }) => name === fact)?.label ?? fact;
}
