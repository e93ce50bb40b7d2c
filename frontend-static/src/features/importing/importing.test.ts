import { expect, it } from 'vitest'
import { kindOf, moving, type ImportJob } from './api'

it('guesses what a file is by its name', () => {
  expect(kindOf('专家名单.XLSX')).toBe('spreadsheet')
  expect(kindOf('experts.csv')).toBe('spreadsheet')
  expect(kindOf('orcid-0000-0002-1825-0097.json')).toBe('orcid')
  expect(kindOf('works.jsonl')).toBe('openalex')
  expect(kindOf('data.json')).toBeNull()
})

it('follows an import only while it goes on by itself', () => {
  const job = (state: ImportJob['state']) => ({ state }) as ImportJob
  expect(moving(job('queued'))).toBe(true)
  expect(moving(job('running'))).toBe(true)
  expect(moving(job('paused'))).toBe(false)
  expect(moving(job('failed'))).toBe(false)
  expect(moving(undefined)).toBe(false)
})
