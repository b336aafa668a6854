import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Input, InputNumber, Radio, Select } from "antd";
import { useRef, useState } from "react";
import type { Subject } from "../../domain/rules/vocabulary.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { acts } from "../../contract/case/acts.ts";
import { call, onceKey, routes } from "../api.ts";
import { Line } from "../kit/dialog.tsx";
import { useOrgs } from "../office/org-tree.tsx";
import { MomentInput } from "../kit/day-input.tsx";
import { useKeys } from "../kit/keys.ts";
import { ErrorBox } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { Callers } from "./callers.tsx";
import { ReadBack } from "./read-back.tsx";
import { type Filed, type Call, fresh, bodyOf } from "./call.ts";

const w = zh.register;
/** Where a call that has been begun is kept while the operator looks at another page. */
const begun = ["register-begun"];

/** What comes by telephone, fax or message, written down faithfully on one screen (FZ-5-1). */
export function RegisterPage() {
  const client = useQueryClient();
  const [value, setValue] = useState<Call>(client.getQueryData<Call>(begun) ?? fresh);
  const [filed, setFiled] = useState<Filed | null>(null);
  const [referred, setReferred] = useState<string | null>(null);
  const key = useRef(onceKey());
  const orgs = useOrgs();
  const navigate = useNavigate();
  const pack = useQuery({
    queryKey: ["pack"],
    queryFn: () => call(routes.rules.pack, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const counts = useQuery({ queryKey: ["counts"], queryFn: () => call(routes.worklist.counts, {}) });
  const set = (part: Partial<Call>) => {
    const next = { ...value, ...part };
    setValue(next);
    client.setQueryDefaults(begun, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(begun, next);
  };

  const intake = pack.data?.intake;
  const kinds = intake?.kinds ?? [];
  const channels = intake?.channels ?? [];
  const channel = channels.includes(value.channel) ? value.channel : (channels[0] ?? value.channel);
  const after = intake?.handsOver ? "handOver" : null;
  const emergency = pack.data?.grounds.find((ground) => ground.referrals.length > 0);
  const register = useMutation({
    mutationFn: async (after: string | null) => {
      const reply = await call(routes.cases.register, { body: bodyOf({ ...value, channel }) }, { once: key.current });
      const once = `${key.current}-after`;
      const act = (name: "handOver" | "refuse", input: object) =>
        call(acts[name], { params: { id: reply.id }, body: { input } } as never, { once });
      if (after === "handOver") await act("handOver", {});
      else if (after !== null)
        await act("refuse", {
          ground: emergency?.id ?? "",
          fields: { referral: after },
          told: channel === "phone" ? w.toldInCall : null,
        });
      return { reply, after };
    },
    onSuccess: ({ reply, after }) => {
      client.removeQueries({ queryKey: begun });
      setFiled(reply);
      setReferred(after !== null && after !== "handOver" ? after : null);
      void client.invalidateQueries({ queryKey: ["counts"] });
      void client.invalidateQueries({ queryKey: ["work"] });
    },
  });
  useKeys({ "Ctrl+Enter": () => !filed && intake && !register.isPending && register.mutate(after) });

  if (filed) {
    return (
      <ReadBack
        filed={filed}
        referred={referred}
        onOpen={() => void navigate({ to: "/cases/$id", params: { id: filed.id } })}
        onNext={() => {
          key.current = onceKey();
          setFiled(null);
          setValue(fresh);
          register.reset();
        }}
      />
    );
  }
  const untaken = counts.data?.byRule.find((rule) => rule.rule === "hand-over")?.n ?? 0;
  return (
    <>
      <h1>{w.title}</h1>
      <div className="grid3">
        <section className="panel stack">
          <Line label={w.channel}>
            <Radio.Group
              value={channel}
              onChange={({ target }) => set({ channel: target.value })}
              options={channels.map((way) => ({ value: way, label: common.channels[way] }))}
            />
          </Line>
          <Line label={w.phone}>
            <Input
              autoFocus
              inputMode="tel"
              value={value.phone}
              onChange={({ target }) => set({ phone: target.value })}
            />
          </Line>
          {channel === "letter" && (
            <Line label={w.address} hint={w.addressHint}>
              <Input maxLength={200} value={value.address} onChange={({ target }) => set({ address: target.value })} />
            </Line>
          )}
          <Line label={w.name}>
            <Input value={value.name} onChange={({ target }) => set({ name: target.value })} />
          </Line>
          <Line label={w.receivedAt}>
            <MomentInput value={value.receivedAt} placeholder={w.now} onChange={(receivedAt) => set({ receivedAt })} />
          </Line>
          <Line label={w.people}>
            <InputNumber min={1} max={9999} value={value.people} onChange={(people) => set({ people: people ?? 1 })} />
          </Line>
          <Line label={w.replyBy}>
            <Select
              value={value.replyBy}
              onChange={(replyBy) => set({ replyBy })}
              options={(["phone", "sms", "web"] as const).map((by) => ({ value: by, label: zh.case.replyBy[by] }))}
            />
          </Line>
          <Line label={w.choice} {...(intake?.tracks ? { hint: w.choiceHint } : {})}>
            <Radio.Group
              value={value.choice}
              onChange={({ target }) => set({ choice: target.value })}
              options={[
                { value: "public", label: zh.case.choice.public },
                { value: "nonPublic", label: zh.case.choice.nonPublic },
              ]}
            />
          </Line>
        </section>
        <section className="panel stack">
          <Line label={w.content} hint={w.contentHint}>
            <Input.TextArea rows={9} value={value.content} onChange={({ target }) => set({ content: target.value })} />
          </Line>
          <Line label={w.claim}>
            <Input.TextArea rows={2} value={value.claim} onChange={({ target }) => set({ claim: target.value })} />
          </Line>
          <div className="grid2">
            <Line label={w.area}>
              <Select
                showSearch={{ optionFilterProp: "label" }}
                value={value.areaId ?? ""}
                onChange={(areaId) => set({ areaId: areaId || null })}
                options={[
                  { value: "", label: w.areaUnknown },
                  ...orgs
                    .filter((org) => org.kind === "area" && org.parentId !== null)
                    .map((org) => ({ value: org.id as string, label: org.shortName })),
                ]}
              />
            </Line>
            <Line label={w.place}>
              <Input value={value.place} onChange={({ target }) => set({ place: target.value })} />
            </Line>
          </div>
          <div className="grid2">
            <Line label={w.caseTitle}>
              <Input maxLength={30} value={value.title} onChange={({ target }) => set({ title: target.value })} />
            </Line>
            {kinds.length > 1 && (
              <Line label={w.kind}>
                <Select<Subject>
                  value={value.subject}
                  onChange={(subject) => set({ subject })}
                  options={kinds.map(({ code, label }) => ({ value: code, label }))}
                />
              </Line>
            )}
          </div>
          <Checkbox checked={value.urgent} onChange={({ target }) => set({ urgent: target.checked })}>
            {w.urgent}
          </Checkbox>
          <ErrorBox error={register.error} />
          <div className="row">
            <Button
              type="primary"
              size="large"
              loading={register.isPending}
              disabled={!intake}
              onClick={() => register.mutate(after)}
            >
              {after ? w.submitAndHandOver : w.submitAlone}
            </Button>
            {after && (
              <Button size="large" onClick={() => register.mutate(null)} disabled={register.isPending}>
                {w.submit}
              </Button>
            )}
          </div>
          {after && <p className="small">{fill(w.footer, { n: untaken })}</p>}
        </section>
        <div>
          {emergency && (
            <section className="panel stack">
              <h2>{w.emergency}</h2>
              <div className="row">
                {emergency.referrals.map((number) => (
                  <Button
                    key={number}
                    danger
                    size="large"
                    disabled={register.isPending}
                    onClick={() => register.mutate(number)}
                  >
                    {number}
                  </Button>
                ))}
              </div>
              <p className="small">{fill(w.emergencyHint, { article: emergency.article })}</p>
            </section>
          )}
          <Callers phone={value.phone} />
        </div>
      </div>
    </>
  );
}
