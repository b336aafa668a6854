import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { useSession } from "../shell/session.ts";
import { registryWords as w } from "../words/office.ts";
import { OrgTree } from "./org-tree.tsx";
import { UnitCard } from "./unit-card.tsx";

const nothingClosed: ReadonlyMap<string, string> = new Map();

/** The tree of organisations and, beside it, who answers for what in the chosen one (FZ-10-1, FZ-10-3). */
export function RegistryPage() {
  const own = useSession().place?.orgId ?? "";
  const [chosen, setChosen] = useState(own);
  const card = useQuery({
    queryKey: ["org", chosen],
    queryFn: () => call(routes.office.card, { params: { id: chosen } }),
    enabled: chosen !== "",
  });
  return (
    <>
      <h1>{w.title}</h1>
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
    </>
  );
}
