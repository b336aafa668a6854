import { Select } from "antd";
import { useState } from "react";
import { type OrgKind, orgKinds } from "../../domain/office/org.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { registryWords as w } from "../words/office.ts";
import { useOrgs } from "./org-tree.tsx";

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

type Added = Exclude<OrgKind, "area">;
const kinds = orgKinds.filter((kind): kind is Added => kind !== "area");

/** A new body of the tree; it receives cases once its persons are named and it has joined. */
export function AddUnitDialog({ onClose, onAdded }: Props) {
  const areas = useOrgs().filter((org) => org.kind === "area");
  const [parentId, setParent] = useState<string | null>(null);
  const [kind, setKind] = useState<Added>("handlingUnit");
  const [text, setText] = useState({ name: "", shortName: "", initials: "", duties: "", phone: "", address: "" });
  const parent = parentId ?? areas.find((area) => area.parentId === null)?.id ?? null;
  const run = useWrite(routes.office.addUnit, {
    refresh: ["orgs"],
    said: fill(w.unitAdded, { name: text.shortName }),
    onDone: ({ id }) => {
      onAdded(id);
      onClose();
    },
  });
  const field = (name: keyof typeof text, max: number, hint?: string) => (
    <Line label={w.unit[name]} {...(hint ? { hint } : {})}>
      <Counted
        autoFocus={name === "name"}
        most={max}
        value={text[name]}
        onChange={(value) => setText((typed) => ({ ...typed, [name]: value }))}
      />
    </Line>
  );
  return (
    <Dialog
      title={w.addUnit}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={parent === null || text.name.trim().length < 2 || text.shortName.trim().length < 2}
      onSubmit={() =>
        run.mutate({
          body: { ...text, parentId: parent as never, kind, phone: text.phone || null, address: text.address || null },
        })
      }
    >
      <div className="grid2">
        {field("name", 80, w.unitNameHint)}
        {field("shortName", 30, w.unitShortHint)}
        <Line label={w.unit.area}>
          <Select
            value={parent}
            onChange={setParent}
            options={areas.map((area) => ({ value: area.id, label: area.name }))}
          />
        </Line>
        <Line label={w.unit.kind}>
          <Select<Added>
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: common.orgKinds[value] }))}
          />
        </Line>
        {field("initials", 30, w.unitInitialsHint)}
        {field("phone", 30)}
      </div>
      {field("duties", 300, w.unitDutiesHint)}
      {field("address", 120)}
      <p className="second">{w.unitAfter}</p>
    </Dialog>
  );
}
