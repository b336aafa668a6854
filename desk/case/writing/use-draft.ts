import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import { call, onceKey, routes } from "../../api.ts";

const atMostMillis = 1500;
const againMillis = 10_000;

/**
 * What somebody is writing, kept on the server at most two seconds after a key, while the writing goes on as well;
 * found on any computer. `kept` is what was there on opening.
 */
export function useDraft<T extends Readonly<Record<string, unknown>>>(kase: CaseDetail, act: string) {
  const client = useQueryClient();
  const [kept] = useState(kase.drafts.find((draft) => draft.act === act));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pending = useRef<T | null>(null);

  const later = (millis: number) => {
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void leaving.current();
    }, millis);
  };
  const leaving = useRef<() => Promise<void>>(async () => undefined);
  const send = async () => {
    const data = pending.current;
    if (!data) return;
    pending.current = null;
    try {
      const reply = await call(
        routes.cases.saveDraft,
        { params: { id: kase.id, act }, body: { data } },
        { once: onceKey() },
      );
      setSavedAt(reply.savedAt);
      setFailed(false);
      client.setQueryData<CaseDetail>(["case", kase.id], (now) => now && withDraft(now, act, data, reply.savedAt));
    } catch {
      pending.current ??= data;
      setFailed(true);
      later(againMillis);
    }
  };
  useEffect(() => {
    leaving.current = send;
  });
  const hold = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void leaving.current();
    },
    [],
  );

  return {
    kept: kept ? { data: kept.data as Partial<T>, at: kept.savedAt } : null,
    savedAt,
    failed,
    save: (data: T) => {
      pending.current = data;
      if (timer.current === undefined) later(atMostMillis);
    },
    /** Nothing is sent while the act itself is on its way. */
    hold,
    /** The act was done: what was written is in it. */
    forget: () => {
      hold();
      pending.current = null;
    },
  };
}

function withDraft(kase: CaseDetail, act: string, data: unknown, savedAt: string): CaseDetail {
  return { ...kase, drafts: [...kase.drafts.filter((draft) => draft.act !== act), { act, data, savedAt }] };
}
