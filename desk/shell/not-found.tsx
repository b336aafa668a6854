import { Link } from "@tanstack/react-router";
import { Nothing } from "../kit/states.tsx";
import { listWords as w } from "../words/lists.ts";

/** An address of the desk that leads nowhere, within the frame. */
export function NotFoundPage() {
  return (
    <>
      <h1>{w.notFound}</h1>
      <Nothing>
        <p>{w.notFoundHint}</p>
        <Link to="/">{w.toWork}</Link>
      </Nothing>
    </>
  );
}
