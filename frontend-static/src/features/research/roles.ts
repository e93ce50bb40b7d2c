/** Who writes studies, who groups needs into guides, and who reviews both. */
export const WRITING = ['INFORMATION_OFFICER', 'CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const
export const GROUPING = ['CITY_OFFICER', 'PROVINCIAL_OFFICER'] as const
export const REVIEWING = ['PROVINCIAL_OFFICER', 'ADMINISTRATOR'] as const
