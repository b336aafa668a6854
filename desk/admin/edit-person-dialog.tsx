import { useState } from "react";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { repairWords as w } from "../words/accounts.ts";
import { zh } from "../words/zh.ts";

interface Props {
  readonly person: { readonly id: string; readonly name: string; readonly phone: string | null };
  readonly onClose: () => void;
}

/** A person's name or telephone as it is now; the log keeps what it was. */
export function EditPersonDialog({ person, onClose }: Props) {
  const [name, setName] = useState(person.name);
  const [phone, setPhone] = useState(person.phone ?? "");
  const run = useWrite(routes.accounts.edit, { refresh: ["people"], said: zh.app.saved, onDone: onClose });
  return (
    <Dialog
      title={w.edit}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={name.trim() === ""}
      onSubmit={() => run.mutate({ params: { id: person.id as never }, body: { name, phone: phone.trim() || null } })}
    >
      <Line label={w.name}>
        <Counted autoFocus most={50} value={name} onChange={setName} />
      </Line>
      <Line label={w.phone}>
        <Counted most={30} value={phone} onChange={setPhone} />
      </Line>
    </Dialog>
  );
}
