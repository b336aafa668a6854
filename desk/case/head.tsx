import { Tag } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { Instant, PlainDate } from "../../domain/calendar/plain-date.ts";
import { shortDate, shortTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { DutyLine } from "../duty/duty-line.tsx";
import { listWords } from "../words/lists.ts";
import { zh } from "../words/zh.ts";
import { Walk } from "./walk.tsx";

const w = zh.case;

interface Props {
  readonly kase: CaseDetail;
  /** What is owed first, if anything is. */
  readonly duty: CaseDetail["duties"][number] | null;
}

/** What the case is, where it stands, and what is owed until when; the same at every desk. */
export function CaseHead({ kase, duty }: Props) {
  return (
    <div style={{ marginBottom: 12 }}>
      <div className="between">
        <h1>{kase.title}</h1>
        <Walk id={kase.id} />
      </div>
      <div className="row second">
        <span className="num">{kase.number}</span>
        <Tag color="#0a4fa3">{common.caseStages[kase.stage]}</Tag>
        {kase.track && <span>{common.tracks[kase.track]}</span>}
        {kase.internalReason && (
          <span>（{common.internalReasons[kase.internalReason as keyof typeof common.internalReasons]}）</span>
        )}
        <span>
          {common.channels[kase.channel]} · {shortTime(kase.receivedAt as Instant)}
        </span>
        {kase.petitioner && (
          <span>
            {kase.petitioner.name} {kase.petitioner.phone}
          </span>
        )}
        {kase.urgent && <Tag color="#b3261e">{zh.work.urgent}</Tag>}
        {kase.petitioner?.collective && <Tag>{fill(listWords.group, { n: kase.petitioner.people })}</Tag>}
        {kase.complex && <Tag>{w.complex}</Tag>}
        {kase.finalAudit && <Tag color="#7a4300">{w.finalAudit}</Tag>}
        {kase.consentedOn && <Tag>{fill(w.consented, { date: shortDate(kase.consentedOn as PlainDate) })}</Tag>}
        {kase.accused && <Tag color="#b3261e">{fill(w.accused, { org: kase.accused.name })}</Tag>}
        {kase.source && <span>{fill(w.source, kase.source)}</span>}
        {kase.repeats.chain.length > 0 && <Tag>{fill(zh.work.repeats, { n: kase.repeats.chain.length + 1 })}</Tag>}
      </div>
      {duty && (
        <div className="row" style={{ alignItems: "flex-start" }}>
          <b>{duty.title}</b> <span className="second">{duty.owner?.name}</span>
          <DutyLine duty={duty} withArticle />
        </div>
      )}
    </div>
  );
}
