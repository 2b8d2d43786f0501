import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv } from 'vite';

/** `vite` serves the console for development and passes everything else on to a running gateway (CANDOR_GATEWAY, default the usual address). */
export default defineConfig(({ mode }) => {
  const gateway = loadEnv(mode, import.meta.dirname, 'CANDOR_').CANDOR_GATEWAY ?? 'http://localhost:8080';
  return {
    root: import.meta.dirname,
    plugins: [react()],
    resolve: { conditions: ['@candor/source', ...defaultClientConditions] },
    server: { proxy: Object.fromEntries(['/v1', '/auth', '/health', '/sandbox', '/docs', '/openapi.json'].map((path) => [path, gateway])) },
    build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'], sourcemap: false, chunkSizeWarningLimit: 700 },
  };
});
