import { chain, crash, databaseAway, documents, doors, logs, privileges, sight } from "../proofs.ts";
import { type Chapter, met, notMet, partly, row, testsOf } from "../requirement.ts";

const acts = testsOf("scenarios/acceptance/desk/acts.scenario.ts");
const gateways = testsOf("scenarios/acceptance/desk/gateways.scenario.ts");

export const v16: Chapter = {
  id: "V16",
  title: "Logging and error handling",
  rows: [
    row("16.1.1", "inventory of logs", met(documents("names every log"))),
    row(
      "16.2.1",
      "who, what, when, where",
      partly(
        "Events name who, what and when; the log of sign-ins has neither address nor login.",
        acts("the timeline names who did what"),
        sight("names and numbers are masked everywhere"),
      ),
    ),
    row("16.2.2", "one time, with its zone", met(chain("finds an event moved in time"))),
    row(
      "16.2.3",
      "logs go where it is written",
      partly(
        "The log of the process goes to its standard output, events to the database; no test holds that nothing else is written.",
        logs("the log, at its most talkative"),
      ),
    ),
    row("16.2.4", "logs can be read by machines", met(logs("the log, at its most talkative"))),
    row("16.2.5", "no secrets in logs", met(logs("the log, at its most talkative"))),
    row(
      "16.3.1",
      "sign-ins are logged",
      partly("Sign-ins that succeed and fail are logged, without address and login."),
    ),
    row("16.3.2", "refused rights are logged", notMet("Refused rights are not logged.")),
    row("16.3.3", "attempts to get around are logged", notMet("Limits and refused inputs leave no line.")),
    row(
      "16.3.4",
      "unexpected errors are logged",
      met(logs("the log, at its most talkative"), gateways("a failed message shows its cause")),
    ),
    row("16.4.1", "nothing breaks into the log", met(logs("the log, at its most talkative"))),
    row(
      "16.4.2",
      "logs cannot be changed",
      met(privileges("holds rows that the application can read"), chain("finds a changed word")),
    ),
    row(
      "16.4.3",
      "logs leave for another system",
      notMet("The log is exported by hand; nothing is handed over by itself."),
    ),
    row(
      "16.5.1",
      "errors tell nothing of the inside",
      met(
        doors("the API answers what it cannot do"),
        doors("the portal answers what it cannot do"),
        databaseAway("without the database citizens read"),
      ),
    ),
    row(
      "16.5.2",
      "goes on when others are away",
      met(
        databaseAway("a lost connection costs requests"),
        crash("starts its database again"),
        gateways("mail and SMS gates down"),
      ),
    ),
    row(
      "16.5.3",
      "fails without opening",
      met(crash("loses nothing that it has acknowledged"), logs("the log, at its most talkative")),
    ),
  ],
};
