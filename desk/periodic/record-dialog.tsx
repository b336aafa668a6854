import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PeriodicWorkLine } from "../../contract/periodic.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { DayInput } from "../kit/day-input.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { type Period, PeriodInput } from "../kit/period.tsx";
import { Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useToday } from "../shell/session.ts";
import { periodicWords as w } from "../words/periodic.ts";
import { Attendees } from "./attendees.tsx";
import { CallBacks } from "./call-backs.tsx";
import { type DecisionDraft, DecisionsPart } from "./decisions-part.tsx";
import { type Mention, Mentions } from "./mentions.tsx";
import { UnitsWillRead } from "./units-will-read.tsx";
import { SectionView } from "./section-view.tsx";
import { periodToDo } from "./to-do.ts";

interface Props {
  readonly work: PeriodicWorkLine;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** The material of a period, read and added to before it is recorded. */
export function RecordDialog({ work, bodies, onClose }: Props) {
  const today = useToday();
  const [period, setPeriod] = useState<Period>(() => periodToDo(work, today));
  const [heldOn, setHeldOn] = useState(today);
  const [withOrgs, setWithOrgs] = useState<string[]>(work.with.flatMap(({ bodies }) => bodies.map(({ id }) => id)));
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>({});
  const [mentions, setMentions] = useState<readonly Mention[]>([]);
  const [decisions, setDecisions] = useState<readonly DecisionDraft[]>([]);
  const params = { measure: work.id };
  const material = useQuery({
    queryKey: ["periodic-material", work.id, period],
    queryFn: () => call(routes.periodic.material, { params, query: period }),
    placeholderData: (before) => before,
  });
  const record = useWrite(routes.periodic.record, {
    refresh: ["periodic", "circulars"],
    said: ({ number }) => (number ? fill(w.recordedAs, { number }) : w.recorded),
    onDone: onClose,
  });
  const { data } = material;
  const changePeriod = (next: Period) => {
    setPeriod(next);
    setMentions([]);
  };
  const order = { ...period, heldOn, withOrgs, remarks, mentions: [...mentions], decisions: [...decisions] };
  return (
    <Dialog
      title={fill(w.doOf, { what: data?.title ?? work.title })}
      button={w.recordIt}
      width={1100}
      onClose={onClose}
      busy={record.isPending}
      error={record.error}
      disabled={!data || material.isPlaceholderData}
      onSubmit={() => record.mutate({ params, body: order })}
    >
      <p className="second">
        {work.words} {work.article}
      </p>
      <PeriodInput value={period} onChange={changePeriod} />
      <Line label={w.heldOn[work.what]}>
        <DayInput value={heldOn} min={period.from} max={today} onChange={(day) => day && setHeldOn(day)} />
      </Line>
      <Attendees work={work} value={withOrgs} onChange={setWithOrgs} />
      <Loaded query={material}>
        {data && (
          <>
            <p className="small">
              {w.preview} {w.sealed}
            </p>
            {data.sections
              .filter(({ key }) => !(data.mentions && (key === "praise" || key === "criticism")))
              .map((section) => (
                <SectionView key={section.key} section={section}>
                  <Counted
                    most={5000}
                    rows={1}
                    label={fill(w.remark, { heading: section.heading })}
                    placeholder={w.remarkHint}
                    value={remarks[section.key] ?? ""}
                    onChange={(typed) => setRemarks({ ...remarks, [section.key]: typed })}
                  />
                </SectionView>
              ))}
            {data.mentions && <Mentions choices={data.mentions} value={mentions} onChange={setMentions} />}
            {work.decides && (
              <DecisionsPart bodies={bodies} heldOn={heldOn} value={decisions} onChange={setDecisions} />
            )}
            {work.what === "circular" && <UnitsWillRead period={period} />}
            {work.what === "callBacks" && <CallBacks rows={data.callBacks} followed={data.followed} />}
          </>
        )}
      </Loaded>
      <p>
        <b>{work.what === "circular" ? w.circularToo : ""}</b> {w.final}
      </p>
    </Dialog>
  );
}
