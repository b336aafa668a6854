import { Modal } from "antd";
import { useState } from "react";
import { zh } from "../words/zh.ts";
import { useKeys } from "./keys.ts";

/** `?` shows which keys do what. */
export function KeyMap() {
  const [open, setOpen] = useState(false);
  useKeys({ "?": () => setOpen(true) });
  return (
    <Modal open={open} title={zh.nav.keys} footer={null} onCancel={() => setOpen(false)}>
      <dl className="keys">
        {zh.keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
