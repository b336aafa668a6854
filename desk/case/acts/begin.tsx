import { createContext, useContext, useState } from "react";
import { useSearch } from "@tanstack/react-router";
import type { CaseDetail } from "../../../contract/case/case-detail.ts";
import type { LawfulAct, StepView } from "../../../contract/case/case-row.ts";
import type { Act } from "../../../domain/rules/vocabulary.ts";
import { Beside } from "../../kit/dialog.tsx";
import { ConflictNote, WentOn } from "../../kit/states.tsx";
import { type CaseAddress, stepAddress } from "../../work/open-step.ts";
import { BesideWords } from "../words/beside-words.tsx";
import { WhatChanged } from "../what-changed.tsx";
import { dialogs } from "./dialogs.tsx";

/** `seen`: the case as the person had it before them, where it is newer than the page. */
type Begins = (act: LawfulAct | undefined, seen?: CaseDetail) => void;

/** Opens the dialog of an act; whoever stands on the case page may begin one: the list, a duty, a band. */
const Begin = createContext<Begins>(() => undefined);

export function useBegin(): Begins {
  return useContext(Begin);
}

/** The free act that a step names. */
export function actOf(step: StepView | null, { acts }: CaseDetail): LawfulAct | undefined {
  return step === null ? undefined : acts.find((act) => act.closed === null && stepAddress(act) === stepAddress(step));
}

/** An act that somebody has begun, with the case as it was then. */
interface Doing {
  readonly act: LawfulAct;
  readonly seen: CaseDetail;
  /** The person has looked at what changed and goes on from the newest state. */
  readonly wentOn: boolean;
}

interface Props {
  readonly kase: CaseDetail;
  readonly children: React.ReactNode;
}

/** Holds the one act that is being done on the page, and its dialog. */
export function BeginActs({ kase, children }: Props) {
  const named = useSearch({ strict: false }) as CaseAddress;
  const asked = kase.acts.find((act) => act.closed === null && stepAddress(act) === named.do);
  const [doing, setDoing] = useState<Doing | null>(asked ? { act: asked, seen: kase, wentOn: false } : null);
  const begin: Begins = (act, seen = kase) => setDoing(act ? { act, seen, wentOn: false } : null);
  const show = doing && dialogs[doing.act.act as Act];
  return (
    <Begin.Provider value={begin}>
      {children}
      {doing && show && (
        <ConflictNote.Provider
          value={
            <WhatChanged
              kase={kase}
              seen={doing.seen}
              onGoOn={() => setDoing({ ...doing, seen: kase, wentOn: true })}
            />
          }
        >
          <WentOn.Provider value={doing.wentOn && doing.seen.version === kase.version}>
            <Beside.Provider value={<BesideWords kase={kase} />}>
              {show({ kase, act: doing.act, seenVersion: doing.seen.version, onClose: () => setDoing(null) })}
            </Beside.Provider>
          </WentOn.Provider>
        </ConflictNote.Provider>
      )}
    </Begin.Provider>
  );
}
