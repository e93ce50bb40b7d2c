import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'

const backend = process.env['ZHIQIAO_BACKEND_URL'] ?? 'http://127.0.0.1:8080'
const port = Number(process.env['ZHIQIAO_DEV_PORT'] ?? 5173)

/** The same policy the backend sends, so that a violation shows up in the shell's browser tests. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export default defineConfig({
  plugins: [
    vue(),
    Components({
      // Own components are imported by name, so that a reader sees where they come from;
      // only the library's are resolved from the template.
      dirs: [],
      dts: false, // their types come from element-plus/global
      resolvers: [ElementPlusResolver({ importStyle: 'css' })],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: true, // Element Plus still has a few components that need it
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    proxy: { '/api': backend, '/v3': backend },
  },
  preview: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  build: {
    manifest: true,
    modulePreload: { polyfill: false }, // every browser we support knows it
    assetsInlineLimit: 0, // the policy allows no data: scripts or fonts
    chunkSizeWarningLimit: 900, // charts are one lazy chunk; the first page has its own limit in scripts/size.js
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/app/testSetup.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
