import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Popconfirm, Select, Table, Typography } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { NumberInput } from "../kit/number-input.tsx";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { ErrorBox, Loaded, Nothing } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { useOrgs } from "../office/org-tree.tsx";
import { tokensWords as w } from "../words/office.ts";
import { changesWords } from "../words/trust.ts";
import { zh } from "../words/zh.ts";

type Row = Replies<typeof routes.tokens.list>["rows"][number];

/** Tokens by which other systems work as a person in an organisation. */
export function TokensPage() {
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const list = useQuery({ queryKey: ["tokens"], queryFn: () => call(routes.tokens.list, {}) });
  const revoke = useWrite(routes.tokens.revoke, { refresh: ["tokens"], said: w.revoked });
  const [now] = useState(() => new Date().toISOString());
  const state = (row: Row) => (row.revokedAt ? w.revoked : row.expiresAt < now ? w.expired : w.live);
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <Button type="primary" onClick={() => setCreating(true)}>
          {w.create}
        </Button>
      </div>
      <p className="second">
        {w.hint}
        <a href="/api">{w.docs}</a>
      </p>
      {shown && (
        <Alert
          type="success"
          closable={{ onClose: () => setShown(null) }}
          title={w.shownOnce}
          description={<Typography.Text copyable>{shown}</Typography.Text>}
        />
      )}
      <ErrorBox error={revoke.error} />
      <Loaded query={list}>
        <Table<Row>
          rowKey="id"
          size="small"
          scroll={{ x: "max-content" }}
          dataSource={list.data?.rows ?? []}
          locale={{ emptyText: <Nothing>{w.none}</Nothing> }}
          pagination={false}
          columns={[
            { title: w.name, key: "name", render: (_, row) => row.name },
            { title: w.person, key: "person", render: (_, row) => `${row.org} ${row.person}` },
            { title: w.created, key: "created", render: (_, row) => longTime(row.createdAt as Instant) },
            { title: w.expires, key: "expires", render: (_, row) => longTime(row.expiresAt as Instant) },
            { title: w.state, key: "state", render: (_, row) => state(row) },
            {
              title: zh.app.more,
              key: "acts",
              render: (_, row) =>
                row.revokedAt ? null : (
                  <Popconfirm
                    getPopupContainer={(button) => button.parentElement ?? document.body}
                    title={`${w.revoke} ${row.name}`}
                    okText={w.revoke}
                    cancelText={zh.app.cancel}
                    onConfirm={() => revoke.mutate({ params: { id: row.id } })}
                  >
                    <Button>{w.revoke}</Button>
                  </Popconfirm>
                ),
            },
          ]}
        />
      </Loaded>
      {creating && <CreateDialog onShown={setShown} onClose={() => setCreating(false)} />}
    </>
  );
}

interface CreateProps {
  readonly onShown: (token: string | null) => void;
  readonly onClose: () => void;
}

function CreateDialog({ onShown, onClose }: CreateProps) {
  const [name, setName] = useState("");
  const [orgId, setOrg] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [days, setDays] = useState(90);
  const [reason, setReason] = useState("");
  const orgs = useOrgs();
  const card = useQuery({
    queryKey: ["org", orgId],
    queryFn: () => call(routes.office.card, { params: { id: orgId ?? "" } }),
    enabled: orgId !== null,
  });
  const run = useWrite(routes.tokens.create, {
    refresh: ["tokens", "changes", "counts"],
    said: ({ waits }) => (waits ? fill(changesWords.proposedNow, { seat: common.posts[waits.seat] }) : w.live),
    onDone: ({ token }) => {
      onShown(token);
      onClose();
    },
  });
  const people = new Map((card.data?.holdings ?? []).filter((h) => h.current).map((h) => [h.person.id, h.person.name]));
  return (
    <Dialog
      title={w.create}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      disabled={!orgId || !personId || name.trim() === ""}
      onSubmit={() => run.mutate({ body: { name, personId: personId ?? "", orgId: orgId ?? "", days, reason } })}
    >
      <Line label={w.name}>
        <Counted autoFocus most={60} value={name} onChange={setName} />
      </Line>
      <Line label={w.org}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          value={orgId}
          onChange={(next) => {
            setOrg(next);
            setPerson(null);
          }}
          options={orgs.filter((org) => org.kind !== "area").map((org) => ({ value: org.id, label: org.shortName }))}
        />
      </Line>
      <Line label={w.person}>
        <Select
          value={personId}
          onChange={setPerson}
          options={[...people].map(([value, label]) => ({ value, label }))}
        />
      </Line>
      <Line label={w.days}>
        <div>
          <NumberInput min={1} max={365} value={days} onChange={(next) => setDays(next ?? 90)} />
        </div>
      </Line>
      <Line label={changesWords.reason}>
        <Counted most={200} value={reason} onChange={setReason} />
      </Line>
      <p className="second">{changesWords.proposeHint}</p>
    </Dialog>
  );
}
