import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { answer, complaints, officer } from './answers'

const LOOKS = [1280, 390].flatMap((width) =>
  (['zh-CN', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((scheme) => ({ width, language, scheme })),
  ),
)

for (const { width, language, scheme } of LOOKS) {
  test(`the front page is sound at ${width} in ${language}, ${scheme}`, async ({ page }, info) => {
    const found = complaints(page)
    await answer(page)
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    await page.goto(`/?lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.locator('.demand')).toHaveCount(3)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await expectAccessible(page)
    const path = info.outputPath(`home-${width}-${language}-${scheme}.png`)
    await page.screenshot({ path, fullPage: true })
    expect(found).toEqual([])
  })
}

test('switches language and appearance in place and remembers both', async ({ page }) => {
  await answer(page)
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('button', { name: '切换为英文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Find people/)
  await expect(page).toHaveTitle('智桥 Zhiqiao')
  await page.getByRole('button', { name: /^Appearance/ }).click()
  await page.getByRole('button', { name: /^Appearance: light/ }).click()
  await expect(page.locator('html')).toHaveClass(/dark/)
  await page.reload()
  await expect(page.locator('html')).toHaveClass(/dark/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('takes the first key press to the skip link', async ({ page }) => {
  await answer(page)
  await page.goto('/')
  await expect(page.locator('.demand')).toHaveCount(3)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('searches the directory from the one box', async ({ page }) => {
  await answer(page)
  await page.goto('/')
  await page.getByRole('searchbox').fill('固态电池 AND')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/\/experts\?q=/)
  expect(new URL(page.url()).searchParams.get('q')).toBe('固态电池 AND')
})

test('opens the account menu and closes it by Esc', async ({ page }) => {
  await answer(page, officer)
  await page.goto('/')
  const menu = page.getByRole('button', { name: '方示例' })
  await menu.click()
  await expect(page.getByRole('button', { name: '退出登录' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await expect(menu).toHaveAttribute('aria-expanded', 'false')
})

test('opens the menu of a phone', async ({ page }, info) => {
  await answer(page, officer)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('button', { name: '菜单' }).click()
  await expect(page.getByRole('dialog', { name: '菜单' })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('menu-390.png') })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '菜单' })).toBeHidden()
})

test('says what is wrong when the server cannot be reached, and tries again', async ({ page }) => {
  await answer(page)
  await page.route('**/api/overview', (route) => route.abort(), { times: 1 })
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText('无法连接服务器')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.locator('.demand')).toHaveCount(3)
})

test('has a page for what is not there', async ({ page }) => {
  await answer(page)
  await page.goto('/nowhere/at/all')
  await expect(page).toHaveTitle('没有这个页面 · 智桥')
  await expectAccessible(page)
})
