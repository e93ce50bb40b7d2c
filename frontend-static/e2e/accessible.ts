import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every page passes every rule of axe, the lesser ones included. */
export async function expectAccessible(page: Page): Promise<void> {
  // without frames there is nothing to gather from elsewhere, which takes a page of its own
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
}
