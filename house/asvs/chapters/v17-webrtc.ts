import { type Chapter, notApplicable, row } from "../requirement.ts";

const none = notApplicable("There is no WebRTC in it; a test holds that no dependency brings it.");

export const v17: Chapter = {
  id: "V17",
  title: "WebRTC",
  rows: [
    row("17.1.1", "TURN leads to public addresses only", none),
    row("17.2.1", "key of the DTLS certificate", none),
    row("17.2.2", "DTLS cipher suites", none),
    row("17.2.3", "SRTP authentication", none),
    row("17.2.4", "malformed SRTP packets", none),
    row("17.3.1", "signaling under a flood", none),
    row("17.3.2", "malformed signaling messages", none),
  ],
};
