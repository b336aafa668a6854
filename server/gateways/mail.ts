import { createTransport } from "nodemailer";

/** What became of one attempt to send. `refused` will not get better by trying again. */
export interface SendResult {
  readonly result: "sent" | "refused" | "unreachable";
  readonly detail: string;
}

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Stays the same over all attempts, so that a retried mail is one mail. */
  readonly messageId: string;
}

export interface MailGateway {
  send(mail: OutgoingMail): Promise<SendResult>;
  close(): void;
}

/** Mail over SMTP. */
export function smtpGateway(url: string, from: string): MailGateway {
  const transport = createTransport({ url, pool: true, connectionTimeout: 10_000, socketTimeout: 30_000 } as never);
  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        const info = await transport.sendMail({ from, to, subject, text, html, messageId });
        return { result: "sent", detail: String(info.response) };
      } catch (error) {
        const { responseCode, message } = error as { responseCode?: number; message: string };
        const permanent = responseCode !== undefined && responseCode >= 500;
        return { result: permanent ? "refused" : "unreachable", detail: message };
      }
    },
    close: () => transport.close(),
  };
}
