import { useQuery } from "@tanstack/react-query";
import { Checkbox, Input, Select } from "antd";
import { caseStages, channels, tracks } from "../../domain/rules/vocabulary.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { DayInput } from "../kit/day-input.tsx";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import type { SearchAddress } from "./search.tsx";

const w = zh.search;

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly filter: SearchAddress;
  readonly short: boolean;
  readonly onChange: (part: SearchAddress) => void;
}

/** What cases are narrowed by: words, state, whose they are, where, when, and what came of them. */
export function Conditions({ filter, short, onChange }: Props) {
  const choices = useQuery({
    queryKey: ["search-choices"],
    queryFn: () => call(routes.cases.choices, {}),
    staleTime: 300_000,
  });
  const { units = [], areas = [], people = [], grounds = [], facts = [] } = choices.data ?? {};
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const outcome = filter.fact ?? (filter.ground ? `ground:${filter.ground}` : undefined);
  const pickOutcome = (value: string | undefined) =>
    value?.startsWith("ground:")
      ? onChange({ ground: value.slice("ground:".length), fact: undefined })
      : onChange({ fact: value, ground: undefined });
  const outcomes = [
    ...facts.flatMap(({ name, label, choices: own }) =>
      own.map((choice) => ({ value: `${name}:${choice.value}`, label: `${label}：${choice.label}` })),
    ),
    ...grounds.map(({ id, name }) => ({ value: `ground:${id}`, label: fill(listWords.ground, { name }) })),
  ];
  return (
    <section className="panel conditions" aria-label={listWords.words}>
      <Input.Search
        autoFocus
        allowClear
        className="wide"
        aria-label={listWords.hint}
        placeholder={listWords.hint}
        status={short ? "warning" : ""}
        defaultValue={filter.q ?? ""}
        onSearch={(next) => onChange({ q: next || undefined })}
      />
      <Pick
        label={w.stage}
        value={filter.stage}
        options={caseStages.filter((s) => s !== "unfiled").map((value) => ({ value, label: common.caseStages[value] }))}
        onPick={(stage) => onChange({ stage: stage as SearchAddress["stage"] })}
      />
      <Pick
        label={w.track}
        value={filter.track}
        options={tracks.map((value) => ({ value, label: common.tracks[value] }))}
        onPick={(track) => onChange({ track: track as SearchAddress["track"] })}
      />
      <Pick
        label={w.channel}
        value={filter.channel}
        options={channels.map((value) => ({ value, label: common.channels[value] }))}
        onPick={(channel) => onChange({ channel: channel as SearchAddress["channel"] })}
      />
      <Pick label={listWords.unit} value={filter.org} options={named(units)} onPick={(org) => onChange({ org })} />
      <Pick
        label={listWords.handler}
        value={filter.handler}
        options={people.map(({ id, name, org }) => ({ value: id, label: `${name}（${org}）` }))}
        onPick={(handler) => onChange({ handler })}
      />
      <Pick label={listWords.area} value={filter.area} options={named(areas)} onPick={(area) => onChange({ area })} />
      <Pick label={listWords.outcome} value={outcome} options={outcomes} onPick={pickOutcome} />
      <span className="row">
        {listWords.period}
        <DayInput
          label={w.from}
          value={filter.from ?? ""}
          clearable
          onChange={(day) => onChange({ from: day || undefined })}
        />
        {w.to}
        <DayInput
          label={w.to}
          value={filter.to ?? ""}
          clearable
          onChange={(day) => onChange({ to: day || undefined })}
        />
      </span>
      <Checkbox
        checked={filter.overdue === true}
        onChange={(e) => onChange({ overdue: e.target.checked || undefined })}
      >
        {w.overdue}
      </Checkbox>
      <Checkbox
        checked={filter.unclaimed === true}
        onChange={(e) => onChange({ unclaimed: e.target.checked || undefined })}
      >
        {listWords.unclaimed}
      </Checkbox>
      <Checkbox
        checked={filter.judging === true}
        onChange={(e) => onChange({ judging: e.target.checked || undefined })}
      >
        {listWords.judging}
      </Checkbox>
    </section>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onPick: (value: string | undefined) => void;
}

function Pick({ label, value, options, onPick }: PickProps) {
  const known = options.some((option) => option.value === value);
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      placeholder={label}
      aria-label={label}
      value={known && value !== undefined ? value : null}
      onChange={(next) => onPick(next)}
      options={[...options]}
      popupMatchSelectWidth={false}
    />
  );
}
