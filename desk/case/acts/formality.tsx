import { Alert, Tag } from "antd";
import { Fragment } from "react";
import type { FormalityForm } from "../../../contract/case/formality.ts";
import { dayOf, type Instant, type PlainDate } from "../../../domain/calendar/plain-date.ts";
import { fill } from "../../../domain/words/fill.ts";
import { Dialog } from "../../kit/dialog.tsx";
import { NumberToCall } from "../../messages/number-to-call.tsx";
import { useSession } from "../../shell/session.ts";
import { callWords } from "../../words/calls.ts";
import { zh } from "../../words/zh.ts";
import { Kept } from "../writing/kept.tsx";
import type { ActProps } from "../use-act.ts";
import { useWriting } from "../writing/use-writing.ts";
import { BarringPart } from "./barring/barring-part.tsx";
import { useBarring } from "./barring/use-barring.ts";
import { actName } from "./act-name.ts";
import { Proposal } from "./proposal.tsx";
import { FormalityLine, type Value } from "./formality-line.tsx";

type Values = Readonly<Record<string, Value>>;

/** A step of the regulation's own: its form as the regulation has it, with the article that asks for it. */
export function FormalityAct(props: ActProps & { readonly name: "carryOut" | "carryOutOnLeg" }) {
  const form = props.kase.forms.formalities.find((one) => one.id === props.act.formality);
  return form ? <Filled {...props} form={form} /> : null;
}

function Filled(props: ActProps & { readonly name: "carryOut" | "carryOutOnLeg"; readonly form: FormalityForm }) {
  const { form, name, kase } = props;
  const draft = `${name}.${form.id}`;
  const { value, set, run, submit, times } = useWriting<{ readonly values: Values }, typeof name>(
    name,
    props,
    { values: onlyChoices(form) },
    draft,
  );
  const { place } = useSession();
  const values = value.values;
  const barring = useBarring(kase, form.publishes, readyFor(kase, props.act.legId));
  const days = { today: kase.today as PlainDate, filed: dayOf(kase.receivedAt as Instant) };
  const colleagues = kase.forms.colleagues.filter(
    (person) => props.act.org === null || person.orgId === props.act.org.id || !atLeg(kase.legs, person.orgId),
  );
  return (
    <Dialog
      title={actName(props.act, false)}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => submit({ formality: form.id, values: sent(values), barring: barring.decisions })}
      disabled={barring.open > 0}
    >
      {props.act.warning && <Alert type="warning" showIcon title={props.act.warning} />}
      <p className="second">
        {form.words}
        {form.reconstructed && <Tag color="#7a4300">{zh.duty.reconstructed}</Tag>}
        <span className="small">（{form.article}）</span>
      </p>
      {form.reachesPetitioner && kase.petitioner?.mayReveal && (
        <NumberToCall
          caseId={kase.id}
          script={fill(callWords.script, { unit: place?.orgName ?? "", title: kase.title })}
        />
      )}
      {form.fields.length === 0 && <p>{fill(zh.acts.plain, { act: form.label })}</p>}
      {form.fields.map((field, n) => (
        <Fragment key={field.name}>
          <FormalityLine
            field={field}
            first={n === 0}
            needed={field.required || isAsked(field, values)}
            value={values[field.name] ?? ""}
            days={days}
            colleagues={colleagues}
            onChange={(next) => set({ values: { ...values, [field.name]: next } })}
          />
          {field.proposal && <Proposal kase={kase} field={field} proposal={field.proposal} />}
        </Fragment>
      ))}
      <BarringPart barring={barring} />
      <Kept times={times} />
    </Dialog>
  );
}

/** A field that knows one answer only has it filled in. */
function onlyChoices(form: FormalityForm): Values {
  const single = form.fields.filter((field) => field.required && field.kind === "choice" && field.choices.length === 1);
  return Object.fromEntries(single.map((field) => [field.name, field.choices[0]?.value ?? ""]));
}

/** The matters that a publication would take: the one of the leg, or all that have passed. */
function readyFor({ legs, matters }: ActProps["kase"], legId: string | null): readonly string[] {
  const own = legs.find((leg) => leg.id === legId)?.matterId;
  return matters
    .filter(({ id, stage, publication }) =>
      own === undefined ? ["passed", "delivered"].includes(stage) && publication !== "published" : id === own,
    )
    .map(({ id }) => id);
}

function atLeg(legs: ActProps["kase"]["legs"], orgId: string): boolean {
  return legs.some((leg) => leg.org.id === orgId);
}

/** A note that only some answers call for. */
function isAsked({ requiredWhen }: FormalityForm["fields"][number], values: Values): boolean {
  if (!requiredWhen) return false;
  const said = values[requiredWhen.field] ?? [];
  return (typeof said === "string" ? [said] : said).some((one) => requiredWhen.oneOf.includes(one));
}

function sent(values: Values): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
  );
}
