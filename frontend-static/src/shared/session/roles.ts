import { useTexts } from '@/shared/i18n'
import type { Role } from '.'
import texts from './texts'

/** All roles, in the order in which they are shown. */
export const ROLES: readonly Role[] = [
  'EXPERT',
  'FIRM',
  'CITY_OFFICER',
  'PROVINCIAL_OFFICER',
  'INFORMATION_OFFICER',
  'AUDITOR',
  'ADMINISTRATOR',
]

export function useRoleNames(): (role: Role) => string {
  const t = useTexts(texts)
  return (role) => t(role)
}
