import { createTransport } from "nodemailer";

/**
 * What became of one attempt to send. `refused` will not get better by trying again; `unanswered`: it was handed over, and
 * nobody heard whether it was taken.
 */
export interface SendResult {
  readonly result: "sent" | "refused" | "unreachable" | "unanswered";
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

interface SmtpError {
  readonly responseCode?: number;
  /** At which word of the conversation it happened. */
  readonly command?: string;
  readonly message: string;
}

/** Mail over SMTP; where TLS is demanded, over nothing else. */
export function smtpGateway(url: string, from: string, tlsDemanded = false): MailGateway {
  const patience = { connectionTimeout: 10_000, socketTimeout: 30_000 };
  // A server that cannot begin TLS gets no mail: without this it would be sent as it is.
  const transport = createTransport({ url, pool: true, requireTLS: tlsDemanded, ...patience } as never);
  return {
    async send({ to, subject, text, html, messageId }) {
      try {
        const info = await transport.sendMail({ from, to, subject, text, html, messageId });
        return { result: "sent", detail: String(info.response) };
      } catch (error) {
        const { responseCode, command, message: detail } = error as SmtpError;
        if (responseCode === undefined && command === "DATA") return { result: "unanswered", detail };
        // What is said at the greeting or the sign-in is said of the house, and not of this mail.
        const ofThis = command === "MAIL FROM" || command === "RCPT TO" || command === "DATA";
        const permanent = responseCode !== undefined && responseCode >= 500 && ofThis;
        return { result: permanent ? "refused" : "unreachable", detail };
      }
    },
    close: () => transport.close(),
  };
}
