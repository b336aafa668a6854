import { App, Button, Input } from "antd";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Line } from "../kit/dialog.tsx";
import { ErrorBox } from "../kit/states.tsx";
import { useWrite } from "../kit/use-write.ts";
import { accountWords as w } from "../words/office.ts";
import { zh } from "../words/zh.ts";
import { TellingPanel } from "../own/telling-panel.tsx";
import { OwnSessions } from "../trust/own-sessions.tsx";
import { OwnTokens } from "../trust/own-tokens.tsx";
import { useSession } from "./session.ts";
import { postNames } from "./place.tsx";

/** The own account: posts, password, second factor. */
export function AccountPage() {
  const info = useSession();
  return (
    <div className="narrow">
      <h1>{w.title}</h1>
      <section className="panel" aria-label={w.posts}>
        <h2>{info.person.name}</h2>
        <ul className="steps">
          {info.places.map((place) => (
            <li key={place.orgId}>
              {place.orgName}·{postNames(place.posts)}
              {place.standsInFor.length > 0 && `（${fill(zh.signIn.standIn, { names: place.standsInFor })}）`}
            </li>
          ))}
        </ul>
      </section>
      <TellingPanel />
      <PasswordPanel />
      <SecondFactorPanel />
      <OwnSessions />
      <OwnTokens />
    </div>
  );
}

export function PasswordPanel({ refresh = [] }: { readonly refresh?: readonly string[] }) {
  const [login, setLogin] = useState("");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const run = useWrite(routes.session.changePassword, {
    refresh,
    said: w.changed,
    onDone: () => {
      setCurrent("");
      setNext("");
    },
  });
  return (
    <form
      className="panel stack"
      aria-label={w.password}
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ body: { login, current, next } });
      }}
    >
      <h2>{w.password}</h2>
      <Line label={w.login}>
        <Input autoComplete="username" value={login} onChange={({ target }) => setLogin(target.value)} />
      </Line>
      <Line label={w.current}>
        <Input.Password
          autoComplete="current-password"
          value={current}
          onChange={({ target }) => setCurrent(target.value)}
        />
      </Line>
      <Line label={w.next} hint={w.nextHint}>
        <Input.Password autoComplete="new-password" value={next} onChange={({ target }) => setNext(target.value)} />
      </Line>
      <ErrorBox error={run.error} />
      <div>
        <Button htmlType="submit" type="primary" loading={run.isPending} disabled={!login || !current || !next}>
          {w.password}
        </Button>
      </div>
    </form>
  );
}

/** Binds an authenticator: a picture to scan, and a first code that proves it works. */
export function SecondFactorPanel() {
  const info = useSession();
  const { message } = App.useApp();
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const [oldCode, setOldCode] = useState("");
  const offer = useWrite(routes.session.offerSecondFactor, { refresh: [] });
  const bind = useWrite(routes.session.bindSecondFactor, {
    refresh: ["session"],
    onDone: () => {
      offer.reset();
      for (const set of [setCode, setPassword, setOldCode]) set("");
      void message.success(w.bound, 3);
    },
  });
  return (
    <section className="panel stack" aria-label={w.factor}>
      <h2>{w.factor}</h2>
      <p>{info.hasSecondFactor ? w.hasFactor : w.noFactor}</p>
      {!offer.data && (
        <div>
          <Button loading={offer.isPending} onClick={() => offer.mutate({ body: {} })}>
            {info.hasSecondFactor ? w.replace : w.offer}
          </Button>
        </div>
      )}
      {offer.data && (
        <>
          <p>{w.scan}</p>
          <img src={offer.data.qr} width={200} height={200} alt={offer.data.uri} />
          <code className="num">{offer.data.secret}</code>
          <Line label={w.code}>
            <div>
              <Input
                inputMode="numeric"
                autoComplete="one-time-code"
                style={{ maxWidth: 200 }}
                value={code}
                onChange={({ target }) => setCode(target.value)}
              />
            </div>
          </Line>
          {info.hasSecondFactor && (
            <Line label={w.oldCode}>
              <div>
                <Input
                  inputMode="numeric"
                  autoComplete="off"
                  style={{ maxWidth: 200 }}
                  value={oldCode}
                  onChange={({ target }) => setOldCode(target.value)}
                />
              </div>
            </Line>
          )}
          <Line label={w.needPassword}>
            <Input.Password
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </Line>
          <div>
            <Button
              type="primary"
              loading={bind.isPending}
              disabled={code.trim() === "" || password === "" || (info.hasSecondFactor && oldCode.trim() === "")}
              onClick={() => bind.mutate({ body: { code, password, oldCode: info.hasSecondFactor ? oldCode : null } })}
            >
              {w.bind}
            </Button>
          </div>
        </>
      )}
      <ErrorBox error={offer.error ?? bind.error} />
    </section>
  );
}
