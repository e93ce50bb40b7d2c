// @vitest-environment node
import { readFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import prettier from 'prettier'
import { expect, it } from 'vitest'

const FILE = 'src/shared/api/schema.d.ts'

it('types the description as it is: otherwise run `npm run api:types`', async () => {
  const description = JSON.parse(readFileSync('openapi.json', 'utf8')) as object
  const generated = astToString(await openapiTS(JSON.stringify(description), { alphabetize: true }))
  const style = await prettier.resolveConfig(FILE)
  const expected = await prettier.format(generated, { ...style, parser: 'typescript' })
  const committed = readFileSync(FILE, 'utf8').replace(/^\/\*\*[\s\S]*?\*\/\s*/, '')
  expect(committed.trim()).toBe(expected.trim())
  // the time is only for machines that do something else as well
}, 120_000)
