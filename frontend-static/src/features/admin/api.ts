import { send, type Schema } from '@/shared/api'
import type { Locale } from '@/shared/i18n'
import type { ListPage } from '@/shared/people'
import type { Role } from '@/shared/session'

export type AccountRow = Omit<Schema<'AccountRow'>, 'state'> & {
  state: 'invited' | 'active' | 'locked'
}
export type AuditRow = Schema<'AuditView'>
export type Verdict = Schema<'Verdict'>
export type IndexStatus = Schema<'IndexView'>
export type MailPage = Schema<'MailPage'>
export type UndeliveredMail = Schema<'UndeliveredMail'>

export interface Invitation {
  email: string
  displayName: string
  language: Locale
  roles: Role[]
  city: string
}

export interface AuditFilter {
  readonly actor: string
  readonly action: string
  readonly kind: string
  readonly subject: string
  readonly from: string
  readonly to: string
}

export async function accounts(
  query: { q: string; role: string; page: number },
  signal: AbortSignal,
): Promise<ListPage<AccountRow>> {
  return (await send<ListPage<AccountRow>>('GET', '/api/accounts', { query, signal })).data
}

export async function invite(invitation: Invitation, signal: AbortSignal): Promise<void> {
  await send('POST', '/api/accounts', {
    body: { ...invitation, city: cityFor(invitation.roles, invitation.city) },
    signal,
  })
}

export async function inviteAgain(id: number): Promise<void> {
  await send('POST', `/api/accounts/${id}/invitations`)
}

export async function giveRoles(
  id: number,
  roles: readonly Role[],
  city: string,
  signal: AbortSignal,
): Promise<void> {
  await send('PUT', `/api/accounts/${id}/roles`, {
    body: { roles, city: cityFor(roles, city) },
    signal,
  })
}

/** Only a city's officer has a city. */
function cityFor(roles: readonly Role[], city: string): string | null {
  return roles.includes('CITY_OFFICER') && city !== '' ? city : null
}

export async function lock(id: number, locked: boolean): Promise<void> {
  await send('POST', `/api/accounts/${id}/${locked ? 'lock' : 'unlock'}`)
}

export async function indexStatus(signal: AbortSignal): Promise<IndexStatus> {
  return (await send<IndexStatus>('GET', '/api/index', { signal })).data
}

export async function rebuildIndex(): Promise<void> {
  await send('POST', '/api/index/rebuild')
}

export async function auditLog(
  filter: AuditFilter,
  page: number,
  signal: AbortSignal,
): Promise<Schema<'AuditPage'>> {
  const { from, to, ...rest } = filter
  return (
    await send<Schema<'AuditPage'>>('GET', '/api/audit', {
      query: { ...rest, from: startOf(from), to: startOf(to, 1), page },
      signal,
    })
  ).data
}

export async function auditChain(signal: AbortSignal): Promise<Verdict> {
  return (await send<Verdict>('GET', '/api/audit/chain', { signal })).data
}

/** The first instant of a day in the reader's time zone, some days later; nothing for no day. */
export function startOf(day: string, later = 0): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!found) return ''
  const [, year, month, date] = found.map(Number)
  return new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later).toISOString()
}

export async function undelivered(page: number, signal: AbortSignal): Promise<MailPage> {
  return (await send<MailPage>('GET', '/api/mail', { query: { page }, signal })).data
}

export async function retryMail(id: number): Promise<void> {
  await send('POST', `/api/mail/${id}/retry`)
}
