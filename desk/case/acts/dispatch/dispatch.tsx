import { useQuery } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { useMemo, useState } from "react";
import { fill } from "../../../../domain/words/fill.ts";
import { call, routes } from "../../../api.ts";
import { ErrorBox } from "../../../kit/states.tsx";
import { zh } from "../../../words/zh.ts";
import { type ActProps, useAct } from "../../use-act.ts";
import { type Classification, ClassificationFields, startingPoint } from "./classification.tsx";
import { actName } from "../act-name.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Dialog, Line } from "../../../kit/dialog.tsx";
import { OrgTree } from "../../../office/org-tree.tsx";
import { type Part, emptyPart, PartFields } from "./dispatch-part.tsx";
import { DueToCome } from "./due-to-come.tsx";

const w = zh.acts;
type Mode = "single" | "joint" | "split";

/** Down the tree: to one unit, to a lead with assistants, or in parts; the date to come stands beside it. */
export function DispatchAct(props: ActProps) {
  const { kase, act } = props;
  const onward = act.act === "dispatchOn";
  const waiting = kase.matters.filter((matter) => matter.stage === "unassigned");
  const known = waiting.filter((matter) => matter.title !== null);
  const added = !onward && waiting.length === 0;
  const [mode, setMode] = useState<Mode>(known.length > 1 || added ? "split" : "single");
  const [parts, setParts] = useState<readonly Part[]>(
    known.length > 1
      ? known.map((m) => ({ ...emptyPart, matterId: m.id, title: m.title ?? "", text: m.text ?? "" }))
      : [{ ...emptyPart, matterId: waiting.length === 1 ? (waiting[0]?.id ?? null) : null }],
  );
  const [active, setActive] = useState(0);
  const [otherWhy, setOtherWhy] = useState("");
  const [classification, setClassification] = useState<Classification>(startingPoint(kase));
  const settled = onward || kase.track !== null || !kase.forms.tracks;
  const track = settled ? (kase.track ?? "public") : (classification.track ?? "public");
  const preview = useQuery({
    queryKey: ["dispatch-preview", kase.id, act.legId, track, classification.subject, classification.accused],
    queryFn: () =>
      call(routes.cases.previewDispatch, {
        params: { id: kase.id },
        body: {
          track,
          legId: act.legId,
          subject: settled ? null : (classification.subject ?? null),
          accused: settled ? null : (classification.accused ?? null),
        },
      }),
    placeholderData: (before) => before,
  });
  const dispatch = useAct("dispatch", props);
  const dispatchOn = useAct("dispatchOn", props);
  const run = onward ? dispatchOn : dispatch;
  const closed = useMemo(() => new Map((preview.data?.closed ?? []).map((c) => [c.id, c.message])), [preview.data]);

  const change = (n: number, part: Partial<Part>) => setParts(parts.map((p, i) => (i === n ? { ...p, ...part } : p)));
  const turn = (next: Mode) => {
    const [first = emptyPart] = parts;
    if (next !== "split") setParts([next === "single" ? { ...first, assistants: [] } : first]);
    setActive(0);
    setMode(next);
  };
  const choose = (id: string) => {
    const part = parts[active] ?? emptyPart;
    if (part.lead === id) change(active, { lead: null });
    else if (part.assistants.includes(id)) change(active, { assistants: part.assistants.filter((a) => a !== id) });
    else if (part.lead === null || mode !== "joint") change(active, { lead: id });
    else change(active, { assistants: [...part.assistants, id] });
  };
  const targets = (part: Part) => [
    ...(part.lead ? [{ orgId: part.lead, role: "lead" as const }] : []),
    ...part.assistants.map((orgId) => ({ orgId, role: "assist" as const })),
  ];
  const first = preview.data?.suggestions[0];
  const leads = parts.flatMap(({ lead }) => (lead === null ? [] : [lead]));
  const elsewhere = first !== undefined && leads.length > 0 && !leads.includes(first.id);
  const why = elsewhere ? otherWhy.trim() || null : null;
  const submit = () => {
    const [part = emptyPart] = parts;
    if (onward) return dispatchOn.mutate({ targets: targets(part), note: part.note || null, otherWhy: why });
    dispatch.mutate({
      otherWhy: why,
      classification: settled ? null : classification,
      matters: parts.map((part) => ({
        matterId: part.matterId,
        title: mode === "split" ? part.title : null,
        text: mode === "split" ? part.text.trim() || null : null,
        note: part.note || null,
        targets: targets(part),
        by: part.by || null,
      })),
    });
  };
  const current = parts[active] ?? emptyPart;

  return (
    <Dialog
      title={actName(act, false)}
      width={880}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={submit}
    >
      <div className="grid2">
        <div>
          {(preview.data?.suggestions.length ?? 0) > 0 && (
            <div style={{ marginBottom: 12 }}>
              <h3>{w.suggestions}</h3>
              {preview.data?.suggestions.map((s, n) => (
                <div key={s.id}>
                  <Button size="small" data-first={n === 0 ? "" : undefined} onClick={() => choose(s.id)}>
                    {s.name}
                  </Button>{" "}
                  <span className="small">{s.reason}</span>
                </div>
              ))}
            </div>
          )}
          <ErrorBox error={preview.error} />
          <OrgTree
            chosen={[...(current.lead ? [current.lead] : []), ...current.assistants]}
            onChoose={choose}
            closed={closed}
            kinds={preview.data?.kinds ?? []}
          />
        </div>
        <div className="stack">
          {!settled && <ClassificationFields kase={kase} value={classification} onChange={setClassification} />}
          <Line label={w.mode}>
            <Radio.Group
              value={mode}
              onChange={({ target }) => turn(target.value)}
              options={[
                ...(added ? [] : [{ value: "single", label: w.single }]),
                ...(added ? [] : [{ value: "joint", label: w.joint }]),
                ...(onward ? [] : [{ value: "split", label: w.split }]),
              ]}
            />
          </Line>
          {mode !== "split" && known.length === 1 && <p>{fill(zh.case.matterNamed, { title: known[0]?.title })}</p>}
          {parts.map((part, n) => (
            <PartFields
              // biome-ignore lint: parts have no id of their own before they are sent
              key={n}
              part={part}
              n={mode === "split" ? n + 1 : null}
              takesDay={preview.data?.mayTakeDay === true || preview.data?.asksDay === true}
              needsDay={preview.data?.asksDay === true}
              active={n === active}
              onActivate={() => setActive(n)}
              onChange={(change_) => change(n, change_)}
            />
          ))}
          {mode === "split" && (
            <div className="row">
              <Button
                onClick={() => {
                  setParts([...parts, { ...emptyPart, text: parts.length === 0 ? kase.content : "" }]);
                  setActive(parts.length);
                }}
              >
                {w.addPart}
              </Button>
              {parts.length > 1 && (
                <Button
                  onClick={() => {
                    setParts(parts.filter((_, i) => i !== active));
                    setActive(0);
                  }}
                >
                  {w.removePart}
                </Button>
              )}
            </div>
          )}
          {elsewhere && (
            <Line label={w.otherWhy} hint={w.otherWhyHint}>
              <Counted most={300} value={otherWhy} onChange={setOtherWhy} />
            </Line>
          )}
          {preview.data && <DueToCome coming={preview.data} by={current.by} />}
        </div>
      </div>
    </Dialog>
  );
}
