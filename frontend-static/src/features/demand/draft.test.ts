import { describe, expect, it } from 'vitest'
import { differences, emptyDraft, hints, missing, stepOf, toSave, writtenIn } from './draft'

const draft = (more: object = {}) => ({ ...emptyDraft(), ...more })

describe('what is sent', () => {
  it('leaves out what is empty instead of sending empty texts', () => {
    const sent = toSave(draft({ title: '  ' }), false)
    expect(sent.title).toBeNull()
    expect(sent.budget).toBeNull()
    expect('organisationId' in sent).toBe(false)
  })

  it('names the organisation only for officers', () => {
    const organisation = { id: 7, name: { zh: '某公司' } }
    expect(toSave(draft({ organisation }), true).organisationId).toBe(7)
  })

  it('sends a concept by its code alone and words as they are', () => {
    const domains = [
      { code: 'casting', text: '铸造', label: { zh: '铸造' }, must: true, weight: 3 },
      { text: '电磁搅拌', must: false, weight: 2 },
    ]
    expect(toSave(draft({ domains }), false).domains).toEqual([
      { code: 'casting', text: null, must: true, weight: 3 },
      { code: null, text: '电磁搅拌', must: false, weight: 2 },
    ])
  })

  it('keeps an open end of a budget open', () => {
    expect(toSave(draft({ budget: { min: 0, max: null } }), false).budget).toEqual({
      min: 0,
      max: null,
    })
  })
})

describe('the language of a text', () => {
  it.each([
    ['硫化物固态电解质 Li6PS5Cl 的连续化制备', 'zh'],
    ['Export control for a joint laboratory', 'en'],
    ['', ''],
    ['123', ''],
  ])('of “%s” is %s', (text, language) => {
    expect(writtenIn(text)).toBe(language)
  })
})

describe('guidance', () => {
  const told = (title: string, description: string) => hints({ title, description, language: 'zh' })

  it('says nothing before anything is written', () => {
    expect(told('', '')).toEqual([])
  })

  it('asks for more than a few words, then for figures', () => {
    expect(told('热裂', '请帮忙')).toEqual(['titleShort', 'descriptionShort'])
    const long = '我公司用陶铝新材料压铸薄壁车身结构件局部热裂颗粒团聚'.repeat(4)
    expect(told('陶铝车身结构件铸造热裂问题', long)).toEqual(['figures'])
    expect(told('陶铝车身结构件铸造热裂问题', `${long}废品率约 12%`)).toEqual([])
  })

  it('keeps telephone numbers and mail addresses out', () => {
    expect(told('', '请联系 13800138000')).toContain('contact')
    expect(told('', '请联系 li@example.org')).toContain('contact')
    expect(told('', '粒径 1380013800013 个')).not.toContain('contact')
  })
})

it('knows on which step a wrong place is filled in', () => {
  expect(stepOf('/languages/0/level')).toBe('people')
  expect(stepOf('/budget/max')).toBe('conditions')
  expect(stepOf('/domains')).toBe('about')
})

it('says what is missing before it can be reviewed', () => {
  expect(missing(emptyDraft()).map(({ field }) => field)).toEqual([
    'kind',
    'title',
    'description',
    'domains',
    'confidentiality',
  ])
})

it('finds where two versions differ', () => {
  expect(differences(draft({ title: '甲' }), draft({ title: '乙', city: 'hefei' }))).toEqual([
    'title',
    'city',
  ])
})
