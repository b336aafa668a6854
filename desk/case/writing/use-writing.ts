import { useState } from "react";
import type { ActInput, StaffAct } from "../../../contract/case/acts.ts";
import { type ActProps, useAct } from "../use-act.ts";
import { useDraft } from "./use-draft.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The fields of an act that takes somebody's own words: kept while they are written, forgotten when it is done. */
export function useWriting<T extends Fields, A extends StaffAct>(
  act: A,
  props: ActProps,
  initial: T,
  draftName: string = act,
) {
  const legId = props.act.legId;
  const draft = useDraft<T & { readonly legId: string | null }>(props.kase, draftName);
  const kept = draft.kept?.data.legId === legId ? draft.kept : null;
  const [value, setValue] = useState<T>({ ...initial, ...kept?.data });
  const run = useAct(act, {
    ...props,
    onClose: () => {
      draft.forget();
      props.onClose();
    },
  });
  return {
    value,
    run,
    set: (part: Partial<T>) => {
      const next = { ...value, ...part };
      setValue(next);
      draft.save({ ...next, legId });
    },
    submit: (input: ActInput<A>) => {
      draft.hold();
      run.mutate(input);
    },
    /** When the words were kept: before this dialog was opened, and since. */
    times: { found: kept?.at ?? null, saved: draft.savedAt, failed: draft.failed },
  };
}

/** When what somebody writes was kept. */
export type KeptTimes = ReturnType<typeof useWriting>["times"];
