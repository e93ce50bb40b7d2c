/** Who enters cooperation, and who reviews it. */
export const ENTERING = ['INFORMATION_OFFICER', 'CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const
export const REVIEWING = ['PROVINCIAL_OFFICER', 'ADMINISTRATOR'] as const
/** Who sees how bases are followed up; which of them, the server knows. */
export const LOOKING = [...ENTERING, 'AUDITOR', 'ADMINISTRATOR'] as const
