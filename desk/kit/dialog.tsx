import { Button, Checkbox, Modal, Radio } from "antd";
import { Children, isValidElement, useId } from "react";
import { zh } from "../words/zh.ts";
import { useKeys } from "./keys.ts";
import { ErrorBox } from "./states.tsx";

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
  children,
}: DialogProps) {
  useKeys({ "Ctrl+Enter": () => (busy || disabled ? undefined : onSubmit()) });
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={onClose}
      maskClosable={false}
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
      <div className="stack">
        {children}
        <ErrorBox error={error} />
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
