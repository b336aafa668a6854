import "./no-eval.ts";
import "antd/dist/reset.css";
import "./style.css";
import { QueryClientProvider, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { App, ConfigProvider, Skeleton } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { awayQuery, queries, sessionQuery } from "./api.ts";
import { ErrorBox } from "./kit/states.tsx";
import { router } from "./router.tsx";
import { EnrolPage, NewPasswordPage } from "./shell/enrol.tsx";
import { IdleGuard } from "./shell/idle.tsx";
import { SignInAgain, SignInPage } from "./shell/sign-in.tsx";
import { PlacePage } from "./shell/place.tsx";
import { zh } from "./words/zh.ts";

dayjs.locale("zh-cn");

/** AA contrast: the house's blue instead of antd's, darker second texts, borders that can be seen. */
const theme = {
  components: { Table: { rowSelectedBg: "#e6eff9", rowSelectedHoverBg: "#dbe8f6" } },
  token: {
    colorPrimary: "#0a4fa3",
    colorLink: "#0a4fa3",
    colorText: "#1f2329",
    colorTextSecondary: "#4a525c",
    colorTextDescription: "#4a525c",
    colorTextPlaceholder: "#5f6772",
    colorTextDisabled: "#5f6772",
    colorError: "#b3261e",
    colorBorder: "#7c8591",
    borderRadius: 4,
    controlHeight: 36,
    fontFamily: '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    motion: false,
  },
};

function Desk() {
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

const place = document.getElementById("desk");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
        renderEmpty={() => <span className="second">{zh.app.noChoice}</span>}
      >
        <App>
          <QueryClientProvider client={queries}>
            <Desk />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>,
  );
}
