import { Button, Select } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { routes } from "../api.ts";
import { Line } from "../kit/dialog.tsx";
import { periodicWords as w } from "../words/periodic.ts";

type Choices = NonNullable<Replies<typeof routes.periodic.material>["mentions"]>;
type List = keyof typeof w.lists;

/** A body on one of the two lists of a circular. */
export interface Mention {
  readonly list: List;
  readonly org: string;
  readonly ground: string;
  readonly numbers: string[];
}

interface Props {
  readonly choices: Choices;
  readonly value: readonly Mention[];
  readonly onChange: (value: readonly Mention[]) => void;
}

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** Who is praised and who is criticised, on the grounds of the regulation, with the cases that show it. */
export function Mentions({ choices, value, onChange }: Props) {
  const name = (org: string) => choices.bodies.find(({ id }) => id === org)?.name ?? org;
  return (
    <section className="stack" aria-label={w.mentions}>
      <h3>{w.mentions}</h3>
      {value.map((mention, at) => (
        <div key={`${mention.list}/${mention.org}/${mention.ground}`} className="between">
          <span>
            {w.lists[mention.list]}：{name(mention.org)}，{mention.ground}
            {mention.numbers.length > 0 && `（${mention.numbers.join("、")}）`}
          </span>
          <Button size="small" onClick={() => onChange(value.filter((_, i) => i !== at))}>
            {w.remove}
          </Button>
        </div>
      ))}
      <Adding choices={choices} onAdd={(mention) => onChange([...value, mention])} />
    </section>
  );
}

function Adding({ choices, onAdd }: { readonly choices: Choices; readonly onAdd: (mention: Mention) => void }) {
  const [list, setList] = useState<List>("praise");
  const [org, setOrg] = useState<string | null>(null);
  const [ground, setGround] = useState<string | null>(null);
  const [numbers, setNumbers] = useState<string[]>([]);
  const ready = org !== null && ground !== null && (list === "praise" || numbers.length > 0);
  const own = choices.bodies.find(({ id }) => id === org)?.numbers ?? [];
  const add = () => {
    if (org === null || ground === null) return;
    onAdd({ list, org, ground, numbers });
    setOrg(null);
    setGround(null);
    setNumbers([]);
  };
  return (
    <div className="stack">
      <Line label={w.list}>
        <Select
          value={list}
          onChange={(next) => {
            setList(next);
            setGround(null);
          }}
          options={(Object.keys(w.lists) as List[]).map((key) => ({ value: key, label: w.lists[key] }))}
        />
      </Line>
      <Line label={w.unit}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={org}
          onChange={(next) => {
            setOrg(next);
            setNumbers([]);
          }}
          options={choices.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Line>
      <Line label={w.ground}>
        <Select value={ground} onChange={setGround} options={options(choices[list])} />
      </Line>
      <Line label={w.numbers} {...(list === "criticism" ? { hint: w.numbersNeeded } : {})}>
        <Select mode="multiple" value={numbers} onChange={setNumbers} options={options(own)} />
      </Line>
      <div>
        <Button disabled={!ready} onClick={add}>
          {w.add}
        </Button>
      </div>
    </div>
  );
}
