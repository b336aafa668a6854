import { Button } from "antd";
import { useEffect, useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { ErrorBox } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { callWords as w } from "../words/calls.ts";

interface Props {
  readonly caseId: string;
  /** What is said on the telephone, where the dialog does not show it already. */
  readonly script?: string;
}

/** The number for a call that is due: shown on asking, for a while, and written down as seen for calling back. */
export function NumberToCall({ caseId, script }: Props) {
  const [left, setLeft] = useState(0);
  const reveal = useWrite(routes.cases.reveal, {
    refresh: [],
    onDone: (shown) => setLeft(shown.seconds),
  });
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  const full = left > 0 ? reveal.data : undefined;
  return (
    <div className="stack">
      <div className="row">
        {full ? (
          <>
            <b className="num">{full.phone ?? w.noNumber}</b>
            <span>{full.name}</span>
            <span className="small">{fill(w.hides, { n: left })}</span>
          </>
        ) : (
          <Button
            loading={reveal.isPending}
            onClick={() => reveal.mutate({ params: { id: caseId }, body: { reason: "callBack", note: "" } })}
          >
            {w.show}
          </Button>
        )}
      </div>
      <ErrorBox error={reveal.error} />
      {script && <blockquote className="script">{script}</blockquote>}
    </div>
  );
}
