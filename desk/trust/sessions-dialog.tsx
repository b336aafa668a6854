import { useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Line } from "../kit/dialog.tsx";
import { ErrorBox, Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { sessionsWords as w } from "../words/trust.ts";
import { SessionTable } from "./session-table.tsx";

interface Props {
  readonly person: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Where somebody else is signed in; the security officer ends a session with a reason. */
export function SessionsDialog({ person, onClose }: Props) {
  const [reason, setReason] = useState("");
  const id = person.id as never;
  const list = useQuery({
    queryKey: ["sessions", person.id],
    queryFn: () => call(routes.sessions.of, { params: { id } }),
  });
  const end = useWrite(routes.sessions.endFor, { refresh: ["sessions"], said: w.ended });
  const rows = list.data?.rows ?? [];
  return (
    <Modal open width={800} title={fill(w.of, { name: person.name })} onCancel={onClose} footer={null}>
      <div className="stack">
        <Loaded query={list}>
          {rows.length > 0 && (
            <Line label={w.reason}>
              <Counted most={200} value={reason} onChange={setReason} />
            </Line>
          )}
          <SessionTable
            rows={rows}
            button={w.endFor}
            onEnd={(row) => end.mutate({ params: { id, session: row.id }, body: { reason } })}
          />
        </Loaded>
        <ErrorBox error={end.error} />
      </div>
    </Modal>
  );
}
