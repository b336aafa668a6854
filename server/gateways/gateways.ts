import type { Config } from "../config.ts";
import { type MailGateway, smtpGateway } from "./mail.ts";
import { resting } from "./resting.ts";
import { httpSmsGateway, type SmsGateway } from "./sms.ts";
import { httpVoiceGateway, type VoiceGateway } from "./voice.ts";

/** The ways out that are connected. */
export interface Gateways {
  readonly mail: MailGateway | null;
  readonly sms: SmsGateway | null;
  /** Reads codes out by telephone. */
  readonly voice?: VoiceGateway | null;
}

/** The ways out that the configuration names, each spared while it hangs. */
export function openGateways(config: Config): Gateways {
  const mail =
    config.smtpUrl === null
      ? null
      : smtpGateway(config.smtpUrl, config.mailFrom ?? "huiyin@localhost", config.tlsDemanded);
  const sms = config.smsUrl === null ? null : httpSmsGateway(config.smsUrl, config.smsToken, config.smsStatusUrl);
  const voice = config.voiceUrl === null ? null : httpVoiceGateway(config.voiceUrl, config.voiceToken);
  return {
    mail: mail && { ...mail, send: resting(mail.send) },
    sms: sms && { ...sms, send: resting(sms.send) },
    voice: voice && { call: resting(voice.call) },
  };
}
