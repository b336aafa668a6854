import { Button, Checkbox, Modal, Radio } from "antd";
import { Children, createContext, isValidElement, useContext, useEffect, useId, useRef } from "react";
import { zh } from "../words/zh.ts";
import { focusFirst } from "./first-field.ts";
import { useKeys } from "./keys.ts";
import { ErrorBox } from "./states.tsx";

/** What stays in sight beside every dialog that is opened below it: on a case the citizen's own words. */
export const Beside = createContext<React.ReactNode>(null);

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly button?: string;
  readonly danger?: boolean;
  readonly width?: number;
  readonly disabled?: boolean;
  /** The dialog places what stands beside it on its own. */
  readonly placesBeside?: boolean;
  readonly children: React.ReactNode;
}

/** One act, one dialog: what it will do, what it must be told, and the server's answer in place. */
export function Dialog({
  title,
  onClose,
  onSubmit,
  busy,
  error,
  button,
  danger,
  width = 640,
  disabled,
  placesBeside = false,
  children,
}: DialogProps) {
  const beside = useContext(Beside);
  const fields = useRef<HTMLDivElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  useKeys({ "Ctrl+Enter": () => (busy || disabled ? undefined : onSubmit()) });
  useEffect(() => {
    if (error) answer.current?.scrollIntoView({ block: "nearest" });
  }, [error]);
  const split = beside !== null && !placesBeside;
  return (
    <Modal
      open
      title={title}
      width={split ? Math.max(width, 640) + 320 : width}
      onCancel={onClose}
      maskClosable={false}
      afterOpenChange={(open) => open && focusFirst(fields.current)}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {zh.app.cancel}
        </Button>,
        <Button
          key="submit"
          type="primary"
          danger={danger === true}
          loading={busy}
          disabled={disabled === true}
          onClick={onSubmit}
        >
          {busy ? zh.app.submitting : (button ?? title)}
        </Button>,
      ]}
    >
      <div className={split ? "beside" : undefined}>
        {split && <aside className="beside-words">{beside}</aside>}
        <div className="stack" ref={fields}>
          {children}
          <div ref={answer}>
            <ErrorBox error={error} />
          </div>
        </div>
      </div>
    </Modal>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: React.ReactNode;
}

/** Several choices under one name: inside a label every press beside them would land on the first. */
const groups: readonly unknown[] = [Radio.Group, Checkbox.Group];

/** A field with its label and hint. */
export function Line({ label, hint, children }: LineProps) {
  const id = useId();
  const [only] = Children.toArray(children);
  if (isValidElement(only) && groups.includes(only.type)) {
    return (
      <div className="line" role="group" aria-labelledby={id}>
        <span id={id}>{label}</span>
        {hint && <span className="small"> {hint}</span>}
        {children}
      </div>
    );
  }
  return (
    <label className="line">
      <span>{label}</span>
      {hint && <span className="small"> {hint}</span>}
      {children}
    </label>
  );
}
