import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import DeclarationAnswer from './DeclarationAnswer.vue'
import {
  answerOf,
  declarationPath,
  draftOfAnswer,
  emptyInterest,
  interestOf,
  type DeclarationLetter,
} from './declarations'

const letter: DeclarationLetter = {
  id: 7,
  state: 'asked',
  shown: 'ab12',
  items: [
    { number: 1, title: '项目甲', parties: [{ role: 'applicant', name: { zh: '某公司' } }] },
    { number: 4, parties: [] },
  ],
  askedAt: '2026-11-28T08:00:00Z',
  answerBy: '2026-12-05T10:00:00Z',
  open: true,
  versions: 0,
}

afterEach(() => vi.unstubAllGlobals())

it('asks about each party and each item, and tells only what was chosen', () => {
  const draft = draftOfAnswer(letter)
  expect(draft.answer).toBe('')
  expect(draft.ties.map(({ item, party }) => [item, party])).toEqual([
    [1, 0],
    [1, null],
    [4, null],
  ])
  const [first] = draft.ties
  if (first) Object.assign(first, { kind: 'financial', words: ' 持股 ' })
  expect(answerOf({ ...draft, answer: 'ties' }, 'ab12').ties).toEqual([
    { item: 1, party: 0, kind: 'financial', words: '持股' },
  ])
  expect(answerOf({ ...draft, answer: 'none' }, 'ab12').ties).toEqual([])
  expect(answerOf({ ...draft, answer: 'unwilling' }, 'ab12')).toMatchObject({
    unwilling: true,
    ties: [],
  })
})

it('begins a correction with what was declared', () => {
  const given = {
    at: letter.askedAt,
    unwilling: false,
    ties: [{ item: 4, kind: 'family' as const }],
  }
  const draft = draftOfAnswer({ ...letter, answer: given })
  expect(draft.answer).toBe('ties')
  expect(draft.ties.map(({ kind }) => kind)).toEqual(['', '', 'family'])
  expect(draftOfAnswer({ ...letter, answer: { ...given, ties: [] } }).answer).toBe('none')
})

it('names a person with a profile by number alone', () => {
  const draft = { ...emptyInterest(), kind: 'family' as const, personName: '某人', since: '2019' }
  expect(interestOf(draft)).toMatchObject({ person: null, personName: '某人', since: 2019 })
  expect(interestOf({ ...draft, person: [{ id: 3, name: '李四' }] })).toMatchObject({
    person: 3,
    personName: null,
    until: null,
  })
  expect(declarationPath({ token: 'a/b' })).toBe('/api/declarations/by-token/a%2Fb')
  expect(declarationPath({ id: '9' })).toBe('/api/declarations/9')
})

it('answers by its button, and not before something was chosen', async () => {
  const sent: unknown[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (request: Request) => {
      if (request.method === 'POST') sent.push(JSON.parse(await request.text()))
      return new Response(JSON.stringify({ ...letter, state: 'noConflict', versions: 1 }), {
        headers: { 'Content-Type': 'application/json' },
      })
    }),
  )
  const page = mount(DeclarationAnswer, {
    props: { letter, path: '/api/declarations/7' },
    attachTo: document.body,
  })
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([])
  await page.get('input[value=ties]').setValue()
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([])
  await page.get('input[value=none]').setValue()
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([{ shown: 'ab12', unwilling: false, note: null, ties: [] }])
  expect(page.emitted('answered')?.[0]).toMatchObject([{ state: 'noConflict' }])
})
