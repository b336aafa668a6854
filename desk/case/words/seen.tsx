import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import { longDate } from "../../../domain/words/dates.ts";
import { fill } from "../../../domain/words/fill.ts";
import { type ReplyContent, replyWords } from "../../../domain/words/reply.ts";
import { zh as common } from "../../../domain/words/zh.ts";
import type { ReplyOutside } from "../acts/reply/use-preview.ts";
import { useToday } from "../../shell/session.ts";
import { zh } from "../../words/zh.ts";

const w = zh.case;

interface Props {
  readonly kase: CaseDetail;
  readonly unit: string;
  readonly reply: ReplyContent;
  /** The messages that would go out, and the page that would be published. */
  readonly outside?: ReplyOutside | undefined;
}

/** The reply as the petitioner would find it today, word for word; nothing that only the office reads is in it. */
export function SeenByPetitioner({ kase, unit, reply, outside }: Props) {
  const today = useToday() as PlainDate;
  const parts = kase.forms.replyParts.length > 0 ? reply.parts : {};
  const text = replyWords(kase.forms.replyParts, { ...reply, parts });
  const internal = kase.track === "internal";
  return (
    <details className="seen">
      <summary>{w.seen}</summary>
      {text === "" ? (
        <p className="second">{w.seenNothing}</p>
      ) : (
        <>
          <h4>{internal ? w.seenInternal : fill(w.seenTitle, { unit })}</h4>
          <p className="small">{fill(w.seenOn, { date: longDate(today) })}</p>
          <p className="words">{text}</p>
          {internal && <p className="second">{w.seenWithheld}</p>}
          {outside && <Outside outside={outside} />}
        </>
      )}
    </details>
  );
}

/** Short messages with their length, mails, and the question as others will read it. */
function Outside({ outside }: { readonly outside: ReplyOutside }) {
  return (
    <>
      {outside.messages.map((message) => (
        <div key={`${message.channel}${message.body}`}>
          <h4>
            {common.channels[message.channel]} {message.recipient}
          </h4>
          <p className="words">{message.body}</p>
          {message.channel === "sms" && (
            <p className="small">{fill(w.smsLength, { n: message.letters, parts: message.parts })}</p>
          )}
        </div>
      ))}
      {outside.question && (
        <div>
          <h4>{w.asPublished}</h4>
          <p>
            <b>{outside.question.title}</b>
          </p>
          <p className="words">{outside.question.text}</p>
          <p className="words">{outside.question.answer}</p>
        </div>
      )}
    </>
  );
}
