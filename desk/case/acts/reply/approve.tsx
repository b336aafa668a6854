import { Alert } from "antd";
import { fill } from "../../../../domain/words/fill.ts";
import { Dialog } from "../../../kit/dialog.tsx";
import { useSession } from "../../../shell/session.ts";
import { standInWords } from "../../../shell/stand-in.ts";
import { zh } from "../../../words/zh.ts";
import { ReplyToJudge } from "../../words/reading.tsx";
import { type ActProps, useAct } from "../../use-act.ts";
import { actName } from "../act-name.ts";
import { Difference } from "./difference.tsx";
import { Timeliness } from "./timeliness.tsx";

/** The leader reads question and reply on one screen; time, post and name are stamped without typing. */
export function ApproveAct(props: ActProps) {
  const { kase, act } = props;
  const leg = kase.legs.find((one) => one.id === act.legId);
  const reply = leg?.replies.at(-1);
  const standIn = standInWords(useSession().place);
  const run = useAct("approveReply", props);
  return (
    <Dialog
      title={actName(act, false)}
      width={760}
      onClose={props.onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({})}
    >
      {standIn && <Alert type="info" title={fill(zh.signIn.signsFor, { standIn })} />}
      <Timeliness kase={kase} legId={act.legId} />
      <ReplyToJudge kase={kase} reply={reply} />
      <Difference kase={kase} replies={leg?.replies ?? []} />
      {reply?.advisesWithholding && <Alert type="info" title={fill(zh.case.advised, { reason: reply.adviceReason })} />}
      <p className="second">{zh.acts.approveEffect}</p>
    </Dialog>
  );
}
