import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef } from "react";
import { acts, type ActInput, type StaffAct } from "../../contract/case/acts.ts";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { LawfulAct } from "../../contract/case/case-row.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { ApiError, call, onceKey, wasAnswered } from "../api.ts";
import { useNextInWork } from "../work/walk.ts";
import { whatWasDone } from "./what-was-done.ts";

/** What every dialog of an act is given. */
export interface ActProps {
  readonly kase: CaseDetail;
  readonly act: LawfulAct;
  /** The version of the case that the person had before them when the act began. */
  readonly seenVersion?: number;
  readonly onClose: () => void;
}

/** After these the next case of the own work opens by itself: who reads and signs, or audits, goes through a pile. */
const readsOn: readonly StaffAct[] = ["approveReply", "rejectDraft", "passAudit", "failAudit"];

/** Does an act once: locked while it runs, repeated safely, never shown as done before the server has said so. */
export function useAct<A extends StaffAct>(act: A, { kase, act: lawful, seenVersion, onClose }: ActProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const toNext = useNextInWork(kase.id);
  const key = useRef(onceKey());
  return useMutation({
    mutationFn: (input: ActInput<A>) => {
      const body = { legId: lawful.legId, seenVersion: seenVersion ?? kase.version, input };
      return call(acts[act], { params: { id: kase.id }, body } as never, { once: key.current });
    },
    onSuccess: async () => {
      await refreshCase(client, kase.id);
      const after = client.getQueryData<CaseDetail>(["case", kase.id]);
      void message.success(whatWasDone(lawful.label || common.acts[act], kase, after), 4);
      onClose();
      if (readsOn.includes(act)) toNext();
    },
    onError: (error) => {
      if (wasAnswered(error)) key.current = onceKey();
      if (error instanceof ApiError && error.error.code === "case.changedMeanwhile") void refreshCase(client, kase.id);
    },
  });
}

/** The case and the lists that it stands in are read anew. */
export async function refreshCase(client: ReturnType<typeof useQueryClient>, id: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ["case", id] }),
    client.invalidateQueries({ queryKey: ["work"] }),
    client.invalidateQueries({ queryKey: ["counts"] }),
    client.invalidateQueries({ queryKey: ["cases"] }),
  ]);
}
