import { Checkbox, Select } from "antd";
import type { Subject } from "../../domain/rules/vocabulary.ts";
import { Counted } from "../kit/counted.tsx";
import { Line } from "../kit/dialog.tsx";
import { useOrgs } from "../office/org-tree.tsx";
import { zh } from "../words/zh.ts";
import type { Call } from "./call.ts";
import { type IntakeKind, Questions, questionsOf } from "./questions.tsx";

const w = zh.register;

interface Props {
  readonly value: Call;
  readonly kinds: readonly IntakeKind[];
  readonly set: (part: Partial<Call>) => void;
}

/** What it is about: the caller's own words first, then what the operator makes of them. */
export function MatterFields({ value, kinds, set }: Props) {
  const orgs = useOrgs();
  const areas = orgs.filter((org) => org.kind === "area" && org.parentId !== null);
  const above = (id: string | null) => areas.find((org) => org.id === id)?.shortName ?? "";
  const options = areas.map((org) => ({
    value: org.id,
    label: `${above(org.parentId)}${org.shortName}`,
    initials: org.initials.toLowerCase(),
  }));
  return (
    <>
      <Line label={w.content} hint={w.contentHint}>
        <Counted most={5000} rows={8} value={value.content} onChange={(content) => set({ content })} />
      </Line>
      <Line label={w.claim} hint={w.claimHint}>
        <Counted most={500} rows={2} value={value.claim} onChange={(claim) => set({ claim })} />
      </Line>
      <Line label={w.summary} hint={w.summaryHint}>
        <Counted most={30} value={value.title} onChange={(title) => set({ title })} />
      </Line>
      <div className="grid2">
        <Line label={w.area} hint={w.areaHint}>
          <Select
            showSearch={{
              filterOption: (typed, option) =>
                option !== undefined &&
                ((option.label as string).includes(typed) ||
                  ("initials" in option && String(option.initials).startsWith(typed.toLowerCase()))),
            }}
            value={value.areaId ?? ""}
            onChange={(areaId) => set({ areaId: areaId || null })}
            options={[{ value: "", label: w.areaUnknown, initials: "" }, ...options]}
          />
        </Line>
        <Line label={w.place}>
          <Counted most={200} value={value.place} onChange={(place) => set({ place })} />
        </Line>
      </div>
      <div className="grid2">
        {kinds.length > 1 && (
          <Line label={w.kind}>
            <Select<Subject>
              value={value.subject}
              onChange={(subject) => set({ subject })}
              options={kinds.map(({ code, label }) => ({ value: code, label }))}
            />
          </Line>
        )}
        <Checkbox
          className="beside-field"
          checked={value.urgent}
          onChange={({ target }) => set({ urgent: target.checked })}
        >
          {w.urgent}
        </Checkbox>
      </div>
      <Questions value={value} questions={questionsOf(kinds, value)} set={set} />
    </>
  );
}
