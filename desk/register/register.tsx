import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { useKeys } from "../kit/keys.ts";
import { ErrorBox } from "../kit/states.tsx";
import { useSession } from "../shell/session.ts";
import { zh } from "../words/zh.ts";
import { begunCall, type Call, forgetCall, fresh, keepCall, ringing } from "./call.ts";
import { CallerFields } from "./caller-fields.tsx";
import { Callers } from "./callers.tsx";
import { MatterFields } from "./matter-fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { answersTo, questionsOf } from "./questions.tsx";
import { ReadBack } from "./read-back.tsx";
import { type After, type Registered, useRegister } from "./use-register.ts";

const w = zh.register;
const alone: After = { handOver: false, referral: null };

/** A telephone system opens the page with the number that rings. */
export interface RegisterAddress {
  readonly phone?: string;
}

/** What comes by telephone, letter, message or visit, written down faithfully on one screen (FZ-5-1). */
export function RegisterPage() {
  const { person } = useSession();
  const { phone } = useSearch({ from: "/app/register" }) as RegisterAddress;
  const [value, setValue] = useState<Call>(() => ringing(begunCall(person.id), phone));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [done, setDone] = useState<Registered | null>(null);
  const answer = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const pack = useQuery({
    queryKey: ["pack"],
    queryFn: () => call(routes.rules.pack, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const counts = useQuery({ queryKey: ["counts"], queryFn: () => call(routes.worklist.counts, {}) });
  const set = (part: Partial<Call>) => {
    const next = { ...value, ...part };
    setValue(next);
    keepCall(person.id, next);
  };
  const intake = pack.data?.intake;
  const channels = intake?.channels ?? [];
  const channel = channels.includes(value.channel) ? value.channel : (channels[0] ?? value.channel);
  const handsOver = intake?.handsOver === true;
  const emergency = pack.data?.grounds.find((ground) => ground.referrals.length > 0);
  const register = useRegister((registered) => {
    forgetCall();
    setDone(registered);
  });
  const submit = (after: After) => {
    const answers = answersTo(questionsOf(intake?.kinds ?? [], value), value.answers);
    // Whoever is sent to an emergency number is not kept by questions.
    const urgent = value.urgent || after.referral !== null;
    register.mutate({ value: { ...value, channel, answers, urgent }, after, files });
  };
  const whole: After = { handOver: handsOver, referral: null };
  useKeys({ "Ctrl+Enter": () => !done && intake && !register.isPending && submit(whole) });
  useEffect(() => {
    if (register.error) answer.current?.focus();
  }, [register.error]);

  if (done) {
    return (
      <ReadBack
        done={done}
        files={files}
        onOpen={() => void navigate({ to: "/cases/$id", params: { id: done.filed.id } })}
        onNext={() => {
          setDone(null);
          setFiles([]);
          setValue(fresh);
          register.reset();
        }}
      />
    );
  }
  const untaken = counts.data?.byRule.find((rule) => rule.rule === "hand-over")?.n ?? 0;
  return (
    <>
      <h1>{w.titles[channel]}</h1>
      <div className="grid3">
        <div>
          <section className="panel stack">
            <CallerFields value={{ ...value, channel }} channels={channels} set={set} />
          </section>
          <Callers phone={value.phone} />
        </div>
        <section className="panel stack">
          <MatterFields value={value} kinds={intake?.kinds ?? []} set={set} />
          <div ref={answer} tabIndex={-1}>
            <ErrorBox error={register.error} />
          </div>
          <div className="row">
            <Button
              type="primary"
              size="large"
              loading={register.isPending}
              disabled={!intake}
              onClick={() => submit(whole)}
            >
              {handsOver ? w.submitAndHandOver : w.submitAlone}
            </Button>
            {handsOver && (
              <Button size="large" onClick={() => submit(alone)} disabled={register.isPending}>
                {w.submit}
              </Button>
            )}
          </div>
          {handsOver && <p className="small">{fill(w.footer, { n: untaken })}</p>}
        </section>
        <div>
          {emergency && (
            <section className="panel stack">
              <h2>{w.emergency}</h2>
              <div className="emergency-numbers">
                {emergency.referrals.map((number) => (
                  <Button
                    key={number}
                    danger
                    size="large"
                    disabled={register.isPending}
                    onClick={() => submit({ handOver: false, referral: { ground: emergency.id, number } })}
                  >
                    {number}
                  </Button>
                ))}
              </div>
              <p className="small">{fill(w.emergencyHint, { article: emergency.article })}</p>
            </section>
          )}
          <MoreFields value={value} tracks={intake?.tracks === true} set={set} files={files} onFiles={setFiles} />
        </div>
      </div>
    </>
  );
}
