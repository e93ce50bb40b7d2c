import { send, type FieldError, type Schema } from '@/shared/api'

export type InvitationsView = Schema<'InvitationsView'>
export type SeatInvitation = Schema<'SeatInvitation'>
export type InvitationLetter = Schema<'InvitationLetter'>
export type InvitationState = InvitationLetter['state']
export type DeclineReason = Schema<'DeclineInvitation'>['reason']

export const REASONS: readonly DeclineReason[] = [
  'conflict',
  'no-time',
  'not-my-field',
  'absent',
  'other',
]

export const readInvitations = async (panel: number, signal: AbortSignal) =>
  (await send<InvitationsView>('GET', `/api/panels/${panel}/invitations`, { signal })).data

export const inviteMembers = async (
  panel: number,
  body: Schema<'InviteMembers'>,
  signal: AbortSignal,
) =>
  (await send<InvitationsView>('POST', `/api/panels/${panel}/invitations`, { body, signal })).data

/** Writes once more to somebody whom the mail did not reach. */
export const sendAgain = async (panel: number, invitation: number) =>
  (await send<InvitationsView>('POST', `/api/panels/${panel}/invitations/${invitation}/mail`)).data

/** Excuses a member who came to have a conflict of interest. */
export const excuseMember = async (panel: number, person: number, reason: string) =>
  (
    await send<InvitationsView>('POST', `/api/panels/${panel}/members/${person}/excuse`, {
      body: { reason },
    })
  ).data

export const readMyInvitations = async (signal: AbortSignal) =>
  (await send<Schema<'Letters'>>('GET', '/api/invitations/mine', { signal })).data.items

/** Where an invitation is read and answered: by its number when signed in, else by the token of the mail. */
export function letterPath(params: Record<string, string | string[] | undefined>): string {
  const token = params['token']
  return typeof token === 'string'
    ? `/api/invitations/by-token/${encodeURIComponent(token)}`
    : `/api/invitations/${Number(params['id'])}`
}

export const readLetter = async (path: string, signal: AbortSignal) =>
  (await send<InvitationLetter>('GET', path, { signal })).data

export const accept = async (path: string, signal: AbortSignal) =>
  (await send<InvitationLetter>('POST', `${path}/accept`, { body: { noConflict: true }, signal }))
    .data

/** What somebody says who does not come, as the form holds it. */
export interface Refusal {
  reason: DeclineReason | ''
  note: string
  notUntil: string
}

export function refusalErrors(
  refusal: Refusal,
  words: { reason: string; note: string },
): FieldError[] {
  if (refusal.reason === '') return [{ pointer: '/reason', detail: words.reason }]
  if (refusal.reason === 'other' && refusal.note.trim() === '')
    return [{ pointer: '/note', detail: words.note }]
  return []
}

export const decline = async (path: string, refusal: Refusal, signal: AbortSignal) =>
  (
    await send<InvitationLetter>('POST', `${path}/decline`, {
      body: {
        reason: refusal.reason,
        note: refusal.note.trim() || null,
        notUntil: refusal.notUntil || null,
      },
      signal,
    })
  ).data

/** How a state looks. */
export function toneOfInvitation(state: InvitationState): 'plain' | 'good' | 'notice' | 'danger' {
  switch (state) {
    case 'accepted':
      return 'good'
    case 'open':
      return 'notice'
    case 'declined':
    case 'expired':
    case 'droppedOut':
    case 'excused':
      return 'danger'
    case 'revoked':
      return 'plain'
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** A moment as a field for local times holds it. */
export function toField(moment: Date): string {
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The moment that such a field holds; none while it is incomplete. */
export function fromField(value: string): string | null {
  const moment = new Date(value)
  return value === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

/** Three days to answer, until the end of a working day. */
export function suggestedAnswerBy(now: Date): string {
  const moment = new Date(now)
  moment.setDate(moment.getDate() + 3)
  moment.setHours(18, 0, 0, 0)
  return toField(moment)
}

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
