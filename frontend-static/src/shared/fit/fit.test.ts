import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setLocale } from '@/shared/i18n'
import { useVocabulary } from '@/shared/vocabulary'
import { useReasons } from './reasons'
import type { CriterionContribution, Reason } from './types'

const schemes = {
  languages: [{ code: 'de', label: { zh: '德语', en: 'German' } }],
  countries: [],
  regions: [
    { code: 'baltic', label: { zh: '波罗的海', en: 'Baltic' }, members: ['LV', 'EE', 'LT'] },
  ],
  countryExperienceKinds: [{ code: 'work', label: { zh: '工作', en: 'Work' } }],
}

beforeEach(async () => {
  setLocale('zh-CN')
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ schemes })))
  await useVocabulary().ready()
})

const country = (more: Partial<Reason> = {}): Reason => ({
  kind: 'country',
  speaksFor: true,
  country: { code: 'DE', kind: 'work', from: 2011, to: 2016 },
  ofAskedKind: true,
  ...more,
})

const piece = (title: string): Reason => ({
  kind: 'piece',
  speaksFor: true,
  evidence: { id: title, kind: 'patent', title, year: 2021, share: 0.4 },
  terms: [],
})

describe('reasons in words', () => {
  it('tells a time in a country in both languages', () => {
    expect(useReasons().words(country())).toBe('德国：工作，2011–2016 年')
    setLocale('en')
    expect(useReasons().words(country())).toBe('Germany: Work, 2011–2016')
  })

  it('says when the experience is of another kind than asked for', () => {
    expect(useReasons().words(country({ ofAskedKind: false }))).toContain('类型不同')
  })

  it('tells a level that does not reach with the one that is wanted', () => {
    const below: Reason = {
      kind: 'language',
      speaksFor: false,
      code: 'de',
      askedLevel: 'C1',
      heldLevel: 'B1',
    }
    expect(useReasons().words(below)).toBe('德语 B1，要求 C1')
  })

  it('names a group of countries by its name', () => {
    const none: Reason = {
      kind: 'country-missing',
      speaksFor: false,
      countries: ['EE', 'LT', 'LV'],
      kinds: [],
    }
    expect(useReasons().words(none)).toBe('没有波罗的海任一国家相关经历')
  })

  it('names few of many countries', () => {
    const none: Reason = {
      kind: 'country-missing',
      speaksFor: false,
      countries: ['DE', 'FR', 'IT', 'ES'],
      kinds: [],
    }
    expect(useReasons().words(none)).toBe('没有德国、法国、意大利等 4 个国家相关经历')
  })
})

describe('a criterion in one line', () => {
  const contribution = (reasons: Reason[]): CriterionContribution => ({
    criterion: 'domain',
    value: 0.8,
    weight: 0.5,
    points: 40,
    reasons,
  })

  it('owns up to points that come from the field alone', () => {
    const { text, met } = useReasons().inShort(
      contribution([{ kind: 'piece-count', speaksFor: false, count: 0 }]),
    )
    expect(text).toBe('没有资料直接涉及需求，至多领域相近')
    expect(met).toBe(false)
  })

  it('counts the evidence and names the best of it', () => {
    const { text, met } = useReasons().inShort(
      contribution([piece('甲'), piece('乙'), { kind: 'piece-count', speaksFor: true, count: 5 }]),
    )
    expect(text).toBe('5 处资料与需求相关，如“甲”')
    expect(met).toBe(true)
  })

  it('names a titled piece before what the profile says of itself', () => {
    const summary: Reason = {
      kind: 'piece',
      speaksFor: true,
      evidence: { id: 's', kind: 'summary', title: '', share: 1 },
    }
    const { inShort } = useReasons()
    expect(inShort(contribution([summary, piece('甲')])).text).toBe('2 处资料与需求相关，如“甲”')
    expect(inShort(contribution([summary])).text).toBe('1 处资料与需求相关：个人简介')
  })

  it('names the concepts that were asked for together', () => {
    const held = (zh: string, declared: boolean): Reason => ({
      kind: 'concept',
      speaksFor: true,
      heldConcept: { code: zh, label: { zh } },
      how: 'text',
      declared,
    })
    const { text } = useReasons().inShort(
      contribution([held('铸造', true), held('焊接', true), held('热处理', false)]),
    )
    expect(text).toBe('专业领域包括铸造、焊接；成果涉及热处理')
  })

  it('tells what is missing when nothing speaks for the person', () => {
    const { text, met } = useReasons().inShort(
      contribution([{ kind: 'concept-missing', speaksFor: false, askedText: '铸造' }]),
    )
    expect(text).toBe('未见与铸造相关的内容')
    expect(met).toBe(false)
  })
})
