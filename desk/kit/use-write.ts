import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useRef } from "react";
import type { Replies, Route, Sends } from "../../contract/route.ts";
import { call, onceKey, wasAnswered } from "../api.ts";

interface WriteOptions<R extends Route> {
  /** What is read anew afterwards, by the first word of its key. */
  readonly refresh: readonly string[];
  /** What is said when it was done. */
  readonly said?: string | ((reply: Replies<R>) => string);
  /** Whether what came of it is no success, though it was done. */
  readonly warns?: (reply: Replies<R>) => boolean;
  readonly onDone?: (reply: Replies<R>) => void;
}

/** Changes something once: repeated safely, never shown as done before the server has said so. */
export function useWrite<R extends Route>(route: R, { refresh, said, warns, onDone }: WriteOptions<R>) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = useRef(onceKey());
  return useMutation({
    mutationFn: (sends: Sends<R>) => call(route, sends, route.once ? { once: key.current } : {}),
    onSuccess: async (reply) => {
      key.current = onceKey();
      const tell = warns?.(reply) ? message.warning : message.success;
      if (said) void tell(typeof said === "string" ? said : said(reply), 3);
      await Promise.all(refresh.map((name) => client.invalidateQueries({ queryKey: [name] })));
      onDone?.(reply);
    },
    onError: (error) => {
      if (wasAnswered(error)) key.current = onceKey();
    },
  });
}
