import { Alert, Checkbox, Input } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { replyQuestions } from "../../../words/reply-questions.ts";
import { zh } from "../../../words/zh.ts";
import { Kept } from "../../writing/kept.tsx";
import { SeenByPetitioner } from "../../words/seen.tsx";
import type { ActProps } from "../../use-act.ts";
import { useWriting } from "../../writing/use-writing.ts";
import { actName } from "../act-name.ts";
import { Dialog, Line } from "../../../kit/dialog.tsx";
import { flagged } from "./reply-checks.ts";

const w = zh.acts;

interface Writing extends Readonly<Record<string, unknown>> {
  readonly text: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly internalOpinion: string;
  readonly advisesWithholding: boolean;
  readonly adviceReason: string;
  readonly files: readonly string[];
}

/** Two texts that cannot be mixed up: what the citizen reads, and what only the office reads. */
export function DraftReplyAct(props: ActProps) {
  const { kase, act } = props;
  const leg = kase.legs.find((l) => l.id === act.legId);
  const last = leg?.replies.at(-1);
  const { value, set, run, submit, times } = useWriting<Writing, "draftReply">("draftReply", props, {
    text: last?.text ?? "",
    parts: last?.parts ?? {},
    internalOpinion: last?.internalOpinion ?? "",
    advisesWithholding: last?.advisesWithholding ?? false,
    adviceReason: last?.adviceReason ?? "",
    files: kase.files.filter((file) => file.forPetitioner).map((file) => file.id),
  });
  const inParts = kase.forms.replyParts.length > 0;
  const whole = [value.text, ...Object.values(value.parts)].join("\n");
  const questions = flagged(whole, replyQuestions);
  const send = () =>
    submit({
      text: value.text,
      parts: inParts ? { ...value.parts } : {},
      internalOpinion: value.internalOpinion.trim() || null,
      advisesWithholding: value.advisesWithholding,
      adviceReason: value.adviceReason.trim() || null,
      files: [...value.files],
    });
  return (
    <Dialog
      title={actName(act, false)}
      width={1100}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={send}
    >
      <Kept times={times} />
      {last?.reason && <Alert type="warning" title={last.reason} />}
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
          {leg?.inputs.map((input) => input.given && <p key={input.at}>{input.given}</p>)}
        </div>
        <div className="stack">
          <div className="reply stack">
            <h3>{zh.case.publicReply}</h3>
            {kase.forms.replyParts.map((part) => (
              <Line key={part.code} label={part.label}>
                <Input.TextArea
                  rows={4}
                  value={value.parts[part.code] ?? ""}
                  onChange={({ target }) => set({ parts: { ...value.parts, [part.code]: target.value } })}
                />
              </Line>
            ))}
            <Line {...(inParts ? { label: w.replyRest } : { label: w.replyText, hint: w.replyHint })}>
              <Input.TextArea
                rows={inParts ? 3 : 10}
                value={value.text}
                onChange={({ target }) => set({ text: target.value })}
              />
            </Line>
            {questions.map((q) => (
              <Alert key={q.word} type="warning" showIcon title={fill(w.banned, { ...q })} />
            ))}
            <SeenByPetitioner kase={kase} unit={leg?.org.name ?? ""} reply={value} />
          </div>
          <div className="opinion">
            <h3>{zh.case.internalOpinion}</h3>
            <Line label={w.opinion} hint={w.opinionHint}>
              <Input.TextArea
                rows={3}
                value={value.internalOpinion}
                onChange={({ target }) => set({ internalOpinion: target.value })}
              />
            </Line>
          </div>
          {kase.track === "public" && (
            <Checkbox
              checked={value.advisesWithholding}
              onChange={({ target }) => set({ advisesWithholding: target.checked })}
            >
              {w.advise}
            </Checkbox>
          )}
          {value.advisesWithholding && (
            <Line label={w.adviseReason}>
              <Input value={value.adviceReason} onChange={({ target }) => set({ adviceReason: target.value })} />
            </Line>
          )}
          {kase.files.some((file) => file.purpose === "staff") && (
            <Line label={w.sendFiles}>
              <Checkbox.Group
                value={[...value.files]}
                onChange={(files) => set({ files: files as string[] })}
                options={kase.files
                  .filter((file) => file.purpose === "staff")
                  .map((file) => ({ value: file.id, label: file.name }))}
              />
            </Line>
          )}
        </div>
      </div>
    </Dialog>
  );
}
