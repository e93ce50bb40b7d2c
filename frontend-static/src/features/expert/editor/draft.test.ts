import { expect, it } from 'vitest'
import type { ExpertView } from '../api'
import { rebase, sameContent, toDraft, toSave, withGroup, wrongYears } from './draft'

const view: ExpertView = {
  id: 7,
  version: 3,
  sample: false,
  own: true,
  editable: true,
  state: 'draft',
  verification: { status: 'unverified' },
  names: { zh: '张晓梅', latin: 'Zhang Xiaomei', others: ['Chang, H. M.'] },
  title: { zh: '教授' },
  summary: {},
  affiliations: [{ name: { en: 'Example University' }, country: 'DE', from: 2011 }],
  degrees: [],
  domains: [{ code: 'battery', label: { zh: '电池', en: 'battery' } }],
  freeDomains: [],
  industries: [],
  languages: [{ code: 'zh', level: 'native' }],
  countries: [{ code: 'DE', kind: 'work', from: 2011, to: 2016 }],
  competences: [],
  recorded: [],
  evidence: [
    { id: 5, kind: 'publication', title: 'On ions', year: 2020, with: ['A. Muster', '李示例'] },
  ],
  offers: [],
  groups: { basics: { source: 'self', visibility: 'public' } },
  hiddenGroups: [],
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
}
const draft = () => toDraft(view)

it('sends what it was given, empty fields as nothing', () => {
  const saved = toSave(draft())
  expect(saved.names).toEqual({
    zh: '张晓梅',
    latin: 'Zhang Xiaomei',
    nativeScript: null,
    others: ['Chang, H. M.'],
  })
  expect(saved.domains).toEqual(['battery'])
  expect(saved.countries[0]).toEqual({ code: 'DE', kind: 'work', from: 2011, to: 2016, note: null })
  expect(saved.evidence[0]?.with).toEqual(['A. Muster', '李示例'])
  expect(saved.affiliations[0]?.to).toBeNull()
  expect(saved.groups.contact).toEqual({ visibility: 'private' })
})

it('points at years that are none', () => {
  const edited = draft()
  edited.countries[0] = { code: 'DE', kind: 'work', from: '11', to: ' 2016 ', note: '' }
  expect(wrongYears(edited, 'wrong')).toEqual([{ pointer: '/countries/0/from', detail: 'wrong' }])
})

it('does not count spaces as a change', () => {
  const edited = draft()
  edited.title.zh = ' 教授 '
  expect(sameContent(edited, draft())).toBe(true)
})

it('brings edits onto a newer version', () => {
  const mine = draft()
  mine.title.zh = '讲席教授'
  const current = draft()
  current.version = 4
  current.languages.push({ code: 'de', level: 'C1' })
  const { merged, conflicts, taken } = rebase(draft(), mine, current)
  expect(conflicts).toEqual([])
  expect(taken).toEqual(['languages'])
  expect(merged.version).toBe(4)
  expect(merged.title.zh).toBe('讲席教授')
  expect(merged.languages).toHaveLength(2)
})

it('keeps what was typed where both changed the same group, and says so', () => {
  const mine = draft()
  mine.title.zh = '讲席教授'
  const current = draft()
  current.title.zh = '院士'
  const { merged, conflicts } = rebase(draft(), mine, current)
  expect(conflicts).toEqual(['basics'])
  expect(merged.title.zh).toBe('讲席教授')
  expect(withGroup(merged, current, 'basics').title.zh).toBe('院士')
})

it('takes every difference as a conflict when it does not know where the edits began', () => {
  const mine = draft()
  mine.contact.email = 'a@example.org'
  expect(rebase(null, mine, draft()).conflicts).toEqual(['contact'])
})

it('counts a changed visibility as a change of the group', () => {
  const mine = draft()
  mine.groups.evidence.visibility = 'private'
  expect(sameContent(mine, draft())).toBe(false)
})
