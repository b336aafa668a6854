/** A code on its way to a telephone; sealed until it has gone out. */
export interface PhoneMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly way: "sms" | "voice";
}
