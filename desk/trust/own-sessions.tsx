import { useQuery } from "@tanstack/react-query";
import { call, routes } from "../api.ts";
import { ErrorBox, Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { sessionsWords as w } from "../words/trust.ts";
import { SessionTable } from "./session-table.tsx";

/** Where one is signed in oneself, and signing out there. */
export function OwnSessions() {
  const list = useQuery({ queryKey: ["sessions"], queryFn: () => call(routes.sessions.own, {}) });
  const end = useWrite(routes.sessions.endOwn, { refresh: ["sessions"], said: w.ended });
  return (
    <section className="panel stack" aria-label={w.title}>
      <h2>{w.title}</h2>
      <p className="second">{w.hint}</p>
      <ErrorBox error={end.error} />
      <Loaded query={list}>
        <SessionTable rows={list.data?.rows ?? []} button={w.end} onEnd={({ id }) => end.mutate({ params: { id } })} />
      </Loaded>
    </section>
  );
}
