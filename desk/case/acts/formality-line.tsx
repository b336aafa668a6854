import { Checkbox, Radio, Select } from "antd";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { FormalityField } from "../../../contract/case/formality.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import { Counted } from "../../kit/counted.tsx";
import { DayInput } from "../../kit/day-input.tsx";
import { Line } from "../../kit/dialog.tsx";
import { NumberInput } from "../../kit/number-input.tsx";
import { useOrgs } from "../../office/org-tree.tsx";
import { zh } from "../../words/zh.ts";

export type Value = string | readonly string[];

interface Props {
  readonly field: FormalityField;
  readonly first: boolean;
  readonly needed: boolean;
  readonly value: Value;
  /** The days of today and of the filing: a date has to fit between them, or behind. */
  readonly days: { readonly today: PlainDate; readonly filed: PlainDate };
  readonly colleagues: CaseDetail["forms"]["colleagues"];
  readonly onChange: (value: Value) => void;
}

/** One thing to fill in, with its label, whether it is needed, and what it is for. */
export function FormalityLine(props: Props) {
  const { field, needed } = props;
  const orgs = useOrgs();
  const silent = needed || field.label.includes(zh.app.optional);
  const hint = [silent ? "" : zh.app.optional, field.hint ?? "", bounds(field)].filter(Boolean).join(" ");
  return (
    <Line label={field.label} {...(hint ? { hint } : {})}>
      {control(props, orgs)}
    </Line>
  );
}

function bounds({ kind, least, most }: FormalityField): string {
  if (kind === "people") return least === null ? zh.acts.namesHint : fill(zh.acts.namesAtLeast, { n: least });
  if (least !== null && most !== null) return fill(zh.acts.between, { least, most });
  return "";
}

function span({ when }: FormalityField, { today, filed }: Props["days"]) {
  if (when === "coming") return { min: today };
  return { ...(when === "sinceFiling" ? { min: filed } : {}), ...(when === null ? {} : { max: today }) };
}

/** The control itself, not a component around it: a group of choices has to stand in its line as a group. */
function control({ field, first, value, colleagues, days, onChange }: Props, orgs: ReturnType<typeof useOrgs>) {
  const text = typeof value === "string" ? value : "";
  const list = typeof value === "string" ? (value === "" ? [] : [value]) : [...value];
  const choices = field.choices.map((choice) => ({ value: choice.value, label: choice.label }));
  switch (field.kind) {
    case "text":
      return <Counted autoFocus={first} most={5000} rows={2} value={text} onChange={onChange} />;
    case "yesNo":
      return (
        <Radio.Group
          value={text}
          onChange={(e) => onChange(e.target.value as string)}
          options={[
            { value: "yes", label: common.yes },
            { value: "no", label: common.no },
          ]}
        />
      );
    case "choice":
      return choices.length <= 6 ? (
        <Radio.Group value={text} onChange={(e) => onChange(e.target.value as string)} options={choices} />
      ) : (
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={text || null}
          onChange={(next) => onChange(next ?? "")}
          options={choices}
        />
      );
    case "choices":
      return <Checkbox.Group value={list} onChange={(next) => onChange(next.map(String))} options={choices} />;
    case "date":
      return <DayInput value={text} clearable onChange={onChange} {...span(field, days)} />;
    case "number":
      return (
        <NumberInput
          value={text === "" ? null : Number(text)}
          onChange={(next) => onChange(next === null ? "" : String(next))}
          min={field.least ?? undefined}
          max={field.most ?? undefined}
        />
      );
    case "people":
      return <Select mode="tags" open={false} value={list} onChange={(next: string[]) => onChange(next)} />;
    case "person":
      return (
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={text || null}
          onChange={(next) => onChange(next ?? "")}
          options={colleagues
            .filter((person) => field.posts === null || person.posts.some((post) => field.posts?.includes(post)))
            .map((person) => ({ value: person.id, label: person.name }))}
        />
      );
    case "org":
      return (
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={text || null}
          onChange={(next) => onChange(next ?? "")}
          options={orgs.filter((org) => org.kind !== "area").map((org) => ({ value: org.id, label: org.shortName }))}
        />
      );
  }
}
