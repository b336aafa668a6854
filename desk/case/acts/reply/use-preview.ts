import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { z } from "zod";
import { cases } from "../../../../contract/case/cases.ts";
import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import { call } from "../../../api.ts";

export type ReplyOutside = z.output<typeof cases.previewReply.reply> & {
  /** It shows the words as they stand now, not as they stood a moment ago. */
  readonly upToDate?: boolean;
};
type Asked = Omit<z.input<typeof cases.previewReply.body>, "legId">;

const quietMillis = 1200;

/** What would leave the house with this reply, asked again when the writing has stopped for a moment. */
export function usePreview(kase: CaseDetail, legId: string | null, asked: Asked): ReplyOutside | undefined {
  const wanted = JSON.stringify(asked);
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), quietMillis);
    return () => clearTimeout(timer);
  }, [wanted]);
  const body = { legId: legId ?? "", ...(JSON.parse(settled) as Asked) };
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["reply-preview", kase.id, legId, settled],
    queryFn: () => call(cases.previewReply, { params: { id: kase.id }, body }),
    enabled: legId !== null,
    placeholderData: (before) => before,
    retry: false,
  });
  return data && { ...data, upToDate: settled === wanted && !isPlaceholderData };
}

/** What goes out at once when the reply passes, counted: 「将发1条短信和1封邮件」. */
export function outgoing(outside: ReplyOutside | undefined, words: Readonly<Record<string, string>>): string {
  const channels = (outside?.messages ?? []).map(({ channel }) => channel as string);
  return Object.entries(words)
    .flatMap(([channel, said]) => {
      const n = channels.filter((one) => one === channel).length;
      return n > 0 ? [said.replace("{n}", String(n))] : [];
    })
    .join(words["and"] ?? "");
}
