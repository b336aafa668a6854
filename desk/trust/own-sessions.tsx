import { Input } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import type { OpenSession } from "../../contract/trust/sessions.ts";
import { call, routes } from "../api.ts";
import { Dialog, Line } from "../kit/dialog.tsx";
import { Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { sessionsWords as w } from "../words/trust.ts";
import { SessionTable } from "./session-table.tsx";

/** Where one is signed in oneself, and signing out there. */
export function OwnSessions() {
  const list = useQuery({ queryKey: ["sessions"], queryFn: () => call(routes.sessions.own, {}) });
  const [ending, setEnding] = useState<OpenSession | null>(null);
  return (
    <section className="panel stack" aria-label={w.title}>
      <h2>{w.title}</h2>
      <p className="second">{w.hint}</p>
      <Loaded query={list}>
        <SessionTable rows={list.data?.rows ?? []} button={w.end} onEnd={setEnding} />
      </Loaded>
      {ending && <EndDialog session={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

/** Whoever has found an open screen cannot sign its owner out elsewhere: the password is asked for. */
function EndDialog({ session, onClose }: { readonly session: OpenSession; readonly onClose: () => void }) {
  const [password, setPassword] = useState("");
  const end = useWrite(routes.sessions.endOwn, { refresh: ["sessions"], said: w.ended, onDone: onClose });
  return (
    <Dialog
      title={fill(w.endOwn, { device: session.device || w.unknown })}
      button={w.end}
      danger
      onClose={onClose}
      busy={end.isPending}
      error={end.error}
      disabled={password === ""}
      onSubmit={() => end.mutate({ params: { id: session.id }, body: { password } })}
    >
      <Line label={w.password}>
        <Input.Password
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </Line>
    </Dialog>
  );
}
