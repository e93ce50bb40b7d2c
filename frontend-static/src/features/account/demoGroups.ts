import type { Role } from '@/shared/session'
import type { DemoAccount } from './api'

export const STORIES = ['experts', 'firms', 'administration', 'operation'] as const
export type Story = (typeof STORIES)[number]

const STORY_OF: Record<Role, Story> = {
  EXPERT: 'experts',
  FIRM: 'firms',
  CITY_OFFICER: 'administration',
  PROVINCIAL_OFFICER: 'administration',
  INFORMATION_OFFICER: 'operation',
  AUDITOR: 'operation',
  ADMINISTRATOR: 'operation',
}

export interface DemoGroup {
  readonly story: Story
  readonly accounts: readonly DemoAccount[]
}

/** The demonstration's accounts by the story they are part of; stories without any are left out. */
export function grouped(accounts: readonly DemoAccount[]): readonly DemoGroup[] {
  return STORIES.map((story) => ({
    story,
    accounts: accounts.filter(({ roles }) => roles[0] && STORY_OF[roles[0]] === story),
  })).filter((group) => group.accounts.length > 0)
}

/** The server's sentence says who somebody is and, after a colon, what they do here. */
export function asTold(account: DemoAccount): { who: string; task: string } {
  const found = /^([^:：]+)[:：]\s*(.+)$/.exec(account.story)
  return { who: found?.[1] ?? '', task: found?.[2] ?? account.story }
}
