import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CaseDetail } from "../../contract/cases.ts";
import { call, routes } from "../api.ts";

const quietMillis = 2000;

/**
 * What somebody is writing, kept on the server two seconds after the last key, on any computer. `kept` is what was
 * found on opening.
 */
export function useDraft<T extends Readonly<Record<string, unknown>>>(kase: CaseDetail, act: string) {
  const kept = kase.drafts.find((draft) => draft.act === act);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const pending = useRef<T | null>(null);

  const send = async () => {
    const data = pending.current;
    if (!data) return;
    pending.current = null;
    try {
      const reply = await call(routes.cases.saveDraft, { params: { id: kase.id, act }, body: { data } });
      setSavedAt(reply.savedAt);
    } catch {
      pending.current ??= data;
    }
  };

  const leave = useEffectEvent(() => void send());
  useEffect(() => () => leave(), []);

  const save = (data: T) => {
    pending.current = data;
    if (timer.current) clearTimeout(timer.current);
    timer.current = setTimeout(() => void send(), quietMillis);
  };
  return { kept: kept ? { data: kept.data as Partial<T>, at: kept.savedAt } : null, savedAt, save };
}
