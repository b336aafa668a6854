import { useQuery } from "@tanstack/react-query";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Loaded, Nothing } from "../kit/states.tsx";
import { periodicWords as w } from "../words/periodic.ts";
import { FollowUp } from "./follow-up.tsx";
import { Kept } from "./kept.tsx";
import { WorkPanel } from "./work-panel.tsx";

/** What the regulation wants done again and again: what is due, and what was done. */
export function PeriodicPage() {
  const list = useQuery({ queryKey: ["periodic"], queryFn: () => call(routes.periodic.list, {}) });
  const { data } = list;
  return (
    <>
      <h1>{w.title}</h1>
      <Loaded query={list}>
        {data && !data.office && <Nothing>{w.noOffice}</Nothing>}
        {data?.office && (
          <>
            <p className="small">
              {fill(w.office, { office: data.office.name })} {fill(w.begun, { begun: data.begun })}
            </p>
            {data.works.length === 0 && <Nothing>{w.nothing}</Nothing>}
            {data.works.map((work) => (
              <WorkPanel key={work.id} work={work} mayDo={data.mayDo} bodies={data.bodies} />
            ))}
            <FollowUp rows={data.decisions} mayDo={data.mayDo} />
            <h2>{w.kept}</h2>
            {data.kept.length === 0 && <p className="second">{w.noKept}</p>}
            {data.kept.map((work) => (
              <Kept key={work.id} work={work} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
