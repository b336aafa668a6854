import { zh } from "../words/zh.ts";
import { Tag } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import type { Post } from "../../domain/office/org.ts";
import { shortDate } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { time } from "./time.ts";

const w = zh.case;

/** Which part of the case it is. */
function partName({ matters }: CaseDetail, matterId: string): string {
  const n = matters.findIndex((matter) => matter.id === matterId) + 1;
  const title = matters[n - 1]?.title;
  return title ? `${fill(w.matter, { n })}：${title}` : fill(w.matter, { n });
}

export function Legs({ kase }: { readonly kase: CaseDetail }) {
  const several = kase.matters.length > 1;
  return (
    <ul className="steps">
      {kase.legs.map((leg) => (
        <li key={leg.id}>
          <div className="row">
            <b>{leg.org.name}</b>
            {several && <span>{partName(kase, leg.matterId)}</span>}
            <Tag>{leg.role === "lead" ? w.lead : w.assist}</Tag>
            <Tag color="#0a4fa3">{common.legStages[leg.stage]}</Tag>
            {leg.overdue && (
              <Tag color="#b3261e">{common.breachKinds[leg.overdue as keyof typeof common.breachKinds]}</Tag>
            )}
          </div>
          <div className="small">{fill(w.sentBy, { org: leg.sender.name, time: time(leg.openedAt) })}</div>
          {leg.note && <div>{fill(w.note, { note: leg.note })}</div>}
          {leg.responsible.length > 0 && (
            <div className="small">
              {w.responsible}：{leg.responsible.map((r) => `${r.name}（${common.posts[r.post as Post]}）`).join("、")}
            </div>
          )}
          {leg.returnRequest && (
            <div>
              {fill(w.returnAsked, {
                org: leg.returnRequest.suggested?.name ?? w.nobody,
                reason: leg.returnRequest.reason,
              })}
            </div>
          )}
          {leg.inputs.map((input) => (
            <div key={`${input.at}${input.asked ?? ""}`}>
              {input.asked
                ? fill(w.asked, {
                    time: time(input.at),
                    by: input.by && shortDate(input.by as PlainDate),
                    text: input.asked,
                  })
                : fill(w.given, { time: time(input.at), text: input.given })}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
