import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { publications } from "../../../../contract/case/barring.ts";
import type { CaseDetail } from "../../../../contract/case/case-detail.ts";
import { type MatterBarring, publicFields, type PublicField } from "../../../../domain/barring/decisions.ts";
import type { Place } from "../../../../domain/barring/kinds.ts";
import { call } from "../../../api.ts";
import { byHand, keyOf, sentDecisions } from "./pieces.ts";

type Planned = z.output<typeof publications.planned.reply>["matters"][number];

/** What would be published, what was decided on it so far, and how much is open. */
export interface Barring {
  readonly matters: readonly Planned[];
  readonly open: number;
  readonly decisions: MatterBarring[];
  readonly marked: readonly string[];
  decisionOn(matterId: string, field: PublicField, place: Place): boolean | null;
  decide(matterId: string, field: PublicField, place: Place, bar: boolean): void;
  /** Bars these words wherever they stand; false where they stand nowhere. */
  mark(words: string): boolean;
  unmark(words: string): void;
}

/** The decisions on what is about to be published of these matters; nothing is asked for where nothing will be. */
export function useBarring(kase: CaseDetail, publishes: boolean, of: readonly string[]): Barring {
  const [chosen, setChosen] = useState<ReadonlyMap<string, MatterBarring>>(new Map());
  const [marked, setMarked] = useState<readonly string[]>([]);
  const { data } = useQuery({
    queryKey: ["publication", kase.id, kase.version],
    queryFn: () => call(publications.planned, { params: { id: kase.id } }),
    enabled: publishes,
  });
  const all = publishes ? (data?.matters ?? []) : [];
  const matters = all.filter((one) => of.includes(one.matterId));
  const uncertain = matters.flatMap((one) =>
    publicFields.flatMap((field) =>
      one.places[field].filter(({ certain }) => !certain).map((place) => keyOf(one.matterId, field, place)),
    ),
  );
  const hand = matters.flatMap(({ matterId, texts }) =>
    marked.flatMap((words) => byHand(texts, words).map((one) => ({ ...one, matterId }))),
  );
  return {
    matters,
    open: uncertain.filter((key) => !chosen.has(key)).length + (publishes && !data ? 1 : 0),
    decisions: [...sentDecisions(chosen), ...hand],
    marked,
    decisionOn: (matterId, field, place) => chosen.get(keyOf(matterId, field, place))?.bar ?? null,
    decide: (matterId, field, place, bar) => {
      const one = { matterId, field, from: place.from, to: place.to, bar };
      setChosen(new Map(chosen).set(keyOf(matterId, field, place), one));
    },
    mark: (words) => {
      const found = matters.some(({ texts }) => byHand(texts, words).length > 0);
      if (found && !marked.includes(words)) setMarked([...marked, words]);
      return found;
    },
    unmark: (words) => setMarked(marked.filter((one) => one !== words)),
  };
}
