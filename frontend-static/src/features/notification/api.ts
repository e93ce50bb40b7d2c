import { send, type Schema } from '@/shared/api'
import type { Locale } from '@/shared/i18n'

export type Notice = Schema<'NoticeView'>
export type NoticePage = Schema<'NoticePage'>
export type NoticeSettings = Schema<'NoticeSettings'>
export type Choice = Schema<'NoticeChoiceView'>
export const PAGE = 20
export const TOPICS = ['needs', 'invitations', 'panels', 'cooperation', 'account'] as const
export type Topic = (typeof TOPICS)[number]
export const MAILS = ['at-once', 'digest', 'never'] as const

export async function readNotices(
  page: number,
  unread: boolean,
  signal: AbortSignal,
): Promise<NoticePage> {
  const query = { page, size: PAGE, unread }
  return (await send<NoticePage>('GET', '/api/notifications', { query, signal })).data
}

export async function markRead(id: number): Promise<void> {
  await send('POST', `/api/notifications/${id}/read`)
}

/** All up to the newest that is shown: what comes meanwhile stays unread. */
export async function markAllRead(newest: number): Promise<void> {
  await send('POST', '/api/notifications/read', { body: { newest } })
}

/** How the reader wants to be told, and in which language mails come. */
export interface OwnSettings {
  readonly settings: NoticeSettings
  readonly language: Locale
}

export async function readSettings(signal: AbortSignal): Promise<OwnSettings> {
  const [settings, account] = await Promise.all([
    send<NoticeSettings>('GET', '/api/notifications/settings', { signal }),
    send<{ language: Locale }>('GET', '/api/account', { signal }),
  ])
  return { settings: settings.data, language: account.data.language }
}

export async function saveSettings(
  version: number,
  body: {
    timeZone: string | null
    quietFrom: string | null
    quietTo: string | null
    choices: readonly Choice[]
  },
  signal: AbortSignal,
): Promise<NoticeSettings> {
  return (
    await send<NoticeSettings>('PUT', '/api/notifications/settings', {
      body,
      etag: `"${version}"`,
      signal,
    })
  ).data
}

export async function saveLanguage(language: Locale, signal: AbortSignal): Promise<void> {
  await send('PATCH', '/api/account', { body: { language }, signal })
}
