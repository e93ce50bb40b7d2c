import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import { commitmentOf } from './verifyDraw'

/**
 * An officer's secret for a draw. It is made and kept in the officer's own browser, so that not even
 * the server knows it before it is revealed; a copy can be put into a file.
 */
export interface Secret {
  readonly secret: string
  readonly commitment: string
}

const key = (panel: number, draw: number, account: number) =>
  `zhiqiao.draw.${panel}.${draw}.${account}`

export function makeSecret(panel: number, draw: number, account: number): Secret {
  const known = keptSecret(panel, draw, account)
  if (known) return known
  const secret = bytesToHex(randomBytes(32))
  localStorage.setItem(key(panel, draw, account), secret)
  return { secret, commitment: commitmentOf(secret) }
}

/** The secret that this browser keeps, if it does. */
export function keptSecret(panel: number, draw: number, account: number): Secret | null {
  const secret = localStorage.getItem(key(panel, draw, account))
  return secret && /^[0-9a-f]{64}$/.test(secret)
    ? { secret, commitment: commitmentOf(secret) }
    : null
}

export function forgetSecret(panel: number, draw: number, account: number): void {
  localStorage.removeItem(key(panel, draw, account))
}
