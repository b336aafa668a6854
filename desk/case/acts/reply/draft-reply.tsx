import { Alert, Checkbox } from "antd";
import type { ActInput } from "../../../../contract/case/acts.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { claimsOf, replyWords } from "../../../../domain/words/reply.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Dialog, Line } from "../../../kit/dialog.tsx";
import { zh } from "../../../words/zh.ts";
import { contentOf } from "../../words/reading.tsx";
import { SeenByPetitioner } from "../../words/seen.tsx";
import { Kept } from "../../writing/kept.tsx";
import { useWriting } from "../../writing/use-writing.ts";
import type { ActProps } from "../../use-act.ts";
import { actName } from "../act-name.ts";
import { needsReason, refusedForWhy, ReplyChecks, stops } from "./checks.tsx";
import { type Answered, answeredClaims, ClaimsEditor, openClaims } from "./claims-editor.tsx";
import { halfPromised, PromisesEditor, promised, type Promising } from "./promises-editor.tsx";
import { ReplyFiles } from "./reply-files.tsx";
import { usePreview } from "./use-preview.ts";

const w = zh.acts;

interface Writing extends Readonly<Record<string, unknown>> {
  readonly text: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, Answered>>;
  readonly promises: readonly Promising[];
  readonly internalOpinion: string;
  readonly advisesWithholding: boolean;
  readonly adviceReason: string;
  readonly files: readonly string[];
  readonly why: string;
}

/** Two texts that cannot be mixed up: what the citizen reads, and what only the office reads. */
export function DraftReplyAct(props: ActProps) {
  const { kase, act } = props;
  const leg = kase.legs.find((l) => l.id === act.legId);
  const last = leg?.replies.at(-1);
  const { value, set, run, submit, times } = useWriting<Writing, "draftReply">("draftReply", props, {
    text: last?.text ?? "",
    parts: last?.parts ?? {},
    claims: Object.fromEntries((last?.claims ?? []).map(({ n, verdict, text }) => [n, { verdict, text }])),
    promises: last?.promises ?? [],
    internalOpinion: last?.internalOpinion ?? "",
    advisesWithholding: last?.advisesWithholding ?? false,
    adviceReason: last?.adviceReason ?? "",
    files: kase.files.filter((file) => file.forPetitioner).map((file) => file.id),
    why: "",
  });
  const inParts = kase.forms.replyParts.length > 0;
  const asked = claimsOf(kase.claim);
  const content = {
    text: value.text,
    parts: inParts ? { ...value.parts } : {},
    claims: answeredClaims(asked, value.claims),
    promises: [...promised(value.promises)],
  };
  const whole = replyWords(kase.forms.replyParts, contentOf(content));
  const outside = usePreview(kase, act.legId, { ...content, withhold: value.advisesWithholding });
  const open = openClaims(asked, value.claims);
  const halfPromise = halfPromised(value.promises);
  const asksWhy = needsReason(outside) || refusedForWhy(run.error);
  // Where the regulation wants the reply seen as it goes out, it is sent only with what is shown below.
  const looked = !kase.forms.previewFirst || outside?.upToDate === true;
  const send = () =>
    submit({
      ...content,
      internalOpinion: value.internalOpinion.trim() || null,
      preview: outside?.seen ?? null,
      why: asksWhy ? value.why.trim() || null : null,
      advisesWithholding: value.advisesWithholding,
      adviceReason: value.adviceReason.trim() || null,
      files: [...value.files],
    } as ActInput<"draftReply">);
  return (
    <Dialog
      title={actName(act, false)}
      width={860}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      disabled={stops({ whole, openClaims: open, halfPromise }) || (asksWhy && value.why.trim() === "") || !looked}
      onSubmit={send}
    >
      <Kept times={times} />
      {last?.reason && <Alert type="warning" title={fill(w.sentBackBecause, { reason: last.reason })} />}
      {leg?.inputs.map((input) => input.given && <p key={input.at}>{input.given}</p>)}
      <div className="reply stack">
        <h3>{kase.forms.forPublic ? zh.case.publicReply : zh.case.ownReply}</h3>
        <ClaimsEditor claims={asked} value={value.claims} onChange={(claims) => set({ claims })} />
        {kase.forms.replyParts.map((part) => (
          <Line key={part.code} label={part.label}>
            <Counted
              most={5000}
              rows={3}
              value={value.parts[part.code] ?? ""}
              onChange={(text) => set({ parts: { ...value.parts, [part.code]: text } })}
            />
          </Line>
        ))}
        <Line
          {...(inParts
            ? { label: w.replyRest }
            : { label: kase.forms.forPublic ? w.replyText : w.ownReplyText, hint: w.replyHint })}
        >
          <Counted most={10_000} rows={inParts ? 3 : 8} value={value.text} onChange={(text) => set({ text })} />
        </Line>
        <PromisesEditor unit={leg?.org.name ?? ""} value={value.promises} onChange={(promises) => set({ promises })} />
        <ReplyFiles kase={kase} value={value.files} onChange={(files) => set({ files })} />
        <ReplyChecks
          whole={whole}
          openClaims={open}
          halfPromise={halfPromise}
          outside={outside}
          asksWhy={asksWhy}
          why={value.why}
          onWhy={(why) => set({ why })}
        />
        <SeenByPetitioner kase={kase} unit={leg?.org.name ?? ""} reply={contentOf(content)} outside={outside} />
      </div>
      <div className="opinion">
        <h3>{zh.case.internalOpinion}</h3>
        <Line label={w.opinion} hint={w.opinionHint}>
          <Counted
            most={5000}
            rows={2}
            value={value.internalOpinion}
            onChange={(internalOpinion) => set({ internalOpinion })}
          />
        </Line>
      </div>
      {kase.track === "public" && kase.forms.forPublic && (
        <Checkbox
          checked={value.advisesWithholding}
          onChange={({ target }) => set({ advisesWithholding: target.checked })}
        >
          {w.advise}
        </Checkbox>
      )}
      {value.advisesWithholding && (
        <Line label={w.adviseReason}>
          <Counted most={500} value={value.adviceReason} onChange={(adviceReason) => set({ adviceReason })} />
        </Line>
      )}
    </Dialog>
  );
}
