import type { SendResult } from "./mail.ts";

/** Answers that say "not now" and nothing of the message: wrong token, timeout, too early, too many requests. */
const later: readonly number[] = [401, 408, 425, 429];

/** The message has not left the house: nobody was reached. After anything else it may have been taken over. */
const notReached: readonly string[] = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
];
const patience = 15_000;

/**
 * Hands a message to a vendor over HTTP: POST with a bearer token; 2xx means taken over, 4xx refused for good unless
 * it asks to come later, anything else is tried again; nobody is followed to another address. Where no answer is heard, nobody knows whether it was taken over.
 */
export async function postMessage(url: string, token: string | null, message: unknown): Promise<SendResult> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/json", ...bearer(token) },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(patience),
    });
    const detail = `${reply.status} ${(await reply.text()).slice(0, 200)}`;
    if (reply.ok) return { result: "sent", detail };
    const forGood = reply.status >= 400 && reply.status < 500 && !later.includes(reply.status);
    return { result: forGood ? "refused" : "unreachable", detail };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { result: wasNotReached(error) ? "unreachable" : "unanswered", detail };
  }
}

/** What a vendor knows of a message by its id. */
export type Asked = "taken" | "unknown" | "silent";

/** Asks what has become of a message whose answer was lost: GET with its id; 200: taken over, 404: never came. */
export async function askForMessage(url: string, token: string | null, id: string): Promise<Asked> {
  try {
    const asked = new URL(url);
    asked.searchParams.set("id", id);
    const reply = await fetch(asked, {
      redirect: "manual",
      headers: bearer(token),
      signal: AbortSignal.timeout(patience),
    });
    await reply.body?.cancel();
    return reply.status === 200 ? "taken" : reply.status === 404 ? "unknown" : "silent";
  } catch {
    return "silent";
  }
}

function bearer(token: string | null): Readonly<Record<string, string>> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

function wasNotReached(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  return notReached.includes(code ?? cause?.code ?? "");
}
