import type { Staffing } from "../people.ts";

export const staffing: Staffing = {
  petitionBureau: [
    ["dispatcher", ["dispatcher", "dutyChecker"]],
    ["auditor", ["auditor"]],
    ["head", ["bureauHead"]],
  ],
  serviceCentre: [
    ["operator", ["operator"]],
    ["operator2", ["operator"]],
  ],
  efficiencyOffice: [
    ["officer", ["efficiencyOfficer"]],
    ["clerk", ["clerk", "dutyChecker"]],
    ["leader", ["leaderInCharge"]],
  ],
  disciplineBody: [
    ["clerk", ["clerk", "dutyChecker"]],
    ["leader", ["leaderInCharge"]],
  ],
  governmentOffice: [
    ["office-leader", ["officeLeader"]],
    ["government-leader", ["governmentLeader"]],
  ],
  handlingUnit: [
    ["clerk", ["clerk", "dutyChecker"]],
    ["leader", ["leaderInCharge"]],
    ["principal", ["principalLeader"]],
  ],
};
