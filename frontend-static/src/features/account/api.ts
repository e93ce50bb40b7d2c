import { send, type Schema } from '@/shared/api'
import type { Locale } from '@/shared/i18n'

export type DemoAccount = Schema<'DemoAccountView'>
export type OwnAccount = Omit<Schema<'AccountView'>, 'language'> & { language: Locale }
export type Registration = Schema<'Register'>
export const SCOPES = ['read', 'write', 'import', 'admin'] as const
export type Scope = (typeof SCOPES)[number]
export type AccessToken = Schema<'TokenView'>
export type Mail = Schema<'OutboxMail'>

export async function signIn(email: string, password: string, signal?: AbortSignal): Promise<void> {
  await send('POST', '/api/session', { body: { email, password }, ...(signal ? { signal } : {}) })
}

export async function demoAccounts(signal: AbortSignal): Promise<readonly DemoAccount[]> {
  return (await send<readonly DemoAccount[]>('GET', '/api/demo/accounts', { signal })).data
}

export async function outbox(signal: AbortSignal): Promise<readonly Mail[]> {
  return (await send<readonly Mail[]>('GET', '/api/demo/outbox', { signal })).data
}

export async function register(body: Registration, signal: AbortSignal): Promise<void> {
  await send('POST', '/api/registrations', { body, signal })
}

export async function confirmRegistration(token: string): Promise<void> {
  await send('POST', '/api/registrations/confirm', { body: { token } })
}

export async function askForReset(email: string, signal: AbortSignal): Promise<void> {
  await send('POST', '/api/password-resets', { body: { email }, signal })
}

export async function setPassword(
  token: string,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  await send('POST', '/api/password-resets/confirm', { body: { token, password }, signal })
}

export async function setupNeeded(signal: AbortSignal): Promise<boolean> {
  return (await send<Schema<'SetupView'>>('GET', '/api/setup', { signal })).data.needed
}

export async function makeAdministrator(
  body: Schema<'MakeAdministrator'>,
  signal: AbortSignal,
): Promise<void> {
  await send('POST', '/api/setup', { body, signal })
}

export async function ownAccount(signal: AbortSignal): Promise<OwnAccount> {
  return (await send<OwnAccount>('GET', '/api/account', { signal })).data
}

export async function changeAccount(
  body: { displayName?: string; language?: Locale },
  signal: AbortSignal,
): Promise<void> {
  await send('PATCH', '/api/account', { body, signal })
}

export async function changePassword(
  body: { current: string; next: string },
  signal: AbortSignal,
): Promise<void> {
  await send('PUT', '/api/account/password', { body, signal })
}

export async function signOutEverywhere(): Promise<void> {
  await send('DELETE', '/api/account/sessions')
}

export async function eraseAccount(password: string, signal: AbortSignal): Promise<void> {
  await send('DELETE', '/api/account', { body: { password }, signal })
}

export async function accessTokens(signal: AbortSignal): Promise<readonly AccessToken[]> {
  return (await send<readonly AccessToken[]>('GET', '/api/account/tokens', { signal })).data
}

/** The answer holds the secret, this once. */
export async function mintToken(
  body: { name: string; scopes: readonly Scope[]; expiresOn: string },
  signal: AbortSignal,
): Promise<AccessToken & { readonly secret: string }> {
  return (
    await send<AccessToken & { secret: string }>('POST', '/api/account/tokens', { body, signal })
  ).data
}

export async function revokeToken(id: number): Promise<void> {
  await send('DELETE', `/api/account/tokens/${id}`)
}
