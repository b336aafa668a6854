import { zh } from "../words/zh.ts";
import { Tag } from "antd";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { fill } from "../../domain/words/fill.ts";
import { Nothing } from "../kit/states.tsx";
import { ReplyWords } from "./words/reading.tsx";
import { time } from "./time.ts";

const w = zh.case;
const a = zh.acts;

export function Replies({ kase }: { readonly kase: CaseDetail }) {
  const legs = kase.legs.filter((leg) => leg.replies.length > 0);
  if (kase.imported) {
    return (
      <div className="stack">
        <p className="second">{fill(w.imported, kase.imported)}</p>
        <p className="read">{kase.imported.answer}</p>
      </div>
    );
  }
  if (legs.length === 0) return <Nothing>{w.noReplies}</Nothing>;
  return (
    <>
      {legs.map((leg) => (
        <div key={leg.id}>
          <h3>{leg.org.name}</h3>
          {leg.replies.toReversed().map((reply) => (
            <div key={reply.version} className="stack" style={{ marginBottom: 16 }}>
              <div className="row">
                <span className="second">
                  {fill(w.version, { n: reply.version, by: reply.by, time: time(reply.at) })}
                </span>
                <Tag>{w.verdicts[reply.verdict]}</Tag>
                {reply.reason && <span>{reply.reason}</span>}
              </div>
              <div className="reply">
                <div className="small">{kase.forms.forPublic ? w.publicReply : w.ownReply}</div>
                <ReplyWords kase={kase} reply={reply} />
              </div>
              {reply.internalOpinion && (
                <div className="opinion">
                  <div className="small">{w.internalOpinion}</div>
                  <div className="words">{reply.internalOpinion}</div>
                </div>
              )}
              {reply.why && <p className="second">{fill(a.alikeNoted, { why: reply.why })}</p>}
              {reply.advisesWithholding && <p>{fill(w.advised, { reason: reply.adviceReason })}</p>}
            </div>
          ))}
        </div>
      ))}
    </>
  );
}
