import { Checkbox, Radio, Select } from "antd";
import type { ActInput } from "../../../../contract/case/acts.ts";
import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import { internalReasons, subjects } from "../../../../domain/rules/vocabulary.ts";
import { zh as common } from "../../../../domain/words/zh.ts";
import { zh } from "../../../words/zh.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Line } from "../../../kit/dialog.tsx";
import { useOrgs } from "../../../office/org-tree.tsx";

export type Classification = ActInput<"classify">;

/** What a case begins its classification with: as it is, or as the petitioner chose. */
export function startingPoint(kase: CaseDetail): Classification {
  const closed = kase.choice === "nonPublic" && kase.consentedOn === null;
  return {
    track: kase.track ?? (closed || kase.subject !== "ordinary" ? "internal" : "public"),
    internalReason: (kase.internalReason as Classification["internalReason"]) ?? (closed ? "petitionerChoice" : null),
    reasonNote: null,
    subject: kase.subject,
    accused: kase.accused?.id ?? null,
    complex: kase.complex,
  };
}

/** Nobody is reported any more: the case stands again as the petitioner chose. */
function ordinary(kase: CaseDetail): Partial<Classification> {
  const { track, internalReason } = startingPoint({ ...kase, subject: "ordinary", track: null, internalReason: null });
  return { track, internalReason, accused: null };
}

interface Props {
  readonly kase: CaseDetail;
  readonly value: Classification;
  readonly onChange: (value: Classification) => void;
}

/** Public or internal, with the reason that internal needs (FZ-4-4, FZ-6). */
export function ClassificationFields({ kase, value, onChange }: Props) {
  const w = zh.acts;
  const orgs = useOrgs();
  const set = (part: Partial<Classification>) => onChange({ ...value, ...part });
  const report = value.subject !== "ordinary";
  return (
    <>
      <Line label={w.subject}>
        <Radio.Group
          value={value.subject}
          onChange={({ target }) =>
            set({
              subject: target.value,
              ...(target.value === "ordinary"
                ? ordinary(kase)
                : { track: "internal" as const, internalReason: target.value }),
            })
          }
          options={subjects.map((subject) => ({ value: subject, label: common.subjects[subject] }))}
        />
      </Line>
      <Line label={w.track}>
        <Radio.Group
          value={value.track}
          onChange={({ target }) => set({ track: target.value })}
          options={[
            { value: "public", label: w.trackPublic },
            { value: "internal", label: w.trackInternal },
          ]}
        />
      </Line>
      {value.track === "internal" && !report && (
        <Line label={w.internalReason}>
          <Select
            value={value.internalReason}
            onChange={(internalReason) => set({ internalReason })}
            options={internalReasons
              .filter((reason) => reason !== "discipline" && reason !== "efficiency")
              .map((reason) => ({ value: reason, label: common.internalReasons[reason] }))}
          />
        </Line>
      )}
      {report && (
        <Line label={w.accused}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            value={value.accused ?? undefined}
            onChange={(accused) => set({ accused: accused ?? null })}
            options={orgs.filter((org) => org.kind !== "area").map((org) => ({ value: org.id, label: org.shortName }))}
          />
        </Line>
      )}
      {(value.track === "internal" || kase.track !== null) && (
        <Line label={w.reasonNote} hint={w.reasonNoteHint}>
          <Counted most={500} value={value.reasonNote ?? ""} onChange={(note) => set({ reasonNote: note || null })} />
        </Line>
      )}
      <Checkbox checked={value.complex === true} onChange={({ target }) => set({ complex: target.checked })}>
        {w.complex}
      </Checkbox>
    </>
  );
}
