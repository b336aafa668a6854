import { Input, Radio } from "antd";
import { zh as common } from "../../domain/words/zh.ts";
import type { Channel } from "../../domain/rules/vocabulary.ts";
import { Counted } from "../kit/counted.tsx";
import { Line } from "../kit/dialog.tsx";
import { zh } from "../words/zh.ts";
import { type Call, usualReply } from "./call.ts";

const w = zh.register;

interface Props {
  readonly value: Call;
  readonly channels: readonly Channel[];
  readonly set: (part: Partial<Call>) => void;
}

/** By which way it came, and who speaks. */
export function CallerFields({ value, channels, set }: Props) {
  const { channel } = value;
  return (
    <>
      <Line label={w.channel}>
        <Radio.Group
          className="caller-ways"
          value={channel}
          onChange={({ target }) => set({ channel: target.value, replyBy: usualReply(target.value) })}
          options={channels.map((way) => ({ value: way, label: common.channels[way] }))}
        />
      </Line>
      <Line label={channel === "phone" ? w.phone : w.otherPhone}>
        <Input autoFocus inputMode="tel" value={value.phone} onChange={({ target }) => set({ phone: target.value })} />
      </Line>
      {(channel === "email" || value.replyBy === "email") && (
        <Line label={w.email} hint={w.emailHint}>
          <Input inputMode="email" value={value.email} onChange={({ target }) => set({ email: target.value })} />
        </Line>
      )}
      {channel === "letter" && (
        <Line label={w.address} hint={w.addressHint}>
          <Counted most={200} value={value.address} onChange={(address) => set({ address })} />
        </Line>
      )}
      <Line label={w.name}>
        <Counted most={50} value={value.name} onChange={(name) => set({ name })} />
      </Line>
    </>
  );
}
