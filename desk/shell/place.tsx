import { useQueryClient } from "@tanstack/react-query";
import { Button, Radio, Typography } from "antd";
import { useState } from "react";
import type { SessionInfo } from "../../contract/session.ts";
import type { Post } from "../../domain/office/org.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh as common } from "../../domain/words/zh.ts";
import { call, keepSession, routes, sessionQuery } from "../api.ts";
import { ErrorBox } from "../kit/states.tsx";
import { zh } from "../words/zh.ts";
import { w } from "./sign-in.tsx";

/** Somebody with posts in several organisations says in which one they work now. */
export function PlacePage({ info }: { readonly info: SessionInfo }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(info.places[0]?.orgId ?? "");
  const [error, setError] = useState<unknown>(null);
  const choose = async () => {
    try {
      const next = keepSession(await call(routes.session.choosePlace, { body: { orgId: chosen } }));
      client.setQueryData(sessionQuery.queryKey, next);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <main className="sign-in" id="main">
      <Typography.Title level={1}>{w.place}</Typography.Title>
      <ErrorBox error={error} />
      <Radio.Group value={chosen} onChange={(event) => setChosen(event.target.value)} className="stack">
        {info.places.map((place) => (
          <Radio key={place.orgId} value={place.orgId}>
            {place.orgName}·{postNames(place.posts)}
            {place.standsInFor.length > 0 && `（${fill(w.standIn, { names: place.standsInFor })}）`}
          </Radio>
        ))}
      </Radio.Group>
      <Button type="primary" size="large" block onClick={() => void choose()} style={{ marginTop: 24 }}>
        {zh.app.confirm}
      </Button>
    </main>
  );
}

/** Posts in words. */
export function postNames(posts: readonly Post[]): string {
  return posts.map((post) => common.posts[post]).join("、");
}
