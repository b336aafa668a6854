import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { zh } from "../../words/zh.ts";

type Reply = CaseDetail["legs"][number]["replies"][number];

/** A reply as the petitioner will read it: the parts with their names, then the text. */
export function ReplyWords({ kase, reply }: { readonly kase: CaseDetail; readonly reply: Reply }) {
  return (
    <>
      {kase.forms.replyParts.map((part) =>
        reply.parts[part.code] ? (
          <p key={part.code} className="words">
            {part.label}：{reply.parts[part.code]}
          </p>
        ) : null,
      )}
      <div className="words">{reply.text}</div>
    </>
  );
}

/** Question and reply side by side, for whoever has to judge the reply. */
export function QuestionAndReply({ kase, reply }: { readonly kase: CaseDetail; readonly reply: Reply | undefined }) {
  return (
    <div className="grid2">
      <div>
        <h3>{zh.case.words}</h3>
        <div className="words">{kase.content}</div>
        {kase.claim && (
          <>
            <h3>{zh.case.claim}</h3>
            <div className="words">{kase.claim}</div>
          </>
        )}
      </div>
      <div className="stack">
        <div className="reply">
          <h3>{zh.case.publicReply}</h3>
          {reply && <ReplyWords kase={kase} reply={reply} />}
        </div>
        {reply?.internalOpinion && (
          <div className="opinion">
            <h3>{zh.case.internalOpinion}</h3>
            <div className="words">{reply.internalOpinion}</div>
          </div>
        )}
      </div>
    </div>
  );
}
