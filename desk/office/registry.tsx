import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { usePost, useSession } from "../shell/session.ts";
import { registryWords as w } from "../words/office.ts";
import { AddUnitDialog } from "./add-unit-dialog.tsx";
import { OrgTree } from "./org-tree.tsx";
import { UnitCard } from "./unit-card.tsx";

const nothingClosed: ReadonlyMap<string, string> = new Map();

/** The tree of organisations and, beside it, who answers for what in the chosen one (FZ-10-1, FZ-10-3). */
export function RegistryPage() {
  const own = useSession().place?.orgId ?? "";
  const [chosen, setChosen] = useState(own);
  const admin = usePost("administrator");
  const [adding, setAdding] = useState(false);
  const card = useQuery({
    queryKey: ["org", chosen],
    queryFn: () => call(routes.office.card, { params: { id: chosen } }),
    enabled: chosen !== "",
  });
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        {admin && <Button onClick={() => setAdding(true)}>{w.addUnit}</Button>}
      </div>
      <div className="two">
        <section className="panel" aria-label={w.title}>
          <OrgTree chosen={[chosen]} onChoose={setChosen} closed={nothingClosed} tall />
        </section>
        {chosen === "" ? (
          <Nothing>{w.pick}</Nothing>
        ) : (
          <Loaded query={card}>{card.data && <UnitCard card={card.data} />}</Loaded>
        )}
      </div>
      {adding && <AddUnitDialog onClose={() => setAdding(false)} onAdded={setChosen} />}
    </>
  );
}
