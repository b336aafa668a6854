import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Radio, Select } from "antd";
import { useState } from "react";
import { fill } from "../../../domain/words/fill.ts";
import { call, routes } from "../../api.ts";
import { zh } from "../../words/zh.ts";
import { type ActProps, useAct } from "../use-act.ts";
import { actName } from "./act-name.ts";
import { Counted } from "../../kit/counted.tsx";
import { Dialog, Line } from "../../kit/dialog.tsx";
import { EarlierCase } from "./earlier-case.tsx";
import { useOrgs } from "../../office/org-tree.tsx";

const w = zh.acts;

/** A listed ground, the facts it demands, and the words that the citizen will read; no refusal without reading them. */
export function RefuseAct(props: ActProps) {
  const { kase } = props;
  const orgs = useOrgs();
  const [ground, setGround] = useState<string | null>(null);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const run = useAct("refuse", props);
  const preview = useMutation({
    mutationFn: () =>
      call(routes.cases.previewRefusal, { params: { id: kase.id }, body: { ground: ground ?? "", fields } }),
  });
  const chosen = kase.forms.grounds.find((g) => g.id === ground);
  const missing = (chosen?.fields ?? []).filter((field) => field.required && !fields[field.name]?.trim());
  const set = (name: string, value: string) => {
    setFields({ ...fields, [name]: value });
    preview.reset();
  };
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error ?? preview.error}
      danger
      disabled={!preview.data}
      onSubmit={() => run.mutate({ ground: ground ?? "", fields: { ...fields } })}
    >
      <Line label={w.ground} hint={kase.pack.citation}>
        <Radio.Group
          className="stack"
          value={ground}
          onChange={({ target }) => {
            setGround(target.value);
            setFields({});
            preview.reset();
          }}
          options={(chosen ? [chosen] : kase.forms.grounds).map((g) => ({
            value: g.id,
            label: `${g.article} ${g.words}`,
          }))}
        />
      </Line>
      {chosen && (
        <div>
          <button
            type="button"
            className="link"
            onClick={() => {
              setGround(null);
              setFields({});
              preview.reset();
            }}
          >
            {w.otherGround}
          </button>
        </div>
      )}
      {chosen?.fields.map((field) => (
        <Line key={field.name} label={field.required ? field.label : `${field.label}${zh.app.optional}`}>
          {field.kind === "case" && (
            <EarlierCase kase={kase} value={fields[field.name] ?? ""} onChange={(value) => set(field.name, value)} />
          )}
          {field.kind === "text" && (
            <Counted most={500} value={fields[field.name] ?? ""} onChange={(typed) => set(field.name, typed)} />
          )}
          {field.kind === "choice" && (
            <Radio.Group
              value={fields[field.name]}
              onChange={({ target }) => set(field.name, target.value)}
              options={field.choices}
            />
          )}
          {field.kind === "org" && (
            <Select
              showSearch={{ optionFilterProp: "label" }}
              value={fields[field.name] ?? null}
              onChange={(value) => set(field.name, value ?? "")}
              options={orgs
                .filter((org) => org.kind === "handlingUnit")
                .map((org) => ({ value: org.id, label: org.shortName }))}
            />
          )}
        </Line>
      ))}
      {ground && !preview.data && (
        <div>
          <Button onClick={() => preview.mutate()} loading={preview.isPending} disabled={missing.length > 0}>
            {w.previewFirst}
          </Button>{" "}
          {missing.length > 0 && (
            <span className="second">{fill(w.previewNeeds, { fields: missing.map((field) => field.label) })}</span>
          )}
        </div>
      )}
      {preview.data && (
        <>
          <Alert type="warning" title={w.preview} description={preview.data.text} />
          <p>{w.refuseEffect}</p>
        </>
      )}
    </Dialog>
  );
}
