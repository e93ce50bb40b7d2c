import { expect, it } from 'vitest'
import { startOf } from './api'
import { changes } from './changes'

it('shows what differs, place by place', () => {
  const before = { name: { zh: '旧', en: 'Old' }, aliases: ['a', 'b'], city: 'hefei', uscc: null }
  const after = { name: { zh: '新', en: 'Old' }, aliases: ['a'], city: 'hefei', uscc: '91' }
  expect(changes(before, after)).toEqual([
    { path: 'name.zh', before: '旧', after: '新' },
    { path: 'aliases', before: 'a · b', after: 'a' },
    { path: 'uscc', before: null, after: '91' },
  ])
})

it('shows everything of what is new or gone, and nothing of nothing', () => {
  expect(changes(null, { roles: ['EXPERT'] })).toEqual([
    { path: 'roles', before: null, after: 'EXPERT' },
  ])
  expect(changes({ terms: [{ zh: '电池' }], kept: false }, null)).toEqual([
    { path: 'terms.0.zh', before: '电池', after: null },
    { path: 'kept', before: 'false', after: null },
  ])
  expect(changes(null, undefined)).toEqual([])
  expect(changes('draft', 'published')).toEqual([{ path: '', before: 'draft', after: 'published' }])
})

it('takes a day as the whole of it', () => {
  const from = new Date(startOf('2026-02-28'))
  const to = new Date(startOf('2026-02-28', 1))
  expect(to.getTime() - from.getTime()).toBe(86_400_000)
  expect(to.getDate()).toBe(1)
  expect(startOf('')).toBe('')
  expect(startOf('28.2.2026')).toBe('')
})
