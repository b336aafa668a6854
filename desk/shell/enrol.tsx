import { zh } from "../words/zh.ts";
import { PasswordPanel, SecondFactorPanel } from "./account.tsx";

/** Where the region asks for a second factor, nothing else opens before it is bound. */
export function EnrolPage() {
  return (
    <main className="sign-in" id="main">
      <h1>{zh.signIn.enrol}</h1>
      <SecondFactorPanel />
    </main>
  );
}

/** A password that somebody else has given opens nothing but its own change. */
export function NewPasswordPage() {
  return (
    <main className="sign-in" id="main">
      <h1>{zh.signIn.newPassword}</h1>
      <PasswordPanel refresh={["session"]} />
    </main>
  );
}
