import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it came over the wire. */
export interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real SMTP server on loopback; `refuse` says with which number the next mails are turned away. */
export interface PostOffice {
  readonly url: string;
  readonly mails: Received[];
  refuse: number | null;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const mails: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      done(office.refuse === null ? null : Object.assign(new Error("not today"), { responseCode: office.refuse }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ to, raw: Buffer.concat(chunks).toString("utf8") });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const office: PostOffice = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuse: null,
    close: () => new Promise((done) => server.close(done)),
  };
  return office;
}

/** The plain words of a mail, whatever they were wrapped in for the way. */
export function wordsOf({ raw }: Received): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const parts = boundary ? raw.split(`--${boundary}`) : [raw];
  const plain = parts.find((part) => /content-type: text\/plain/i.test(part)) ?? raw;
  const [head = "", ...rest] = plain.replace(/^\r\n/, "").split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return /quoted-printable/i.test(head) ? decodeURIComponent(bytes) : body;
}

/**
 * A vendor of short messages over HTTP, with what it was sent; `answer` is the status of the next replies, 0: the line is
 * cut before one. `knows`: what it says when it is asked for a message by its id.
 */
export interface SmsVendor {
  readonly url: string;
  readonly sent: { readonly authorization: string | undefined; readonly body: Readonly<Record<string, string>> }[];
  answer: number;
  knows: 200 | 404 | null;
  close(): Promise<void>;
}

export async function openSmsVendor(): Promise<SmsVendor> {
  const sent: SmsVendor["sent"] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      if (request.method === "GET") {
        response.statusCode = vendor.knows ?? 500;
        response.end();
        return;
      }
      sent.push({ authorization: request.headers.authorization, body: JSON.parse(text) });
      if (vendor.answer === 0) {
        request.socket.destroy();
        return;
      }
      response.statusCode = vendor.answer;
      response.end("noted");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const vendor: SmsVendor = {
    url: `http://127.0.0.1:${port}/send`,
    sent,
    answer: 200,
    knows: null,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return vendor;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
