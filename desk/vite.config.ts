import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds the desk into dist/desk, where the server finds it. `npm run dev` (house/dev) serves it from its sources. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/desk/",
  plugins: [react()],
  build: { outDir: "../dist/desk", emptyOutDir: true, chunkSizeWarningLimit: 2000 },
});
