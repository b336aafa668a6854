import { Table, Tag } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { Nothing } from "../kit/states.tsx";
import { attemptText, stateText } from "../messages/message-row.tsx";
import { readReasons } from "../words/codes.ts";
import { zh } from "../words/zh.ts";
import { time } from "./time.ts";

const w = zh.case;

export function Messages({ kase }: { readonly kase: CaseDetail }) {
  if (kase.messages.length === 0) return <Nothing>{zh.app.empty}</Nothing>;
  return (
    <ul className="steps">
      {kase.messages.map((m) => (
        <li key={m.id}>
          <div className="row">
            <Tag>{common.channels[m.channel]}</Tag>
            <span>{m.recipient}</span>
            <b>{stateText(m)}</b>
            <span className="small">{time(m.createdAt)}</span>
          </div>
          <div className="words" style={{ fontSize: 14 }}>
            {m.body}
          </div>
          {m.attempts.map((a) => (
            <div key={a.at} className="small">
              {time(a.at)} {attemptText(a)}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function Reads({ kase }: { readonly kase: CaseDetail }) {
  if (kase.reads.length === 0) return <Nothing>{w.noReads}</Nothing>;
  return (
    <Table
      size="small"
      rowKey="at"
      pagination={false}
      dataSource={kase.reads}
      columns={[
        { title: w.readAt, render: (_, row) => time(row.at) },
        { title: w.readBy, render: (_, row) => row.who },
        { title: w.readWhat, render: (_, row) => w.reads[row.what as keyof typeof w.reads] ?? row.what },
        { title: zh.acts.reason, render: (_, row) => readReason(row.reason) },
      ]}
    />
  );
}

/** A reason as it was written down: a code of the list, and what was added in words. */
function readReason(reason: string | null): string {
  const [code = "", ...note] = (reason ?? "").split("：");
  const named = w.reasons[code as keyof typeof w.reasons] ?? readReasons[code];
  return named === undefined ? (reason ?? "") : [named, ...note].join("：");
}
