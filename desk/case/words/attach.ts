import type { QueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { cases } from "../../../contract/case/cases.ts";
import { addressOf } from "../../../contract/client.ts";
import type { ErrorReply } from "../../../contract/errors.ts";
import { ApiError, formHeaders, onceKey } from "../../api.ts";
import { refreshCase } from "../use-act.ts";

/** Adds a file to a case; the ids of what was added. */
export async function attachFile(client: QueryClient, id: string, file: File): Promise<readonly string[]> {
  const form = new FormData();
  form.append("files", file);
  const reply = await fetch(addressOf(cases.attach, { params: { id } }), {
    method: "POST",
    headers: formHeaders(onceKey()),
    body: form,
  });
  if (!reply.ok) throw new ApiError(reply.status, ((await reply.json()) as ErrorReply).error);
  await refreshCase(client, id);
  const { files } = (await reply.json()) as z.output<typeof cases.attach.reply>;
  return files.map((one) => one.id);
}
