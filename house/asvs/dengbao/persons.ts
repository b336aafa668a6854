import {
  accounts,
  ageing,
  ages,
  appLogin,
  backup,
  bursts,
  doors,
  office,
  privileges,
  session,
  sight,
  signIn,
  tampering,
  transport,
  twoPersons,
} from "../proofs.ts";
import { type Requirement, met, metWith, partly, row, testsOf } from "../requirement.ts";

const acts = testsOf("scenarios/acceptance/desk/acts.scenario.ts");
const founding = testsOf("scenarios/record/found-city.db.test.ts");
const transitions = testsOf("domain/case/transitions.test.ts");

/** Who signs in, what they may do, what is written down of it. */
export const persons: readonly Requirement[] = [
  row(
    "8.1.4.1a",
    "unique names, strong passwords, changed at times",
    metWith(
      "With passwordDays, which a region sets; NIST 800-63B advises against it, so there is none by default.",
      ageing("passwords are changed by the calendar"),
      ages("the age of an account"),
      founding("the example founds a city once"),
      accounts("a password for one sign-in replaces"),
    ),
  ),
  row(
    "8.1.4.1b",
    "misses are counted, sessions end",
    met(
      bursts("three hundred wrong passwords at once"),
      signIn("five wrong passwords lock an account"),
      session("a session ends after half an hour"),
    ),
  ),
  row(
    "8.1.4.1c",
    "nothing to overhear on the way",
    metWith(
      "With TLS_DEMANDED=on: the server starts with no setting that lets something leave without TLS.",
      transport("speaks TLS 1.2 and 1.3 and no older one"),
      transport("pages that somebody opens lead to https"),
      doors("TLS is asked for by browsers"),
      session("behind TLS every cookie says so"),
    ),
  ),
  row(
    "8.1.4.1d",
    "two factors, one of them cryptographic",
    partly(
      "A region may demand a one-time password beside the password; it is HMAC-based, not SM2, and not demanded by default.",
      session("where the region wants a second factor"),
    ),
  ),
  row(
    "8.1.4.2a",
    "accounts and rights are given",
    met(office("who is deactivated cannot sign in"), transitions("every stage × act × role")),
  ),
  row("8.1.4.2b", "no default accounts and passwords", met(founding("the example founds a city once"))),
  row(
    "8.1.4.2c",
    "idle and shared accounts are closed",
    metWith(
      "With idleAccountDays, which a region sets; an account belongs to one person, and each sees where theirs is open.",
      ageing("accounts that nobody uses are shut"),
      ages("the age of an account"),
      bursts("sessions are listed with device and address"),
      office("who is deactivated cannot sign in"),
    ),
  ),
  row(
    "8.1.4.2d",
    "managers have the least rights, apart",
    met(
      twoPersons("of a seat goes to nobody who holds another one"),
      twoPersons("is given to nobody by one person alone"),
    ),
  ),
  row(
    "8.1.4.2e",
    "who sets the rules of access",
    partly(
      "The security officer gives rights, and a second person agrees; the rules of sight stand in the regulation's pack and change only with the installation.",
      twoPersons("is given to nobody by one person alone"),
      transitions("every stage × act × role"),
    ),
  ),
  row(
    "8.1.4.2f",
    "by person, down to rows",
    met(sight("who has no part in a case"), privileges("holds rows that the application can read")),
  ),
  row(
    "8.1.4.2g",
    "marks on what is sensitive",
    partly(
      "A report about officials is sealed, and access follows this mark; there is no general labelling of persons and data.",
      sight("a report about officials"),
    ),
  ),
  row(
    "8.1.4.3a",
    "every person's acts are logged",
    met(acts("the timeline names who did what"), sight("names and numbers are masked everywhere")),
  ),
  row(
    "8.1.4.3b",
    "time, person, kind, outcome",
    met(acts("the timeline names who did what"), bursts("the auditor of the log alone reads sign-ins")),
  ),
  row(
    "8.1.4.3c",
    "logs are protected and backed up",
    met(
      privileges("holds rows that the application can read"),
      tampering("names 33 manipulations"),
      backup("brings every row of every table back"),
    ),
  ),
  row(
    "8.1.4.3d",
    "logging cannot be switched off",
    met(
      privileges("cannot give itself a right that it lacks"),
      appLogin("gains nothing by RESET ROLE"),
      tampering("are not signed again when an owner removes them"),
    ),
  ),
];
