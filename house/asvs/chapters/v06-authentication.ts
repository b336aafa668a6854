import {
  accounts,
  ageing,
  bursts,
  code,
  documents,
  doors,
  lostCode,
  secrets,
  session,
  sight,
  signIn,
  twoPersons,
} from "../proofs.ts";
import { type Chapter, met, notApplicable, partly, row, testsOf } from "../requirement.ts";

const founding = testsOf("scenarios/record/found-city.db.test.ts");
const noProviders = "Nobody signs in through another provider of identity.";

export const v06: Chapter = {
  id: "V6",
  title: "Authentication",
  rows: [
    row(
      "6.1.1",
      "written defence against guessing",
      met(documents("names for each limit of size"), bursts("strangers from anywhere shut nobody out")),
    ),
    row(
      "6.1.2",
      "words that no password may hold are written down",
      met(
        documents("names every kind of word that no password may hold"),
        ageing("passwords hold no name of a body, post or product"),
        bursts("passwords that are soon guessed"),
      ),
    ),
    row("6.1.3", "all ways to sign in are written down", met(documents("names every way in"))),
    row(
      "6.2.1",
      "eight characters or more",
      met(founding("the example founds a city once"), accounts("a password for one sign-in replaces")),
    ),
    row("6.2.2", "one may change the own password", met(session("signing out, a new password"))),
    row("6.2.3", "the old one is asked for", met(session("signing out, a new password"))),
    row("6.2.4", "common passwords are refused", met(bursts("passwords that are soon guessed"))),
    row(
      "6.2.5",
      "no rules of composition",
      partly(
        "A region sets passwordClasses to none; three kinds of signs are the default, as the judgement of offices in China (GB/T 22239, 8.1.4.1) asks for complexity.",
        ageing("where the region says so, length alone is enough"),
      ),
    ),
    row("6.2.6", "what is typed is hidden", met(code("hide what is typed"))),
    row(
      "6.2.7",
      "pasting and managers of passwords work",
      met(code("never hinder pasting"), code("hide what is typed")),
    ),
    row(
      "6.2.8",
      "taken as it was typed",
      partly(
        "A password is brought into Unicode's form NFKC before it is hashed, as NIST 800-63B advises; nothing is cut off and no case changed.",
      ),
    ),
    row(
      "6.2.9",
      "64 characters are allowed",
      met(secrets("of 64 characters and more is allowed"), secrets("is compared to its last character")),
    ),
    row("6.2.10", "no change by the calendar", met(session("a session ends after twelve hours"))),
    row("6.2.11", "words of the house are refused", met(bursts("passwords that are soon guessed"))),
    row(
      "6.2.12",
      "leaked passwords are refused",
      partly(
        "The commonest leaked passwords are in the dictionary that judges a new one; no set of all of them is asked.",
        bursts("passwords that are soon guessed"),
      ),
    ),
    row(
      "6.3.1",
      "guessing is held off as written",
      met(
        bursts("three hundred wrong passwords at once"),
        bursts("a hundred codes of the second factor at once"),
        bursts("guesses at the present password"),
        signIn("an unknown name costs the same work"),
      ),
    ),
    row(
      "6.3.2",
      "no accounts that come with the product",
      met(
        founding("the example founds a city once"),
        ageing("accounts of a demo city are shut where citizens come over TLS"),
      ),
    ),
    row(
      "6.3.3",
      "second factor",
      partly(
        "A region may demand a second factor of everybody; it is not demanded by default.",
        session("where the region wants a second factor"),
        session("a second factor is bound"),
      ),
    ),
    row(
      "6.3.4",
      "no other way in",
      met(doors("nobody without a session or token"), sight("a token works as one person")),
    ),
    row(
      "6.4.1",
      "first passwords are random and end",
      met(
        ageing("a first password that nobody has used for thirty days"),
        founding("the example founds a city once"),
        bursts("passwords that are soon guessed"),
      ),
    ),
    row("6.4.2", "no secret questions", met(code("never hinder pasting"))),
    row(
      "6.4.3",
      "a forgotten password",
      met(twoPersons("a reset proposed by the administrator"), accounts("a password for one sign-in replaces")),
    ),
    row(
      "6.4.4",
      "a lost second factor",
      partly(
        "It is taken off by two persons with a reason, after a check of identity outside the platform, which the platform cannot show.",
        accounts("a lost authenticator is taken off"),
      ),
    ),
    row(
      "6.5.1",
      "a code works once",
      met(signIn("a code of the second factor opens one session"), lostCode("gives a new code by SMS")),
    ),
    row(
      "6.5.2",
      "codes are stored as slow hashes",
      partly(
        "Query codes of ten digits are kept as a keyed hash whose key is not in the database, not as a slow hash.",
      ),
    ),
    row("6.5.3", "codes come from a source of chance", met(code("chance comes from the machine's own source"))),
    row(
      "6.5.4",
      "codes have 20 bits or more",
      met(session("a second factor is bound"), lostCode("the code also comes by voice")),
    ),
    row(
      "6.5.5",
      "codes lapse",
      met(lostCode("the code also comes by voice"), signIn("a code of the second factor opens one session")),
    ),
    row(
      "6.6.1",
      "codes by telephone only beside better ways",
      partly(
        "Citizens' telephones are checked by SMS or voice because they have no accounts; staff never sign in by telephone.",
        lostCode("the code also comes by voice"),
      ),
    ),
    row("6.6.2", "a code belongs to its request", met(lostCode("the code also comes by voice"))),
    row(
      "6.6.3",
      "codes by telephone cannot be guessed",
      met(lostCode("the code also comes by voice"), lostCode("a number without a case is answered alike")),
    ),
    row("6.8.1", "several providers of identity", notApplicable(noProviders)),
    row("6.8.2", "signatures of assertions", notApplicable(noProviders)),
    row("6.8.3", "SAML assertions used once", notApplicable(noProviders)),
    row("6.8.4", "strength told by a provider", notApplicable(noProviders)),
  ],
};
