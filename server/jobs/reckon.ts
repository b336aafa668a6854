import { reckonCases } from "../actions/office/load-calendar.ts";
import type { House } from "../house.ts";
import type { JobPayloads } from "../store/jobs.ts";

/** Moves the dates of open cases after a calendar was loaded. */
export function reckon(house: House, { region, year }: JobPayloads["reckon"], stop?: AbortSignal): Promise<void> {
  return reckonCases(house, region, year, stop);
}
