import { CRITERIA } from '@/shared/fit'
import type { Percentages } from './api'

/** 50 / 20 / 20 / 10 */
export const inShort = (weights: Percentages): string =>
  CRITERIA.map((criterion) => weights[criterion]).join(' / ')
