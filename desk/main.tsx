import "./no-eval.ts";
import "antd/dist/reset.css";
import "./style.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api.ts";
import { Desk } from "./shell/desk.tsx";
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
