// Fails when the script a first visitor has to load, before and with the front page, is too much.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT = 250_000
const FIRST_PAGE = 'src/features/home/HomePage.vue'

/** @type {Record<string, { file: string, imports?: string[], isEntry?: boolean }>} */
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

/** @type {Set<string>} */
const needed = new Set()

/** @param {string} key */
function need(key) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`The manifest has no ${key}`)
  if (needed.has(key)) return
  needed.add(key)
  chunk.imports?.forEach(need)
}

Object.keys(manifest)
  .filter((key) => manifest[key]?.isEntry)
  .forEach(need)
need(FIRST_PAGE)

const files = [
  'theme.js',
  ...[...needed].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js')),
]
let total = 0
for (const file of files) {
  const size = gzipSync(readFileSync(`dist/${file}`)).length
  total += size
  console.log(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}`)
}
console.log(
  `${(total / 1000).toFixed(1).padStart(8)} kB  first page, gzip; limit ${LIMIT / 1000} kB`,
)
if (total > LIMIT) {
  console.error('The first page needs too much script: load the newcomer lazily.')
  process.exit(1)
}
