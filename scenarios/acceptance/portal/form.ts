/** A browser without scripts, as far as forms go: it keeps cookies and sends what a page asks for. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** A page, after all redirects. */
  async get(path: string): Promise<{ readonly status: number; readonly html: string; readonly path: string }> {
    let at = path;
    for (let n = 0; n < 6; n++) {
      const reply = await fetch(`${this.url}${at}`, { headers: { cookie: this.cookies() }, redirect: "manual" });
      this.keep(reply);
      const to = reply.headers.get("location");
      if (!to) return { status: reply.status, html: await reply.text(), path: at };
      at = to;
    }
    throw new Error(`${path} leads in a circle`);
  }

  /** Sends the form of a page with these fields and files, and reads the page that it leads to. */
  async send(
    path: string,
    fields: Readonly<Record<string, string>>,
    files: readonly (readonly [name: string, bytes: Buffer])[] | null = null,
  ) {
    const { html } = await this.get(path);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const all = { ...hiddenIn(html), ...fields, _csrf: csrf };
    const body = files === null ? new URLSearchParams(all) : new FormData();
    if (body instanceof FormData) {
      for (const [name, value] of Object.entries(all)) body.append(name, value);
      for (const [name, bytes] of files ?? []) body.append("files", new Blob([new Uint8Array(bytes)]), name);
    }
    const reply = await fetch(`${this.url}${path}`, {
      method: "POST",
      headers: { cookie: this.cookies() },
      body,
      redirect: "manual",
    });
    this.keep(reply);
    const to = reply.headers.get("location");
    return to ? this.get(to) : { status: reply.status, html: await reply.text(), path };
  }

  private cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  private keep(reply: Response): void {
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

/** What a form carries unseen, such as the mark of its draft. */
function hiddenIn(html: string): Readonly<Record<string, string>> {
  const inputs = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  const value = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return Object.fromEntries(inputs.map((tag) => [value(tag, "name"), value(tag, "value")]));
}

/** The words of a page as people see them. */
export function seen(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}
