import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import InvitationAnswer from './InvitationAnswer.vue'
import type { InvitationLetter } from './invitations'

const letter: InvitationLetter = {
  id: 7,
  state: 'open',
  selection: 'drawn',
  use: 'project-evaluation',
  items: [],
  invitedAt: '2026-11-28T08:00:00Z',
  answerBy: '2026-12-01T10:00:00Z',
  mayAccept: true,
  mayDecline: true,
  review: false,
}

const sent: { path: string; body: unknown }[] = []

function answering(after: Partial<InvitationLetter>) {
  sent.length = 0
  vi.stubGlobal(
    'fetch',
    vi.fn(async (request: Request) => {
      // A page that has no token against forgery yet fetches one first.
      if (request.method === 'POST')
        sent.push({ path: new URL(request.url).pathname, body: JSON.parse(await request.text()) })
      return new Response(JSON.stringify({ ...letter, ...after }), {
        headers: { 'Content-Type': 'application/json' },
      })
    }),
  )
  return mount(InvitationAnswer, {
    props: { letter, path: '/api/invitations/7' },
    attachTo: document.body,
  })
}

afterEach(() => vi.unstubAllGlobals())

it('accepts only what was declared, and nothing by being opened', async () => {
  const page = answering({ state: 'accepted', mayAccept: false })
  await flushPromises()
  expect(sent).toEqual([])
  const accept = page.get('button[type=submit]')
  expect(accept.attributes('disabled')).toBeDefined()
  await page.get('input[type=checkbox]').setValue(true)
  expect(accept.attributes('disabled')).toBeUndefined()
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([{ path: '/api/invitations/7/accept', body: { noConflict: true } }])
  expect(page.emitted('answered')?.[0]).toMatchObject([{ state: 'accepted' }])
})

it('asks for a reason before it declines', async () => {
  const page = answering({ state: 'declined', mayAccept: false, mayDecline: false })
  await page.get('button[type=button]').trigger('click')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([])
  await page.get('input[value=absent]').setValue()
  await page.get('input[type=date]').setValue('2027-01-31')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([
    {
      path: '/api/invitations/7/decline',
      body: { reason: 'absent', note: null, notUntil: '2027-01-31' },
    },
  ])
})
