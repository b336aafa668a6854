import { expect } from "vitest";

/** A petitioner at the pages of the portal, without a browser: keeps cookies, sends forms as they stand on the page. */
export interface Visitor {
  get(path: string): Promise<Seen>;
  /** Sends the form of the page last read that goes to this address, with what was typed. */
  send(action: string, typed: Readonly<Record<string, string>>, files?: readonly File[]): Promise<Seen>;
}

/** A page as it came. */
export interface Seen {
  readonly status: number;
  readonly html: string;
  /** What stands in the main part, without tags. */
  readonly text: string;
  readonly h1: string;
}

/** Comes to the portal for the first time. */
export function visitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  let last = "";
  const ask = async (path: string, init: Pick<RequestInit, "method" | "body"> = {}): Promise<Seen> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url + path, { ...init, redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=", 2);
      cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next) return ask(next);
    last = await answer.text();
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(last)?.[1] ?? "";
    return {
      status: answer.status,
      html: last,
      text: plain(main),
      h1: plain(/<h1>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? ""),
    };
  };
  return {
    get: (path) => ask(path),
    send: (action, typed, files = []) => {
      const form = last.split("<form").find((one) => one.includes(`action="${action}"`)) ?? "";
      expect(form, `no form to ${action}`).not.toBe("");
      const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
      const fields = { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...typed };
      if (!form.includes("multipart/form-data"))
        return ask(action, { method: "POST", body: new URLSearchParams(fields as Record<string, string>) });
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value as string);
      for (const file of files) body.append("files", file, file.name);
      return ask(action, { method: "POST", body });
    },
  };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, "\n")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/[ \t]*\n\s*/g, "\n")
    .trim();
}

/** Opens one's case by number and code. */
export async function opens(url: string, { number, code }: { readonly number: string; readonly code: string }) {
  const who = visitor(url);
  await who.get("/follow");
  const page = await who.send("/follow", { number, code });
  expect(page.status).toBe(200);
  return { who, page };
}
