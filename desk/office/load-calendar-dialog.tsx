import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Input, InputNumber } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { ErrorBox } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { calendarWords as w } from "../words/office.ts";
import { PasteNotice } from "./paste-notice.tsx";
import { readCalendarLines, writeCalendarLines } from "./calendar-lines.ts";

type Year = Replies<typeof routes.calendars.years>["years"][number];

interface Props {
  readonly year: number;
  /** What is loaded already: applying replaces a whole year, so that one begins with it. */
  readonly loaded: readonly Year[];
  readonly onClose: () => void;
}

/** A year's notice, typed as it is printed; every date that it moves is shown before it is applied. */
export function LoadCalendarDialog({ year: first, loaded, onClose }: Props) {
  const [{ year, source, offText, workText }, setTyped] = useState(() => asTyped(first, loaded));
  const [meant, setMeant] = useState(false);
  const set = (part: Partial<Typed>) => setTyped((typed) => ({ ...typed, ...part }));
  const off = readCalendarLines(offText);
  const work = readCalendarLines(workText);
  const body =
    "days" in off && "days" in work
      ? { year, source, effectiveFrom: null, holidays: off.days, makeUpDays: work.days, meant: false }
      : null;
  const preview = useMutation({
    mutationFn: async () => (body ? { of: body, moved: await call(routes.calendars.preview, { body }) } : null),
  });
  const run = useWrite(routes.calendars.load, {
    refresh: ["calendars", "session", "case", "work"],
    said: ({ moved }) => fill(w.applied, { n: moved }),
    onDone: onClose,
  });
  const seen = preview.data && JSON.stringify(preview.data.of) === JSON.stringify(body) ? preview.data.moved : null;
  return (
    <Dialog
      title={w.loadTitle}
      button={w.apply}
      width={760}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={!seen || !body || (seen.doubts.length > 0 && !meant)}
      onSubmit={() => body && run.mutate({ body: { ...body, meant } })}
    >
      <div className="grid2">
        <Line label={w.loadYear}>
          <div>
            <InputNumber
              min={2000}
              max={2100}
              value={year}
              onChange={(next) => next && setTyped(asTyped(next, loaded))}
            />
          </div>
        </Line>
        <Line label={w.loadSource}>
          <Counted most={200} value={source} onChange={(source) => set({ source })} />
        </Line>
      </div>
      <PasteNotice
        year={year}
        onRead={(read) =>
          set({
            year: read.year ?? year,
            ...(read.year === null ? {} : { source: fill(w.builtIn, { year: read.year }) }),
            offText: writeCalendarLines(read.holidays),
            workText: writeCalendarLines(read.makeUpDays),
          })
        }
      />
      <Line label={w.holidays} hint={w.holidaysHint}>
        <Input.TextArea rows={7} value={offText} onChange={({ target }) => set({ offText: target.value })} />
      </Line>
      {"badLine" in off && <Alert type="error" title={fill(w.badLine, { n: off.badLine })} />}
      <Line label={w.makeUps} hint={w.makeUpsHint}>
        <Input.TextArea rows={5} value={workText} onChange={({ target }) => set({ workText: target.value })} />
      </Line>
      {"badLine" in work && <Alert type="error" title={fill(w.badLine, { n: work.badLine })} />}
      <div>
        <Button disabled={!body} loading={preview.isPending} onClick={() => preview.mutate()}>
          {w.preview}
        </Button>
      </div>
      <ErrorBox error={preview.error} />
      {seen && <Moved moved={seen} />}
      {seen && seen.doubts.length > 0 && (
        <>
          <Alert type="warning" showIcon title={fill(w.doubts, { doubts: seen.doubts })} />
          <Checkbox checked={meant} onChange={({ target }) => setMeant(target.checked)}>
            {w.meant}
          </Checkbox>
        </>
      )}
    </Dialog>
  );
}

interface Typed {
  readonly year: number;
  readonly source: string;
  readonly offText: string;
  readonly workText: string;
}

function asTyped(year: number, loaded: readonly Year[]): Typed {
  const known = loaded.find((y) => y.year === year);
  return {
    year,
    source: known?.source ?? "",
    offText: writeCalendarLines(known?.holidays ?? {}),
    workText: writeCalendarLines(known?.makeUpDays ?? {}),
  };
}

type MovedDates = Awaited<ReturnType<typeof call<typeof routes.calendars.preview>>>;

function Moved({ moved }: { readonly moved: MovedDates }) {
  if (moved.rows.length === 0) return <Alert type="success" title={w.movesNothing} />;
  return (
    <>
      <Alert type="warning" title={fill(w.moved, { ...moved, n: moved.rows.length })} />
      <div className="scroll" style={{ maxHeight: 260 }}>
        <table className="plain">
          <thead>
            <tr>
              {[w.number, w.duty, w.org, w.before, w.after].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moved.rows.map((row) => (
              <tr key={`${row.caseId}/${row.title}/${row.org}`}>
                <td className="num">{row.number}</td>
                <td>{row.title}</td>
                <td>{row.org}</td>
                <td className="num">{row.before ?? w.unknown}</td>
                <td className="num">{row.after ?? w.unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
