import type { Role } from '@/shared/session'

/** Who is in charge of other people's profiles. */
export const OFFICERS: readonly Role[] = ['CITY_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR']
