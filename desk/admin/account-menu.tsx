import { Button, Dropdown } from "antd";
import { useState } from "react";
import { type AccountRepair, accountRepairs } from "../../contract/accounts.ts";
import { usePost } from "../shell/session.ts";
import { SessionsDialog } from "../trust/sessions-dialog.tsx";
import { repairWords as w } from "../words/accounts.ts";
import { sessionsWords } from "../words/trust.ts";
import { EditPersonDialog } from "./edit-person-dialog.tsx";
import { RepairDialog } from "./repair-dialog.tsx";

interface Props {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly phone: string | null;
    readonly login: string | null;
  };
}

type Doing = AccountRepair | "edit" | "sessions";

/** What can be mended for one person: each seat has its own of it. */
export function AccountMenu({ person }: Props) {
  const [open, setOpen] = useState<Doing | null>(null);
  const admin = usePost("administrator");
  const security = usePost("securityOfficer");
  const repairs = accountRepairs.filter((key) => key !== "unlock" || security);
  const items = [
    ...(admin ? [{ key: "edit", label: w.edit }] : []),
    ...(person.login === null ? [] : repairs.map((key) => ({ key, label: w.repairs[key] }))),
    ...(person.login !== null && security ? [{ key: "sessions", label: sessionsWords.title }] : []),
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => setOpen(key as Doing) }}>
        <Button>{w.menu}</Button>
      </Dropdown>
      {open === "edit" && <EditPersonDialog person={person} onClose={() => setOpen(null)} />}
      {open === "sessions" && <SessionsDialog person={person} onClose={() => setOpen(null)} />}
      {open !== null && open !== "edit" && open !== "sessions" && (
        <RepairDialog person={person} what={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
