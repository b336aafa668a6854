import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Radio } from "antd";
import { useEffect, useState } from "react";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { ErrorBox } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { codeWords } from "../words/codes.ts";
import { zh } from "../words/zh.ts";
import { Counted } from "../kit/counted.tsx";
import { Line } from "../kit/dialog.tsx";
import { CorrectDialog } from "./correcting/correct-dialog.tsx";
import { NewCodeDialog } from "./new-code.tsx";
import { refreshCase } from "./use-act.ts";

const w = zh.case;
type Reason = keyof typeof w.reasons;

/** The petitioner, masked. Seeing more asks a reason, lasts five minutes, and is written down. */
export function ContactPanel({ kase }: { readonly kase: CaseDetail }) {
  const { petitioner } = kase;
  const [asking, setAsking] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [renewing, setRenewing] = useState(false);
  const [reason, setReason] = useState<Reason>("callBack");
  const [note, setNote] = useState("");
  const [left, setLeft] = useState(0);
  const client = useQueryClient();
  const reveal = useWrite(routes.cases.reveal, {
    refresh: [],
    onDone: (shown) => {
      setAsking(false);
      setLeft(shown.seconds);
      void refreshCase(client, kase.id);
    },
  });
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    if (left === 1) reveal.reset();
    return () => clearTimeout(timer);
  }, [left, reveal]);
  if (!petitioner) return null;
  const full = left > 0 ? reveal.data : undefined;
  const mayCorrect = kase.acts.some((act) => act.act === "correct");
  return (
    <section className="panel" aria-label={w.petitioner}>
      <h2>{w.petitioner}</h2>
      <p>
        {full ? full.name : petitioner.name}　{full ? full.phone : petitioner.phone}
        {full?.phoneNote && `（${full.phoneNote}）`}
        {petitioner.people > 1 && `　${fill(w.people, { n: petitioner.people })}`}
      </p>
      {full && (
        <>
          {full.email && <p>{full.email}</p>}
          {full.address && <p>{full.address}</p>}
          <p className="small">{fill(w.revealed, { n: left })}</p>
        </>
      )}
      <p className="second">
        {w.replyBy[petitioner.replyBy as keyof typeof w.replyBy]} · {w.choice[kase.choice]}
      </p>
      <div className="row">
        {petitioner.mayReveal && !full && <Button onClick={() => setAsking(true)}>{w.reveal}</Button>}
        {petitioner.mayReveal && <Button onClick={() => setRenewing(true)}>{codeWords.title}</Button>}
        {mayCorrect && <Button onClick={() => setCorrecting(true)}>{w.correct}</Button>}
      </div>
      {asking && (
        <Modal
          open
          title={w.reveal}
          onCancel={() => setAsking(false)}
          onOk={() => reveal.mutate({ params: { id: kase.id }, body: { reason, note } })}
          confirmLoading={reveal.isPending}
          okText={w.reveal}
          cancelText={zh.app.cancel}
        >
          <div className="stack">
            <Line label={w.revealReason}>
              <Radio.Group
                value={reason}
                onChange={({ target }) => setReason(target.value)}
                options={(Object.keys(w.reasons) as Reason[]).map((value) => ({ value, label: w.reasons[value] }))}
              />
            </Line>
            <Line label={w.revealNote}>
              <Counted most={200} value={note} onChange={(typed) => setNote(typed)} />
            </Line>
            <ErrorBox error={reveal.error} />
          </div>
        </Modal>
      )}
      {renewing && <NewCodeDialog kase={kase} onClose={() => setRenewing(false)} />}
      {correcting && <CorrectDialog kase={kase} onClose={() => setCorrecting(false)} />}
    </section>
  );
}
