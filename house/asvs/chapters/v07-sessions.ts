import { bursts, code, documents, doors, office, regions, session, signIn, strangers, web } from "../proofs.ts";
import { type Chapter, met, notApplicable, partly, row } from "../requirement.ts";

const noFederation = "There is no federated identity: every session is the platform's own.";

export const v07: Chapter = {
  id: "V7",
  title: "Sessions",
  rows: [
    row(
      "7.1.1",
      "ends of a session are written down",
      met(
        documents("names for each limit of size"),
        session("a session ends after half an hour"),
        session("a session ends after twelve hours"),
      ),
    ),
    row(
      "7.1.2",
      "how many sessions at once is written down",
      partly(
        "docs/limits.md says that their number is not limited, and why; each is listed and ended by its owner.",
        bursts("sessions are listed with device and address"),
      ),
    ),
    row("7.1.3", "federated sessions are written down", notApplicable(noFederation)),
    row(
      "7.2.1",
      "checked by the server",
      met(doors("nobody without a session or token"), session("behind TLS every cookie says so")),
    ),
    row(
      "7.2.2",
      "made anew for each session",
      met(session("only the session's hash is kept"), signIn("another site cannot sign anybody in")),
    ),
    row(
      "7.2.3",
      "unguessable, 128 bits or more",
      met(
        web("cookies have a prefix"),
        session("only the session's hash is kept"),
        code("chance comes from the machine's own source"),
      ),
    ),
    row(
      "7.2.4",
      "a new one at every sign-in",
      met(
        session("a sign-in in a browser that has a session ends the earlier one"),
        session("only the session's hash is kept"),
      ),
    ),
    row("7.3.1", "ends when it is idle", met(session("a session ends after half an hour"))),
    row("7.3.2", "ends after a time", met(session("a session ends after twelve hours"))),
    row(
      "7.4.1",
      "an ended session is over",
      met(session("signing out, a new password"), strangers("ends on the server what the browser had opened")),
    ),
    row(
      "7.4.2",
      "a closed account has no sessions",
      met(session("signing out, a new password"), office("who is deactivated cannot sign in")),
    ),
    row("7.4.3", "a change of password ends the others", met(session("signing out, a new password"))),
    row(
      "7.4.4",
      "signing out is at hand",
      partly(
        "It stands in the head of every page of the desk; no test looks for it on each.",
        session("signing out, a new password"),
      ),
    ),
    row("7.4.5", "administrators end sessions", met(bursts("sessions are listed with device and address"))),
    row(
      "7.5.1",
      "asked again before a factor changes",
      met(bursts("a second factor is chosen by the server"), bursts("guesses at the present password")),
    ),
    row("7.5.2", "one sees and ends the own sessions", met(bursts("sessions are listed with device and address"))),
    row("7.6.1", "ends agreed with a provider", notApplicable(noFederation)),
    row(
      "7.6.2",
      "no session without an act",
      met(
        signIn("another site cannot sign anybody in"),
        regions("a staff session of one region is nothing in another"),
      ),
    ),
  ],
};
