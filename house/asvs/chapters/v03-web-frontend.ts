import { code, doors, files, session, signIn, strangers, transport, web, words } from "../proofs.ts";
import { type Chapter, met, metWith, notApplicable, partly, row } from "../requirement.ts";

export const v03: Chapter = {
  id: "V3",
  title: "Web frontend",
  rows: [
    row(
      "3.2.1",
      "files and data are never shown as pages",
      met(
        files("a file is only ever handed out as a download"),
        doors("every answer forbids foreign and inline scripts"),
      ),
    ),
    row("3.2.2", "text is put in as text", met(words("what people type is shown"), code("no code is made from text"))),
    row(
      "3.3.1",
      "cookies Secure, with a prefix",
      met(
        strangers("over TLS a browser takes our cookies from this host alone"),
        web("cookies have a prefix"),
        web("the case and the telephone that were opened"),
        session("behind TLS every cookie says so"),
      ),
    ),
    row(
      "3.3.2",
      "SameSite by purpose",
      met(web("cookies have a prefix"), signIn("another site cannot sign anybody in")),
    ),
    row(
      "3.3.3",
      "__Host- in front of cookies",
      partly(
        "The cookies of an opened case and of a checked telephone are kept for their paths alone, and so are called __Secure-; all others are __Host-.",
        web("cookies have a prefix"),
        web("the case and the telephone that were opened"),
      ),
    ),
    row("3.3.4", "HttpOnly", met(web("cookies have a prefix"))),
    row(
      "3.4.1",
      "HSTS for a year, subdomains too",
      metWith(
        "Subdomains with HSTS_SUBDOMAINS=on, since a city may have plain ones below the same name.",
        doors("TLS is asked for by browsers"),
        transport("keep to it for every name below"),
      ),
    ),
    row("3.4.2", "no foreign origin is let in", met(web("no foreign origin is let in"))),
    row("3.4.3", "content security policy", met(doors("every answer forbids foreign and inline scripts"))),
    row("3.4.4", "nosniff", met(doors("every answer forbids foreign and inline scripts"))),
    row("3.4.5", "referrer policy", met(doors("every answer forbids foreign and inline scripts"))),
    row("3.4.6", "no frames", met(doors("every answer forbids foreign and inline scripts"))),
    row(
      "3.5.1",
      "another site cannot write",
      met(doors("the desk's API changes nothing for a cookie alone"), doors("a portal form without its own token")),
    ),
    row(
      "3.5.2",
      "no preflight is relied upon",
      met(doors("the API answers what it cannot do"), doors("the desk's API changes nothing for a cookie alone")),
    ),
    row(
      "3.5.3",
      "nothing changes by GET",
      met(web("nothing changes by reading"), web("opens counts as nobody's reading")),
    ),
    row(
      "3.5.4",
      "separate applications on separate hosts",
      partly(
        "Each region has a host of its own; portal and desk of a region share one, with cookies and forms of their own.",
      ),
    ),
    row("3.5.5", "postMessage", notApplicable("No page listens to messages of other windows; a test holds that.")),
    row(
      "3.7.1",
      "no outdated technology in the browser",
      met(code("no window, channel or store of a browser"), doors("every answer forbids foreign and inline scripts")),
    ),
    row("3.7.2", "redirects to known hosts only", met(web("no address of ours leads a visitor"))),
  ],
};
