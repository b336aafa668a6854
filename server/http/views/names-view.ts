import type { SessionInfo } from "../../../contract/session.ts";
import { measureOf } from "../../../domain/rules/measure.ts";
import { periodicWorks } from "../../../domain/accountability/periodic.ts";
import { monitored } from "../../../domain/accountability/monitored.ts";
import type { Pack } from "../../../domain/rules/pack.ts";

/** The regulation's own words as the desk takes them over; none without a regulation in force. */
export function namesOf(pack: Pack | null): SessionInfo["names"] {
  if (!pack) return {};
  const { petitioner, case: request, dispatch, supervision } = pack.terms;
  const parts = Object.entries(pack.names ?? {}).map(([part, words]) => [part, { ...words }] as const);
  return { ...Object.fromEntries(parts), terms: { petitioner, case: request, dispatch, supervision } };
}

type Known = SessionInfo["knows"][number];

const asked: Readonly<Record<Known, (pack: Pack) => boolean>> = {
  escalations: ({ powers }) => powers.some(({ act }) => act === "escalate"),
  dailyChecks: ({ settings }) => settings.dailyChecker.value,
  admonitions: ({ measures }) =>
    measures.some((one) => "leadsTo" in one && [one.leadsTo].flat().includes("admonition")),
  sources: (pack) => monitored(pack) !== null,
  circulars: (pack) => periodicWorks(pack).some(({ what }) => what === "circular"),
  commendation: ({ measures }) => measureOf(measures, "commendation") !== null,
};

/** Of the pages that not every regulation has a use for, those that this one has. */
export function knownTo(pack: Pack | null): Known[] {
  return pack === null ? [] : (Object.keys(asked) as Known[]).filter((page) => asked[page](pack));
}
