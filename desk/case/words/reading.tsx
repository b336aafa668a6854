import { Alert } from "antd";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { type ReplyContent, replyWords } from "../../../domain/words/reply.ts";
import { fill } from "../../../domain/words/fill.ts";
import { zh } from "../../words/zh.ts";

type Reply = CaseDetail["legs"][number]["replies"][number];

/** What a reply is made of, whether it is kept already or still being written. */
export function contentOf({
  text,
  parts,
  claims,
  promises,
}: Pick<Reply, "text" | "parts" | "claims" | "promises">): ReplyContent {
  return { text, parts, claims, promises: promises.map((row) => ({ ...row, by: row.by as PlainDate })) };
}

/** A reply as the petitioner will read it: claims, named parts, text, promises. */
export function ReplyWords({ kase, reply }: { readonly kase: CaseDetail; readonly reply: Reply }) {
  return <div className="words">{replyWords(kase.forms.replyParts, contentOf(reply))}</div>;
}

/** The reply that somebody has to judge, with what only the office reads and the files that go along. */
export function ReplyToJudge({ kase, reply }: { readonly kase: CaseDetail; readonly reply: Reply | undefined }) {
  const files = kase.files.filter((file) => file.forPetitioner);
  return (
    <div className="stack">
      <div className="reply">
        <h3>{kase.forms.forPublic ? zh.case.publicReply : zh.case.ownReply}</h3>
        {reply && <ReplyWords kase={kase} reply={reply} />}
        {files.length > 0 && (
          <>
            <h3>{zh.acts.filesOut}</h3>
            <ul>
              {files.map((file) => (
                <li key={file.id}>
                  <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
                    {file.name}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {reply?.why && <Alert type="warning" title={fill(zh.acts.alikeNoted, { why: reply.why })} />}
      {reply?.internalOpinion && (
        <div className="opinion">
          <h3>{zh.case.internalOpinion}</h3>
          <div className="words">{reply.internalOpinion}</div>
        </div>
      )}
    </div>
  );
}
