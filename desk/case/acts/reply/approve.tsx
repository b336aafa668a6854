import { Alert } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { Dialog } from "../../../kit/dialog.tsx";
import { zh } from "../../../words/zh.ts";
import { QuestionAndReply } from "../../words/reading.tsx";
import { type ActProps, useAct } from "../../use-act.ts";
import { actName } from "../act-name.ts";

/** The leader reads question and reply on one screen; time, post and name are stamped without typing. */
export function ApproveAct(props: ActProps) {
  const { kase, act } = props;
  const reply = kase.legs.find((leg) => leg.id === act.legId)?.replies.at(-1);
  const run = useAct("approveReply", props);
  return (
    <Dialog
      title={actName(act, false)}
      width={900}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({})}
    >
      <QuestionAndReply kase={kase} reply={reply} />
      {reply?.advisesWithholding && <Alert type="info" title={fill(zh.case.advised, { reason: reply.adviceReason })} />}
      <p className="second">{zh.acts.approveEffect}</p>
    </Dialog>
  );
}
