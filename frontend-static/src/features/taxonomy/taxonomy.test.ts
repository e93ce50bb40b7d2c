import { expect, it } from 'vitest'
import type { Concept } from './api'
import { factsOf, isClosed, schemeOf } from './facts'
import { treeOf } from './tree'

const concept = (code: string, zh: string, broader: string[] = [], retired = false): Concept => ({
  code,
  label: { zh, en: code },
  alternatives: { zh: [], en: [] },
  broader: broader.map((one) => ({ code: one, label: { en: one } })),
  narrowerCount: 0,
  industries: [],
  retired,
  version: 0,
})

it('puts concepts below each of their broader ones, in the order of the reader’s language', () => {
  const all = [
    concept('energy', '能源'),
    concept('materials', '材料'),
    concept('battery', '电池', ['energy', 'materials']),
    concept('solid', '固态电池', ['battery']),
    concept('old', '旧词', ['battery'], true),
    concept('orphan', '独立', ['gone']),
  ]
  const tree = treeOf(all, 'en')
  expect(tree.tops.map(({ code }) => code)).toEqual(['energy', 'materials', 'orphan'])
  expect(tree.below('materials').map(({ code }) => code)).toEqual(['battery'])
  expect(tree.below('battery').map(({ code }) => code)).toEqual(['solid'])
  expect([...tree.above('solid')].sort()).toEqual(['battery', 'energy', 'materials'])
  expect(tree.below('solid')).toEqual([])
})

it('comes to an end where concepts stand above each other', () => {
  const tree = treeOf([concept('a', '甲', ['b']), concept('b', '乙', ['a'])], 'zh-CN')
  expect([...tree.above('a')].sort()).toEqual(['a', 'b'])
})

it('knows the schemes, what they say, and which are closed', () => {
  expect(schemeOf('cities')).toBe('cities')
  expect(schemeOf('constructor')).toBeNull()
  expect(factsOf('clusters').map(({ name }) => name)).toEqual(['industries', 'concepts'])
  expect(factsOf('uses')).toEqual([])
  expect(isClosed('countries')).toBe(true)
  expect(isClosed('industries')).toBe(false)
})
