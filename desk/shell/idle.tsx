import { useQueryClient } from "@tanstack/react-query";
import { Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { call, leave, routes, sessionQuery } from "../api.ts";
import { zh } from "../words/zh.ts";

const minute = 60_000;
const noticeMinutes = 2;
const signs = ["keydown", "pointerdown", "wheel", "touchstart"] as const;

/** Somebody who walked away is told two minutes before, then signed out; the address and the drafts stay. */
export function IdleGuard({ minutes }: { readonly minutes: number }) {
  const client = useQueryClient();
  const [opened] = useState(() => Date.now());
  const last = useRef(opened);
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    const seen = () => {
      if (!leaving) last.current = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true });
    const timer = setInterval(() => {
      const idle = Date.now() - last.current;
      if (idle >= minutes * minute) {
        void call(routes.session.signOut, {}).catch(() => undefined);
        leave();
      } else setLeaving(idle >= (minutes - noticeMinutes) * minute);
    }, 5_000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, seen);
      clearInterval(timer);
    };
  }, [leaving, minutes]);
  const stay = () => {
    last.current = Date.now();
    setLeaving(false);
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  if (!leaving) return null;
  return (
    <Modal
      open
      closable={false}
      title={zh.signIn.stay}
      okText={zh.signIn.stay}
      onOk={stay}
      cancelButtonProps={{ hidden: true }}
    >
      {fill(zh.signIn.idle, { n: minutes })}
    </Modal>
  );
}
