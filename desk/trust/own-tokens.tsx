import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Typography } from "antd";
import { useState } from "react";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { NumberInput } from "../kit/number-input.tsx";
import { ErrorBox, Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useSession } from "../shell/session.ts";
import { tokensWords } from "../words/office.ts";
import { ownTokensWords as w } from "../words/trust.ts";

/** The tokens that work as oneself: made here, listed, ended. */
export function OwnTokens() {
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const list = useQuery({ queryKey: ["tokens"], queryFn: () => call(routes.tokens.list, {}) });
  const end = useWrite(routes.tokens.revoke, { refresh: ["tokens"], said: tokensWords.revoked });
  const rows = (list.data?.rows ?? []).filter((row) => row.own && row.revokedAt === null);
  return (
    <section className="panel stack" aria-label={w.title}>
      <div className="between">
        <h2>{w.title}</h2>
        <Button onClick={() => setCreating(true)}>{tokensWords.create}</Button>
      </div>
      <p className="second">{w.hint}</p>
      {shown && (
        <Alert
          type="success"
          closable={{ onClose: () => setShown(null) }}
          title={w.shownOnce}
          description={<Typography.Text copyable>{shown}</Typography.Text>}
        />
      )}
      <ErrorBox error={end.error} />
      <Loaded query={list}>
        {rows.length === 0 ? (
          <p className="second">{w.none}</p>
        ) : (
          <div className="scroll">
            <table className="plain stacks">
              <thead>
                <tr>
                  <th scope="col">{tokensWords.name}</th>
                  <th scope="col">{tokensWords.org}</th>
                  <th scope="col">{tokensWords.expires}</th>
                  <th scope="col">{w.lastUsed}</th>
                  <th scope="col" />
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>{row.name}</td>
                    <td>{row.org}</td>
                    <td>{longTime(row.expiresAt as Instant)}</td>
                    <td>{row.lastUsedAt ? longTime(row.lastUsedAt as Instant) : w.never}</td>
                    <td>
                      <Button onClick={() => end.mutate({ params: { id: row.id } })}>{tokensWords.revoke}</Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {creating && <CreateOwn onShown={setShown} onClose={() => setCreating(false)} />}
    </section>
  );
}

interface CreateProps {
  readonly onShown: (token: string | null) => void;
  readonly onClose: () => void;
}

function CreateOwn({ onShown, onClose }: CreateProps) {
  const { person, place } = useSession();
  const [name, setName] = useState("");
  const [days, setDays] = useState(90);
  const run = useWrite(routes.tokens.create, {
    refresh: ["tokens"],
    onDone: ({ token }) => {
      onShown(token);
      onClose();
    },
  });
  return (
    <Dialog
      title={tokensWords.create}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={name.trim() === "" || place === null}
      onSubmit={() => run.mutate({ body: { name, personId: person.id, orgId: place?.orgId ?? "", days } })}
    >
      <Line label={tokensWords.name}>
        <Counted autoFocus most={60} value={name} onChange={setName} />
      </Line>
      <Line label={tokensWords.days}>
        <div>
          <NumberInput min={1} max={365} value={days} onChange={(next) => setDays(next ?? 90)} />
        </div>
      </Line>
    </Dialog>
  );
}
