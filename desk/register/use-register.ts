import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { acts } from "../../contract/case/acts.ts";
import { addressOf } from "../../contract/client.ts";
import type { CaseDetail } from "../../contract/case/case-detail.ts";
import type { ErrorReply } from "../../contract/errors.ts";
import { fill } from "../../domain/words/fill.ts";
import { ApiError, call, formHeaders, onceKey, routes, wasAnswered } from "../api.ts";
import { zh } from "../words/zh.ts";
import { bodyOf, type Call, type Filed } from "./call.ts";

const w = zh.register;

/** What follows the registration in one go: handing over, or sending the caller to an emergency number. */
export interface After {
  readonly handOver: boolean;
  /** The number that the caller was sent to, under the ground that lists it. */
  readonly referral: { readonly ground: string; readonly number: string } | null;
}

type Body = ReturnType<typeof bodyOf>;

/** A registration that the server has answered, and what of it is still to be done. */
export interface Registered {
  readonly filed: Filed;
  readonly after: After;
  readonly channel: Call["channel"];
  /** Words that were changed after an answer had been lost: they are not in the case, but in a note on it. */
  readonly changed: string | null;
}

/**
 * Registers in steps of their own, each repeated safely. An answer that was lost is asked for again with the very words
 * that were sent; what was changed since goes into the case as a note.
 */
export function useRegister(onRegistered: (done: Registered) => void) {
  const client = useQueryClient();
  const key = useRef(onceKey());
  const sent = useRef<Body | null>(null);
  return useMutation({
    mutationFn: async ({ value, after, files }: { value: Call; after: After; files: readonly File[] }) => {
      const empty = value.content.trim() === "" && after.referral !== null;
      const content = empty ? fill(w.emergencyContent, { number: after.referral?.number }) : value.content;
      const wanted = bodyOf({ ...value, content });
      const body = sent.current ?? wanted;
      sent.current = body;
      const filed = await call(routes.cases.register, { body }, { once: key.current });
      const changed = JSON.stringify(body) === JSON.stringify(wanted) ? null : wanted.content;
      return { filed, after, channel: value.channel, changed, files, key: key.current };
    },
    onSuccess: (done) => {
      sent.current = null;
      key.current = onceKey();
      void client.invalidateQueries({ queryKey: ["counts"] });
      void client.invalidateQueries({ queryKey: ["work"] });
      onRegistered(done);
    },
    onError: (error) => {
      if (!wasAnswered(error)) return;
      sent.current = null;
      key.current = onceKey();
    },
  });
}

/** What follows the registration; it alone is tried again when it fails. */
export function useFollowUp({ filed, after, channel, changed }: Registered, files: readonly File[]) {
  const client = useQueryClient();
  const keys = useRef({ act: onceKey(), files: onceKey(), note: onceKey() });
  const sentFiles = useRef(false);
  return useMutation({
    mutationFn: async () => {
      const params = { id: filed.id };
      const act = (name: "handOver" | "refuse" | "note", input: object, once: string) =>
        call(acts[name], { params, body: { input } } as never, { once });
      if (changed) await act("note", { text: fill(w.changedNote, { text: changed }) }, keys.current.note);
      if (files.length > 0 && !sentFiles.current) await attach(filed.id, files, keys.current.files);
      sentFiles.current = true;
      if (after.referral) {
        const told = channel === "phone" ? w.toldInCall : null;
        const { ground, number } = after.referral;
        await act("refuse", { ground, fields: { referral: number }, told }, keys.current.act);
      } else if (after.handOver) await act("handOver", {}, keys.current.act);
      void client.invalidateQueries({ queryKey: ["counts"] });
      return (await call(routes.cases.open, { params })) as CaseDetail;
    },
    onError: (error) => {
      if (wasAnswered(error)) keys.current = { act: onceKey(), files: onceKey(), note: onceKey() };
    },
  });
}

async function attach(id: string, files: readonly File[], once: string): Promise<void> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  const address = addressOf(routes.cases.attach, { params: { id } });
  const reply = await fetch(address, { method: "POST", headers: formHeaders(once), body: form });
  if (!reply.ok) throw new ApiError(reply.status, ((await reply.json()) as ErrorReply).error);
}
