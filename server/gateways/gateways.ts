import type { MailGateway } from "./mail.ts";
import type { SmsGateway } from "./sms.ts";
import type { VoiceGateway } from "./voice.ts";

/** The ways out that are connected. */
export interface Gateways {
  readonly mail: MailGateway | null;
  readonly sms: SmsGateway | null;
  /** Reads codes out by telephone. */
  readonly voice?: VoiceGateway | null;
}
