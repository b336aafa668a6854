import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Form, Input, Typography } from "antd";
import { useEffect, useRef, useState } from "react";
import type { SessionInfo } from "../../contract/session.ts";
import { fill } from "../../domain/words/fill.ts";
import { ApiError, awayQuery, call, keepSession, routes, sessionQuery } from "../api.ts";
import { ErrorBox } from "../kit/states.tsx";
import { Neighbours } from "./neighbours.tsx";
import { repairWords } from "../words/accounts.ts";
import { zh } from "../words/zh.ts";
import { welcome } from "./welcome.tsx";

export const w = zh.signIn;

interface SignInFields {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
}

/** Nobody is at work yet. */
export function SignInPage({ platform }: { readonly platform: string }) {
  const client = useQueryClient();
  const { notification } = App.useApp();
  return (
    <main className="sign-in" id="main">
      <SignInForm
        platform={platform}
        onSignedIn={async (info) => {
          welcome(notification, info);
          client.setQueryData(sessionQuery.queryKey, info);
        }}
      />
      <Neighbours />
    </main>
  );
}

/** The session ended in the middle of something: the same person goes on where they were, anybody else begins anew. */
export function SignInAgain({ before }: { readonly before: SessionInfo }) {
  const client = useQueryClient();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, []);
  const goOn = async (info: SessionInfo) => {
    if (info.person.id !== before.person.id) return window.location.reload();
    const orgId = before.place?.orgId;
    const placed =
      !info.place && orgId ? keepSession(await call(routes.session.choosePlace, { body: { orgId } })) : info;
    client.setQueryData(sessionQuery.queryKey, placed);
    client.setQueryData(awayQuery.queryKey, false);
    await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== awayQuery.queryKey[0] });
  };
  return (
    <dialog
      ref={box}
      className="away"
      aria-label={w.title}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // A key pressed here is meant for nothing that waits below.
        event.stopPropagation();
        if (event.key === "Escape") event.preventDefault();
      }}
      onClose={() => box.current?.showModal()}
    >
      <div className="sign-in">
        <SignInForm platform={w.away} onSignedIn={goOn} />
      </div>
    </dialog>
  );
}

interface SignInFormProps {
  readonly platform: string;
  readonly onSignedIn: (info: SessionInfo) => Promise<void>;
}

/** Account, password, and the second factor where the account has one. */
function SignInForm({ platform, onSignedIn }: SignInFormProps) {
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  /** Where the password was right, the second factor is asked for next. */
  const [step, setStep] = useState<string | null>(null);
  const { data: where } = useQuery({ queryKey: ["threshold"], queryFn: () => call(routes.accounts.threshold, {}) });
  const lockedOut = error instanceof ApiError && error.error.code === "session.locked";

  const signIn = async (fields: SignInFields) => {
    setBusy(true);
    setError(null);
    try {
      const { login, password, code = "" } = fields;
      const info =
        step === null
          ? await call(routes.session.signIn, { body: { login, password } })
          : await call(routes.session.signInCode, { body: { step, code } });
      await onSignedIn(keepSession(info));
    } catch (problem) {
      const known = problem instanceof ApiError ? problem.error : null;
      const codeNeeded = known?.code === "session.codeNeeded";
      if (codeNeeded) setStep(String(known.facts["step"]));
      if (known?.code === "session.stepOver") setStep(null);
      setError(codeNeeded ? null : problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Typography.Title level={1}>{w.title}</Typography.Title>
      <p className="second">{where ? fill(repairWords.region, where) : platform}</p>
      <ErrorBox error={error} />
      {lockedOut && where?.adminPhone && <p>{fill(repairWords.lockedCall, { phone: where.adminPhone })}</p>}
      <Form<SignInFields> layout="vertical" onFinish={(fields) => void signIn(fields)} requiredMark={false}>
        <Form.Item name="login" label={w.login} rules={[{ required: true, message: zh.app.required }]}>
          <Input autoComplete="username" autoFocus size="large" disabled={step !== null} />
        </Form.Item>
        <Form.Item name="password" label={w.password} rules={[{ required: true, message: zh.app.required }]}>
          <Input
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            size="large"
            disabled={step !== null}
          />
        </Form.Item>
        <Checkbox checked={shown} onChange={(event) => setShown(event.target.checked)}>
          {w.show}
        </Checkbox>
        {step !== null && (
          <Form.Item name="code" label={w.code} rules={[{ required: true, message: zh.app.required }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" autoFocus size="large" />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={busy} style={{ marginTop: 16 }}>
          {w.button}
        </Button>
        {step !== null && (
          <Button type="link" block onClick={() => setStep(null)}>
            {w.otherAccount}
          </Button>
        )}
      </Form>
    </>
  );
}
