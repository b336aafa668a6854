import { useQuery, useQueryClient } from "@tanstack/react-query";
import { AutoComplete, Radio, Select } from "antd";
import { useState } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { call, routes } from "../../api.ts";
import { Counted } from "../../kit/counted.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { useWrite } from "../../kit/use-write.ts";
import { useOrgs } from "../../office/org-tree.tsx";
import { zh } from "../../words/zh.ts";
import { refreshCase } from "../use-act.ts";

const w = zh.case;
type Field = keyof typeof w.fields;

/** What was registered wrongly is corrected; the old value stays in the log. */
export function CorrectDialog({ kase, onClose }: { readonly kase: CaseDetail; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [field, setField] = useState<Field>("place");
  const [value, setValue] = useState(known(kase, "place"));
  const [why, setWhy] = useState("");
  const run = useWrite(routes.cases.correct, {
    refresh: [],
    onDone: () => {
      void refreshCase(client, kase.id);
      onClose();
    },
  });
  return (
    <Dialog
      title={w.correctTitle}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() =>
        run.mutate({
          params: { id: kase.id },
          body: { field, value: value || null, reason: field === "urgent" ? why : null },
        })
      }
    >
      <p className="second">{w.correctHint}</p>
      <Line label={w.correctField}>
        <Select<Field>
          value={field}
          onChange={(next) => {
            setField(next);
            setValue(known(kase, next));
          }}
          options={(Object.keys(w.fields) as Field[]).map((name) => ({ value: name, label: w.fields[name] }))}
        />
      </Line>
      <p>
        {w.correctNow}：{shownNow(kase, field) || w.nothing}
      </p>
      <Value kase={kase} field={field} value={value} set={setValue} />
      {field === "urgent" && (
        <Line label={w.correctWhy}>
          <Counted most={200} rows={2} value={why} onChange={setWhy} />
        </Line>
      )}
    </Dialog>
  );
}

interface ValueProps {
  readonly kase: CaseDetail;
  readonly field: Field;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** The new value: chosen from the region's list where there is one. */
function Value({ kase, field, value, set }: ValueProps) {
  const orgs = useOrgs();
  const choices = useQuery({
    queryKey: ["search-choices"],
    queryFn: () => call(routes.cases.choices, {}),
    staleTime: 5 * 60_000,
  });
  const { categories = [], streets = [] } = choices.data ?? {};
  if (field === "category" && choices.data && categories.length === 0) return <p>{w.correctCategoryNone}</p>;
  const listed =
    field === "category"
      ? categories.map((name) => ({ value: name, label: name, initials: "" }))
      : orgs
          .filter(({ kind }) => kind === "area")
          .map(({ id, shortName, initials }) => ({ value: id, label: shortName, initials: initials.toLowerCase() }));
  if (field === "category" || field === "area") {
    return (
      <Line label={w.correctValue}>
        <Select
          showSearch={{
            filterOption: (typed, option) =>
              option !== undefined &&
              (option.label.includes(typed) || (typed !== "" && option.initials.startsWith(typed.toLowerCase()))),
          }}
          value={value}
          onChange={set}
          options={listed}
        />
      </Line>
    );
  }
  if (field === "urgent") {
    return (
      <Line label={w.correctValue}>
        <Radio.Group
          value={value}
          onChange={({ target }) => set(target.value)}
          options={[
            { value: "urgent", label: w.urgentYes },
            { value: "ordinary", label: w.urgentNo },
          ]}
        />
      </Line>
    );
  }
  const near = streets.filter(({ area }) => kase.area === null || area === kase.area.id);
  return (
    <>
      {field === "place" && near.length > 0 && (
        <Line label={w.correctStreet}>
          <AutoComplete
            options={near.map(({ name, initials }) => ({ value: name, initials: initials.toLowerCase() }))}
            showSearch={{
              filterOption: (typed, option) =>
                option !== undefined &&
                (option.value.includes(typed) || option.initials.startsWith(typed.toLowerCase())),
            }}
            onSelect={(street: string) => set(street)}
          />
        </Line>
      )}
      <Line label={w.correctValue}>
        <Counted most={200} value={value} onChange={set} />
      </Line>
    </>
  );
}

/** What stands there now, to be changed; of contacts only what is masked may be seen, and that is never saved back. */
function known(kase: CaseDetail, field: Field): string {
  switch (field) {
    case "title":
      return kase.title;
    case "category":
      return kase.category ?? "";
    case "place":
      return kase.place ?? "";
    case "area":
      return kase.area?.id ?? "";
    case "urgent":
      return kase.urgent ? "urgent" : "ordinary";
    default:
      return "";
  }
}

function shownNow(kase: CaseDetail, field: Field): string {
  if (field === "area") return kase.area?.name ?? "";
  if (field === "urgent") return kase.urgent ? w.urgentYes : w.urgentNo;
  if (field === "phone") return kase.petitioner?.phone ?? "";
  if (field === "name") return kase.petitioner?.name ?? "";
  return known(kase, field);
}
