import { CRITERIA, type Criterion } from '@/shared/fit'
import type { MatchItem } from './api'

/** 0–100 each; only their proportions matter. */
export type Weights = Readonly<Record<Criterion, number>>

/** What the platform comes with, until the server says what holds. */
export const SHIPPED: Weights = { domain: 50, language: 20, country: 20, wishes: 10 }

export function sameWeights(one: Weights, other: Weights): boolean {
  return CRITERIA.every((criterion) => one[criterion] === other[criterion])
}

/** The shares of those criteria that a need asks for; they add up to 1, or are all 0. */
export function shares(weights: Weights, asked: readonly Criterion[]): Record<Criterion, number> {
  const sum = asked.reduce((total, criterion) => total + weights[criterion], 0)
  const share = (criterion: Criterion) =>
    asked.includes(criterion) && sum > 0 ? weights[criterion] / sum : 0
  return {
    domain: share('domain'),
    language: share('language'),
    country: share('country'),
    wishes: share('wishes'),
  }
}

/**
 * The same people under other weights, at once and by the server's own formula (points = 100 ·
 * share · value); the server's answer follows and also brings those who were not on this page, and
 * says who takes turns with whom.
 */
export function reweighted(items: readonly MatchItem[], weights: Weights): MatchItem[] {
  const first = Math.min(...items.map(({ rank }) => rank))
  return items
    .map((item) => {
      const share = shares(
        weights,
        item.contributions.map(({ criterion }) => criterion),
      )
      const contributions = item.contributions.map((part) => ({
        ...part,
        weight: share[part.criterion],
        points: 100 * share[part.criterion] * part.value,
      }))
      return {
        ...item,
        contributions,
        score: contributions.reduce((sum, { points }) => sum + points, 0),
      }
    })
    .sort((a, b) => b.score - a.score || a.rank - b.rank)
    .map((item, index) => ({ ...item, rank: first + index, usualRank: undefined }))
}

/** Weights that somebody chose as an address keeps them (`50-20-20-10`), so that a link and going back show the same. */
export function toAddress(weights: Weights | null): string | undefined {
  return weights === null ? undefined : CRITERIA.map((criterion) => weights[criterion]).join('-')
}

export function fromAddress(text: unknown): Weights | null {
  const numbers = typeof text === 'string' ? text.split('-').map(Number) : []
  const right =
    numbers.length === CRITERIA.length &&
    numbers.every((value) => Number.isInteger(value) && value >= 0 && value <= 100) &&
    numbers.some((value) => value > 0)
  if (!right) return null
  const [domain = 0, language = 0, country = 0, wishes = 0] = numbers
  return { domain, language, country, wishes }
}

export interface Lead {
  /** Points ahead of the next one. */
  readonly ahead: number
  /** Where the one is ahead most, and by how many points. */
  readonly gains: readonly { readonly criterion: Criterion; readonly points: number }[]
  /** Where the other one is ahead. */
  readonly losses: readonly { readonly criterion: Criterion; readonly points: number }[]
}

/** Why one person stands before another. */
export function lead(one: MatchItem, other: MatchItem): Lead {
  const differences = one.contributions.map(({ criterion, points }) => ({
    criterion,
    points:
      points - (other.contributions.find((part) => part.criterion === criterion)?.points ?? 0),
  }))
  const worthTelling = differences.filter(({ points }) => Math.abs(points) >= 0.5)
  return {
    ahead: one.score - other.score,
    gains: worthTelling
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, 2),
    losses: worthTelling
      .filter(({ points }) => points < 0)
      .map(({ criterion, points }) => ({ criterion, points: -points }))
      .sort((a, b) => b.points - a.points)
      .slice(0, 1),
  }
}
