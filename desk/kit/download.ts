import type { ErrorReply } from "../../contract/errors.ts";
import { ApiError } from "../api.ts";

/** Takes a file along under the name that the server gave it; `onBytes` is told how much has come. */
export async function download(address: string, onBytes: (bytes: number) => void): Promise<void> {
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok) throw new ApiError(response.status, ((await response.json()) as ErrorReply).error);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    parts.push(next.value);
    bytes += next.value.length;
    onBytes(bytes);
  }
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = nameIn(response.headers.get("content-disposition") ?? "");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? "");
}
