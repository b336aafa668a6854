/** A page as it came: where one ended up, its status and its source. */
export interface Came {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  /** The words of the main part, without tags. */
  readonly words: string;
}

type Jar = Map<string, string>;

/** A citizen's browser without a picture: cookies that all its windows share, forms that are sent as they stand. */
export class Citizen {
  readonly jar: Jar = new Map();
  readonly site: string;

  constructor(site: string) {
    this.site = site;
  }

  /** Opens an address and follows where it leads. */
  async open(path: string, init: RequestInit = {}): Promise<Came> {
    let url = new URL(path, this.site);
    let asked: RequestInit = init;
    for (let hop = 0; hop < 8; hop += 1) {
      const reply = await fetch(url, { ...asked, redirect: "manual", headers: this.headers(asked.headers) });
      this.keep(reply);
      const to = reply.headers.get("location");
      if (!to) {
        const html = await reply.text();
        return { url, status: reply.status, html, words: wordsOf(html) };
      }
      url = new URL(to, url);
      asked = {};
    }
    throw new Error(`no end of redirects at ${url.href}`);
  }

  /** What one address of the site gives, as it is. */
  async fetch(path: string): Promise<Response> {
    return fetch(new URL(path, this.site), { headers: this.headers() });
  }

  /** Sends the form of a page: what stands in it, with these answers; to the part of the site that it names. */
  async send(page: Came, answers: Readonly<Record<string, string>> = {}, action?: string): Promise<Came> {
    const form = formOf(page.html, action ?? page.url.pathname);
    const fields = { ...form.fields, ...answers };
    let body: FormData | URLSearchParams = new URLSearchParams(fields);
    if (form.upload) {
      body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
    }
    return this.open(form.action, { method: "POST", body, headers: { origin: this.site } });
  }

  /** The browser has lost every cookie. */
  forget(): void {
    this.jar.clear();
  }

  private headers(more: RequestInit["headers"] = {}): Headers {
    const headers = new Headers(more);
    const cookies = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    if (cookies) headers.set("cookie", cookies);
    return headers;
  }

  private keep(reply: Response): void {
    for (const text of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (/max-age=0|1970/i.test(text)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}

interface SentForm {
  readonly action: string;
  readonly upload: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

/** A form by the path that it is sent to, with everything that stands in it. */
export function formOf(html: string, path: string): SentForm {
  const forms = [...html.matchAll(/<form ([^>]*)>([\s\S]*?)<\/form>/g)];
  const found = forms.find(([, head = ""]) => plain(attribute(head, "action") ?? "").split("?")[0] === path);
  if (!found) throw new Error(`no form to ${path}`);
  const [, head = "", inside = ""] = found;
  const fields: Record<string, string> = {};
  for (const [, input = ""] of inside.matchAll(/<input ([^>]*?)\/?>/g)) {
    const [name, type] = [attribute(input, "name"), attribute(input, "type")];
    const chosen = type !== "radio" && type !== "checkbox" ? true : /\bchecked\b/.test(input);
    if (name && type !== "file" && chosen) fields[name] = plain(attribute(input, "value") ?? "");
  }
  for (const [, area = "", value = ""] of inside.matchAll(/<textarea ([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(area, "name") ?? ""] = plain(value);
  }
  for (const [, list = "", options = ""] of inside.matchAll(/<select ([^>]*)>([\s\S]*?)<\/select>/g)) {
    const picked = [...options.matchAll(/<option ([^>]*)>/g)].find(([, option = ""]) => /\bselected\b/.test(option));
    fields[attribute(list, "name") ?? ""] = plain(attribute(picked?.[1] ?? "", "value") ?? "");
  }
  return { action: plain(attribute(head, "action") ?? ""), upload: head.includes("multipart"), fields };
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
}

function wordsOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return plain(
    main.replace(/<(?:datalist|noscript)[\s\S]*?<\/(?:datalist|noscript)>/g, "").replace(/<[^>]*>/g, " "),
  ).replace(/\s+/g, " ");
}

function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
