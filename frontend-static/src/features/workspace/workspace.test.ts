import { afterEach, expect, it, vi } from 'vitest'
import { CARDS, type CardKey } from './cards'
import texts from './texts'

function answer(answers: Record<string, { status?: number; body: unknown }>): void {
  vi.stubGlobal(
    'fetch',
    vi.fn((request: Request) => {
      const known = answers[new URL(request.url).pathname]
      return Promise.resolve(
        new Response(JSON.stringify(known?.body ?? {}), {
          status: known?.status ?? 200,
          headers: { 'Content-Type': 'application/json' },
        }),
      )
    }),
  )
}

afterEach(() => vi.unstubAllGlobals())

const find = (key: CardKey) => {
  const card = CARDS.find((one) => one.key === key)
  if (!card) throw new Error(`There is no card ${key}`)
  return card.find(new AbortController().signal)
}

it('asks an expert without a profile to begin one', async () => {
  answer({ '/api/experts/mine': { status: 404, body: { type: '/problems/no-profile' } } })
  expect(await find('profile')).toEqual({ says: 'noProfile', waits: true })
  expect(await find('fitting')).toEqual({ says: 'afterPublishing', waits: false })
})

it('does not take a broken server for a missing profile', async () => {
  answer({ '/api/experts/mine': { status: 500, body: { type: '/problems/unexpected' } } })
  await expect(find('profile')).rejects.toThrow()
})

it('tells what makes a published profile better, and which needs fit', async () => {
  answer({
    '/api/experts/mine': { body: { id: 3, state: 'published', completeness: { percent: 70 } } },
    '/api/experts/3/fitting-demands': { body: { items: [{}, {}] } },
  })
  expect(await find('profile')).toMatchObject({ says: 'partProfile', values: { percent: 70 } })
  expect(await find('fitting')).toMatchObject({ count: 2, says: 'fitting' })
})

it('counts what waits', async () => {
  answer({ '/api/demands/review-queue': { body: { items: [], total: 4 } } })
  expect(await find('reviews')).toEqual({ count: 4, says: 'waiting', waits: true })
})

it('leads somebody of a firm without an organisation to one, and tells who wants to join theirs', async () => {
  answer({ '/api/account': { body: { organisationId: null } } })
  expect(await find('organisation')).toEqual({ says: 'noOrganisation', waits: true })
  answer({
    '/api/account': { body: { organisationId: 12 } },
    '/api/join-requests': { body: { items: [], total: 2 } },
  })
  expect(await find('organisation')).toEqual({ count: 2, says: 'joins', waits: true })
})

it('tells administrators of mail that does not get through', async () => {
  answer({ '/api/mail': { body: { items: [], total: 0, waiting: 3 } } })
  expect(await find('mail')).toEqual({ count: 3, says: 'waitingMail', waits: false })
  answer({ '/api/mail': { body: { items: [], total: 1, waiting: 3 } } })
  expect(await find('mail')).toEqual({ count: 1, says: 'failedMail', waits: true })
})

it('has words for every card', () => {
  expect(Object.keys(texts.zh.card).sort()).toEqual(CARDS.map(({ key }) => key).sort())
})

it('tells how much of the first pages goes to ten people', async () => {
  answer({ '/api/exposure': { body: { shown: 0, topTen: null } } })
  expect(await find('exposure')).toEqual({ says: 'noExposure', waits: false })
  answer({ '/api/exposure': { body: { shown: 30, topTen: 0.416 } } })
  expect(await find('exposure')).toEqual({
    says: 'exposure',
    values: { percent: 42 },
    waits: false,
  })
})

it('tells in how many panels an officer takes part', async () => {
  answer({ '/api/panels': { body: { items: [] } } })
  expect(await find('panels')).toEqual({ count: 0, says: 'noPanels', waits: false })
  answer({ '/api/panels': { body: { items: [{}, {}] } } })
  expect(await find('panels')).toEqual({ count: 2, says: 'panels', waits: false })
})

it('tells an expert which invitations wait for an answer', async () => {
  answer({ '/api/invitations/mine': { body: { items: [{ mayAccept: false }] } } })
  expect(await find('invitations')).toEqual({ count: 0, says: 'noInvitations', waits: false })
  answer({
    '/api/invitations/mine': { body: { items: [{ mayAccept: true }, { mayAccept: false }] } },
  })
  expect(await find('invitations')).toEqual({ count: 1, says: 'invited', waits: true })
})
