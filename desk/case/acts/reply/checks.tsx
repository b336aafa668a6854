import { Alert } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { unfilledIn } from "../../../../domain/case/chapters/unfilled.ts";
import { ApiError } from "../../../api.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Line } from "../../../kit/dialog.tsx";
import { replyQuestions } from "../../../words/reply-questions.ts";
import { zh } from "../../../words/zh.ts";
import { flagged } from "./reply-checks.ts";
import type { ReplyOutside } from "./use-preview.ts";

const w = zh.acts;

interface Props {
  readonly whole: string;
  readonly openClaims: readonly number[];
  readonly halfPromise: boolean;
  readonly outside: ReplyOutside | undefined;
  /** Whether a reason has to be given before it goes on. */
  readonly asksWhy: boolean;
  readonly why: string;
  readonly onWhy: (why: string) => void;
}

/** Whether the reply is so like another one, or names what the question does not, that a reason is asked for. */
export function needsReason(outside: ReplyOutside | undefined): boolean {
  return outside !== undefined && (outside.alike !== null || outside.strange.length > 0);
}

/** The server has found it before the preview did: the field for the reason opens with its answer. */
export function refusedForWhy(error: unknown): boolean {
  return error instanceof ApiError && ["reply.sameAsAnother", "reply.namesElsewhere"].includes(error.error.code);
}

/** What stands against sending the reply: the first three stop it, the rest only ask. */
export function stops({
  whole,
  openClaims,
  halfPromise,
}: Pick<Props, "whole" | "openClaims" | "halfPromise">): boolean {
  return unfilledIn(whole) !== null || openClaims.length > 0 || halfPromise;
}

/** The checks of a reply, beside it and never in place of judgement. */
export function ReplyChecks({ whole, openClaims, halfPromise, outside, asksWhy, why, onWhy }: Props) {
  const left = unfilledIn(whole);
  const words = flagged(whole, replyQuestions).map((q) => fill(w.banned, { ...q }));
  return (
    <>
      {left && <Alert type="error" showIcon title={fill(w.gapLeft, { found: left })} />}
      {openClaims.length > 0 && <Alert type="error" showIcon title={fill(w.claimsOpen, { n: openClaims })} />}
      {halfPromise && <Alert type="error" showIcon title={w.promiseHalf} />}
      {words.length > 0 && <Alert type="warning" showIcon title={words.join(w.semicolon)} />}
      {asksWhy && (
        <>
          {outside && needsReason(outside) && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={[
                outside.alike ? fill(w.alike, { number: outside.alike.number, percent: outside.alike.percent }) : "",
                outside.strange.length > 0 ? fill(w.strange, { names: outside.strange }) : "",
              ].join("")}
            />
          )}
          <Line label={w.alikeReason} hint={w.alikeReasonHint}>
            <Counted most={500} value={why} onChange={onWhy} />
          </Line>
        </>
      )}
    </>
  );
}
