import { Button } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { type Instant, timeOfDay } from "../../domain/calendar/plain-date.ts";
import { zh } from "../words/zh.ts";

const w = zh.case;

interface Props {
  readonly kase: CaseDetail;
  /** The case as it was when the act began. */
  readonly seen: CaseDetail;
  readonly onGoOn: () => void;
}

/** Somebody else was first: who did what since the dialog was opened, and the way on with everything still typed. */
export function WhatChanged({ kase, seen, onGoOn }: Props) {
  if (kase.version === seen.version) return <p>{w.seenChange}</p>;
  const known = Math.max(0, ...seen.timeline.map((row) => row.seq));
  return (
    <>
      <ul>
        {kase.timeline
          .filter((row) => row.seq > known)
          .map((row) => (
            <li key={row.seq}>
              {timeOfDay(row.at as Instant)} {row.who}：{row.text}
            </li>
          ))}
      </ul>
      <Button onClick={onGoOn}>{w.goOn}</Button>
    </>
  );
}
