/** Somebody at the portal without a script: pages, forms and the cookies that go with them. */
export interface Visitor {
  get(path: string): Promise<Seen>;
  /** Sends the form of the page that was seen last. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<Seen>;
}

export interface Seen {
  readonly status: number;
  /** Where the visitor has come to in the end. */
  readonly path: string;
  readonly html: string;
}

export function visitor(base: string): Visitor {
  const cookies = new Map<string, { readonly value: string; readonly path: string }>();
  let csrf = "";

  async function ask(path: string, init: { readonly method?: string; readonly body?: URLSearchParams }): Promise<Seen> {
    const at = path.split("?")[0] ?? path;
    const sent = [...cookies].filter(([, { path: of }]) => at === of || at.startsWith(of.replace(/\/?$/, "/")));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join("; ");
    const reply = await fetch(base + path, { ...init, redirect: "manual", headers: { cookie } });
    for (const text of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, { value, path: /; Path=([^;]+)/i.exec(text)?.[1] ?? "/" });
    }
    const to = reply.headers.get("location");
    if (to) return ask(to, {});
    const html = await reply.text();
    csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? csrf;
    return { status: reply.status, path, html };
  }

  return {
    get: (path) => ask(path, {}),
    post: (path, fields = {}) => ask(path, { method: "POST", body: new URLSearchParams({ _csrf: csrf, ...fields }) }),
  };
}
