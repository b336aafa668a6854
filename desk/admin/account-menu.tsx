import { Button, Dropdown } from "antd";
import { useState } from "react";
import { type AccountRepair, accountRepairs } from "../../contract/accounts.ts";
import { repairWords as w } from "../words/accounts.ts";
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

/** What an administrator can mend for one person. */
export function AccountMenu({ person }: Props) {
  const [open, setOpen] = useState<AccountRepair | "edit" | null>(null);
  const items = [
    { key: "edit", label: w.edit },
    ...(person.login === null ? [] : accountRepairs.map((key) => ({ key, label: w.repairs[key] }))),
  ];
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => setOpen(key as AccountRepair | "edit") }}>
        <Button>{w.menu}</Button>
      </Dropdown>
      {open === "edit" && <EditPersonDialog person={person} onClose={() => setOpen(null)} />}
      {open !== null && open !== "edit" && <RepairDialog person={person} what={open} onClose={() => setOpen(null)} />}
    </>
  );
}
