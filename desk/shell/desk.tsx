import { useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { awayQuery, sessionQuery } from "../api.ts";
import { ErrorBox } from "../kit/states.tsx";
import { router } from "../router.tsx";
import { zh } from "../words/zh.ts";
import { EnrolPage, NewPasswordPage } from "./enrol.tsx";
import { IdleGuard } from "./idle.tsx";
import { PlacePage } from "./place.tsx";
import { SignInAgain, SignInPage } from "./sign-in.tsx";

/** The page that a person sees first: sign-in, choice of post, what must be changed before work, or the work itself. */
export function Desk() {
  const session = useQuery(sessionQuery);
  const away = useQuery(awayQuery);
  if (session.isPending) return <Skeleton active style={{ padding: 32 }} />;
  if (session.error) return <ErrorBox error={session.error} onRetry={() => void session.refetch()} />;
  const info = session.data;
  if (!info) return <SignInPage platform={zh.app.name} />;
  if (!info.place) return <PlacePage info={info} />;
  if (info.mustChange) return <NewPasswordPage />;
  if (info.mustEnrol) return <EnrolPage />;
  return (
    <>
      {away.data ? <SignInAgain before={info} /> : <IdleGuard minutes={info.idleMinutes} />}
      <RouterProvider router={router} />
    </>
  );
}
