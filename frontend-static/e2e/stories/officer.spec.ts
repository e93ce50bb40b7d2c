import { expect, test } from '@playwright/test'
import { signInAs } from '../people'

test('an officer searches in Chinese, pinyin and English', async ({ page }) => {
  await signInAs(page, 'province')
  await page.goto('/experts')
  const box = page.getByRole('searchbox')
  const results = page.locator('.results .list > li')
  const found = page.locator('.results h2')

  await box.fill('固态电池')
  await box.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect(results.first()).toBeVisible()
  await expect(page.locator('.results mark').first()).toBeVisible()

  await box.fill('linruoxi')
  await box.press('Enter')
  await expect(results.first()).toContainText('林若溪')

  await box.fill('林若溪')
  await box.press('Enter')
  await expect(results.first()).toContainText('林若溪')

  await box.fill('solid-state battery')
  await box.press('Enter')
  await expect(page).toHaveURL(/solid-state/)
  await expect(page.locator('.results')).toHaveAttribute('aria-busy', 'false')
  const all = await found.innerText()
  await page.getByLabel('只看已核验的专家').check()
  await expect(page).toHaveURL(/verified/)
  await expect(results.first()).toContainText('已核验')
  await page.getByRole('button', { name: '移除条件：已核验' }).click()
  await expect(found).toHaveText(all)

  await page.getByRole('button', { name: '高级检索' }).click()
  await box.fill('language:de AND (domain:固态电池')
  await box.press('Enter')
  await expect(page.getByRole('alert')).toContainText('检索式有误')
  await expect(box).toHaveValue('language:de AND (domain:固态电池')
  await box.fill('language:de AND NOT verified:false')
  await box.press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(results.first()).toBeVisible()
})
