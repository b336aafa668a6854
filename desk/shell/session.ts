import { useQuery } from "@tanstack/react-query";
import type { SessionInfo } from "../../contract/session.ts";
import type { Post } from "../../domain/office/org.ts";
import { sessionQuery } from "../api.ts";

/** Who is signed in; the shell only shows pages while somebody is. */
export function useSession(): SessionInfo {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error("no session");
  return data;
}

/** Today as the server has it. */
export function useToday(): string {
  return useSession().today;
}

/** Whether the signed-in person holds one of these posts where they work. */
export function usePost(...posts: readonly Post[]): boolean {
  const { place } = useSession();
  return place?.posts.some((post) => posts.includes(post)) === true;
}
