import type { Act } from "../../../domain/rules/vocabulary.ts";
import { zh } from "../../words/zh.ts";
import type { ActProps } from "../use-act.ts";
import { ApproveAct } from "./reply/approve.tsx";
import { AuditAct } from "./reply/audit.tsx";
import { ClassifyAct } from "./dispatch/classify.tsx";
import { DispatchAct } from "./dispatch/dispatch.tsx";
import { DraftReplyAct } from "./reply/draft-reply.tsx";
import { FormalityAct } from "./formality.tsx";
import { AskInputAct, TakeDownAct } from "./joint.tsx";
import { RefuseAct } from "./refuse.tsx";
import { AskReturnAct } from "./return.tsx";
import { ConsentAct, PlainAct, TextAct } from "./simple.tsx";

const w = zh.acts;

/** The dialog of every act that is done from a case's page; null for acts that are done elsewhere. */
export const dialogs: Readonly<Partial<Record<Act, (props: ActProps) => React.ReactNode>>> = {
  handOver: (props) => <PlainAct {...props} name="handOver" />,
  refuse: (props) => <RefuseAct {...props} />,
  classify: (props) => <ClassifyAct {...props} />,
  recordConsent: (props) => <ConsentAct {...props} />,
  declineRepeat: (props) => <PlainAct {...props} name="declineRepeat" />,
  dispatch: (props) => <DispatchAct {...props} />,
  dispatchOn: (props) => <DispatchAct {...props} />,
  flagFinalAudit: (props) => <TextAct {...props} name="flagFinalAudit" field="reason" label={w.reason} required />,
  takeDown: (props) => <TakeDownAct {...props} />,
  note: (props) => <TextAct {...props} name="note" field="text" label={w.text} required />,
  askBureauReturn: (props) => <AskReturnAct {...props} name="askBureauReturn" />,
  acceptBureauReturn: (props) => <TextAct {...props} name="acceptBureauReturn" field="note" label={w.remark} />,
  refuseBureauReturn: (props) => (
    <TextAct {...props} name="refuseBureauReturn" field="reason" label={w.reason} hint={w.silentReturn} />
  ),
  submitToLeader: (props) => <TextAct {...props} name="submitToLeader" field="note" label={w.remark} />,
  direct: (props) => <TextAct {...props} name="direct" field="note" label={w.instruct} required />,
  askInput: (props) => <AskInputAct {...props} />,
  giveInput: (props) => <TextAct {...props} name="giveInput" field="text" label={w.text} required />,
  askReturn: (props) => <AskReturnAct {...props} name="askReturn" />,
  acceptReturn: (props) => <TextAct {...props} name="acceptReturn" field="note" label={w.remark} />,
  refuseReturn: (props) => <TextAct {...props} name="refuseReturn" field="reason" label={w.reason} required />,
  draftReply: (props) => <DraftReplyAct {...props} />,
  rejectDraft: (props) => <TextAct {...props} name="rejectDraft" field="reason" label={w.reason} required />,
  approveReply: (props) => <ApproveAct {...props} />,
  failAudit: (props) => <AuditAct {...props} />,
  passAudit: (props) => <AuditAct {...props} />,
  carryOut: (props) => <FormalityAct {...props} name="carryOut" />,
  carryOutOnLeg: (props) => <FormalityAct {...props} name="carryOutOnLeg" />,
};
