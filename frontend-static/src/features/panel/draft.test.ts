import { expect, it } from 'vitest'
import type { Official, RulePack } from './api'
import { choices, emptyDraft, emptyItem, emptyParty, toSave } from './draft'

const pack = {
  version: 1,
  rules: [
    { code: 'title', on: true, mark: 'law', basis: '', title: {} },
    {
      code: 'load',
      on: true,
      number: { value: 10, least: 1, most: 99, unit: 'panels' },
      mark: 'practice',
      basis: '',
      title: {},
    },
  ],
} as unknown as RulePack

it('begins with the rules as they stand in the pack', () => {
  expect(toSave(emptyDraft(pack, '评审专家'))).toMatchObject({
    groups: [{ name: '评审专家', seats: 5, residence: 'anywhere', languages: [] }],
    rules: [
      { code: 'title', on: true, number: null, reason: null },
      { code: 'load', on: true, number: 10, reason: null },
    ],
  })
})

it('leaves out parties that nobody named, and sends a registered one by its number', () => {
  const draft = emptyDraft(pack, 'x')
  draft.items = [
    {
      ...emptyItem(),
      parties: [
        emptyParty(),
        { role: 'partner', organisation: { id: 7, name: {} }, name: 'ignored' },
        { role: 'applicant', organisation: null, name: '某公司' },
      ],
    },
  ]
  expect(toSave(draft).items).toMatchObject([
    {
      parties: [
        { role: 'partner', organisation: 7, name: null },
        { role: 'applicant', organisation: null, name: '某公司' },
      ],
    },
  ])
})

it('offers for a duty only who may have it besides the others', () => {
  const officials = [
    { account: 1, role: 'CITY_OFFICER', duties: ['firstDrawer', 'secondDrawer'] },
    { account: 2, role: 'CITY_OFFICER', duties: ['firstDrawer', 'secondDrawer'] },
    { account: 3, role: 'PROVINCIAL_OFFICER', duties: ['firstDrawer', 'secondDrawer'] },
    { account: 4, role: 'AUDITOR', duties: ['supervisor'] },
  ] as unknown as Official[]
  const duties = { firstDrawer: 1, secondDrawer: null, supervisor: null }
  const offered = (duty: keyof typeof duties) =>
    choices(officials, duty, duties).map(({ account }) => account)
  expect(offered('firstDrawer')).toEqual([1, 2, 3])
  expect(offered('secondDrawer')).toEqual([3])
  expect(offered('supervisor')).toEqual([4])
})
