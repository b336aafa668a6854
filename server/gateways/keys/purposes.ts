/** What a sealed value is for. What was sealed for one thing does not open as another. */
export const sealedPurposes = [
  "petitioner",
  "staffPhone",
  "secondFactor",
  "recipient",
  "message",
  "phoneCheck",
  "draft",
  "file",
  "words",
  "event",
  "state",
  "answer",
  "row:case",
  "row:attachment",
  "row:breach",
  "row:case_paper",
  "row:desk_draft",
  "row:escalation",
  "row:escalation_instruction",
  "row:office_event",
  "row:org_notice",
  "row:outbox",
  "row:outbox_attempt",
  "row:paper_service",
  "row:staff_notice",
  "row:suggestion_choice",
  "caseLink",
  "caseCookie",
  "checkingPhoneCookie",
  "checkedPhoneCookie",
  "draftMark",
  "receiptPicture",
  "signInStep",
] as const;
export type SealedPurpose = (typeof sealedPurposes)[number];

/**
 * Purposes of values that outlive an update: those which were sealed before a purpose was part of a value still open.
 * Cookies and marks of minutes are not among them, so an old one of one kind cannot be shown as another.
 */
const before: ReadonlySet<SealedPurpose> = new Set([
  "petitioner",
  "staffPhone",
  "secondFactor",
  "recipient",
  "message",
  "phoneCheck",
  "draft",
  "answer",
  "caseLink",
]);

export function wasSealedBefore(purpose: SealedPurpose): boolean {
  return before.has(purpose);
}
