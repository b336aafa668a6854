import type { SendResult } from "./mail.ts";

/** Answers that say "not now" and nothing of the message: wrong token, timeout, too early, too many requests. */
const later: readonly number[] = [401, 408, 425, 429];

/**
 * Hands a message to a vendor over HTTP: POST with a bearer token; 2xx means taken over, 4xx refused for good unless
 * it asks to come later, anything else is tried again.
 */
export async function postMessage(url: string, token: string | null, message: unknown): Promise<SendResult> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(15_000),
    });
    const detail = `${reply.status} ${(await reply.text()).slice(0, 200)}`;
    if (reply.ok) return { result: "sent", detail };
    const forGood = reply.status >= 400 && reply.status < 500 && !later.includes(reply.status);
    return { result: forGood ? "refused" : "unreachable", detail };
  } catch (error) {
    return { result: "unreachable", detail: error instanceof Error ? error.message : String(error) };
  }
}
