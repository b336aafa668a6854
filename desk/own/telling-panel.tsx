import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import type { Replies } from "../../contract/route.ts";
import { type TellingKind, type TellingWay, tellingWays } from "../../domain/telling/staff.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { Line } from "../kit/dialog.tsx";
import { ErrorBox, Loaded } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { tellingWords as w } from "../words/own.ts";

type Settings = Replies<typeof routes.telling.settings>;

/** By which ways somebody hears of what, and where they are reached. */
export function TellingPanel() {
  const settings = useQuery({ queryKey: ["telling"], queryFn: () => call(routes.telling.settings, {}) });
  return (
    <section className="panel stack" aria-label={w.title}>
      <h2>{w.title}</h2>
      <Loaded query={settings}>{settings.data && <TellingForm settings={settings.data} />}</Loaded>
    </section>
  );
}

function TellingForm({ settings }: { readonly settings: Settings }) {
  const [kinds, setKinds] = useState(settings.kinds);
  const [phone, setPhone] = useState(settings.phone ?? "");
  const [email, setEmail] = useState(settings.email ?? "");
  const save = useWrite(routes.telling.change, { refresh: ["telling"], said: w.saved });
  const silent = tellingWays.filter((way) => way !== "bell" && !settings.connected[way]).map((way) => w.ways[way]);
  const set = (kind: TellingKind, way: TellingWay, on: boolean) =>
    setKinds(
      kinds.map((row) =>
        row.kind === kind
          ? { ...row, ways: tellingWays.filter((one) => (one === way ? on : row.ways.includes(one))) }
          : row,
      ),
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          body: { phone: phone || null, email: email || null, kinds: kinds.map(({ kind, ways }) => ({ kind, ways })) },
        });
      }}
    >
      <p className="second">{w.hint}</p>
      <table className="wishes">
        <thead>
          <tr>
            <th scope="col">{w.kind}</th>
            {tellingWays.map((way) => (
              <th key={way} scope="col">
                {w.ways[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, ways, fixed }) => (
            <tr key={kind}>
              <th scope="row">
                {w.kinds[kind]}
                {fixed.length > 0 && <div className="small">{w.fixed}</div>}
              </th>
              {tellingWays.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={fill(w.box, { kind: w.kinds[kind], way: w.ways[way] })}
                    checked={ways.includes(way)}
                    disabled={fixed.includes(way)}
                    onChange={({ target }) => set(kind, way, target.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {silent.length > 0 && <p className="second">{fill(w.notConnected, { ways: silent })}</p>}
      <div className="grid2">
        <Line label={w.phone}>
          <Input inputMode="tel" autoComplete="tel" value={phone} onChange={({ target }) => setPhone(target.value)} />
        </Line>
        <Line label={w.email}>
          <Input
            inputMode="email"
            autoComplete="email"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        </Line>
      </div>
      <ErrorBox error={save.error} />
      <div>
        <Button htmlType="submit" type="primary" loading={save.isPending}>
          {w.save}
        </Button>
      </div>
    </form>
  );
}
