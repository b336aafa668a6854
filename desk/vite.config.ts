import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the desk into dist/desk, where the server finds it. `npm run desk` serves it with fresh code beside a running server. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/desk/",
  plugins: [react()],
  build: { outDir: "../dist/desk", emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:3000" } },
});
