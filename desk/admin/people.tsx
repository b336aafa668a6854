import { useQuery } from "@tanstack/react-query";
import { Button, Input, Popconfirm, Select, Table, Tag } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import type { Post } from "../../domain/office/org.ts";
import { longTime } from "../../domain/words/dates.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { ErrorBox, Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { usePost } from "../shell/session.ts";
import { repairWords } from "../words/accounts.ts";
import { peopleWords as w } from "../words/office.ts";
import { zh } from "../words/zh.ts";
import { AccountMenu } from "./account-menu.tsx";

type Person = Replies<typeof routes.office.people>["people"][number];

/** Who may sign in, where they hold which post, and who has left. */
export function PeoplePage() {
  const [words, setWords] = useState("");
  const [adding, setAdding] = useState(false);
  const admin = usePost("administrator");
  const keeper = usePost("administrator", "securityOfficer");
  const [unit, setUnit] = useState<string | null>(null);
  const people = useQuery({ queryKey: ["people"], queryFn: () => call(routes.office.people, {}) });
  const setActive = useWrite(routes.office.setActive, { refresh: ["people"], said: zh.app.saved });
  const all = people.data?.people ?? [];
  const rows = all
    .filter(
      (p) =>
        (p.name.includes(words) || p.login?.includes(words)) &&
        (unit === null || p.posts.some((post) => post.orgId === unit)),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name, "zh-CN"));
  const units = new Map(all.flatMap((p) => p.posts.map((post) => [post.orgId, post.org] as const)));
  return (
    <>
      <div className="between">
        <h1>{w.title}</h1>
        <div className="row">
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            style={{ width: 200 }}
            aria-label={w.unit}
            placeholder={w.allUnits}
            value={unit}
            onChange={(next) => setUnit(next ?? null)}
            options={[...units].map(([value, label]) => ({ value, label }))}
          />
          <Input.Search
            allowClear
            style={{ width: 220 }}
            aria-label={w.find}
            placeholder={w.find}
            onChange={({ target }) => setWords(target.value.trim())}
          />
          {admin && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {w.add}
            </Button>
          )}
        </div>
      </div>
      <ErrorBox error={setActive.error} />
      <Loaded query={people}>
        <Table<Person>
          rowKey="id"
          size="small"
          scroll={{ x: "max-content" }}
          dataSource={rows}
          pagination={{ pageSize: 20, showSizeChanger: false, showTotal: (n) => fill(zh.app.total, { n }) }}
          columns={[
            { title: w.name, key: "name", render: (_, row) => row.name },
            {
              title: w.login,
              key: "login",
              render: (_, row) => <span className="num">{row.login ?? zh.app.none}</span>,
            },
            {
              title: w.posts,
              key: "posts",
              render: (_, row) =>
                row.posts.map((h) => `${h.org}·${common.posts[h.post as Post]}`).join("、") || zh.app.none,
            },
            {
              title: w.lastSignIn,
              key: "last",
              render: (_, row) =>
                row.lastSignIn ? longTime(row.lastSignIn as Instant) : row.login ? w.never : zh.app.none,
            },
            { title: w.state, key: "state", render: (_, row) => <StateTags row={row} /> },
            {
              title: zh.app.more,
              key: "acts",
              render: (_, row) => (
                <div className="row">
                  {keeper && <AccountMenu person={row} />}
                  {admin && (
                    <ActiveButton
                      row={row}
                      onSet={(active) => setActive.mutate({ params: { id: row.id }, body: { active } })}
                    />
                  )}
                </div>
              ),
            },
          ]}
        />
      </Loaded>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function StateTags({ row }: { readonly row: Person }) {
  return (
    <>
      <Tag>{row.active ? w.active : w.inactive}</Tag>
      {row.lockedUntil && <Tag color="error">{repairWords.locked}</Tag>}
      {row.mustChange && <Tag>{repairWords.mustChange}</Tag>}
    </>
  );
}

function ActiveButton({ row, onSet }: { readonly row: Person; readonly onSet: (active: boolean) => void }) {
  if (!row.active) return <Button onClick={() => onSet(true)}>{w.restore}</Button>;
  return (
    <Popconfirm
      getPopupContainer={(button) => button.parentElement ?? document.body}
      title={`${w.deactivate} ${row.name}`}
      description={w.deactivateAsk}
      okText={w.deactivate}
      cancelText={zh.app.cancel}
      onConfirm={() => onSet(false)}
    >
      <Button>{w.deactivate}</Button>
    </Popconfirm>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const run = useWrite(routes.office.addPerson, {
    refresh: ["people"],
    said: fill(w.added, { name }),
    onDone: onClose,
  });
  return (
    <Dialog
      title={w.add}
      onClose={onClose}
      busy={run.isPending}
      error={run.error}
      onSubmit={() => run.mutate({ body: { name, login: login || null, password: login ? password : null } })}
    >
      <Line label={w.name}>
        <Counted autoFocus most={50} value={name} onChange={setName} />
      </Line>
      <Line label={w.login} hint={w.loginHint}>
        <Input autoComplete="off" value={login} onChange={({ target }) => setLogin(target.value.trim())} />
      </Line>
      {login !== "" && (
        <Line label={w.password} hint={w.passwordHint}>
          <Input.Password
            autoComplete="new-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Line>
      )}
    </Dialog>
  );
}
