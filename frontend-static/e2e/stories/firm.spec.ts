import { expect, test } from '@playwright/test'
import { forget, signInAs } from '../people'
import { textOfXlsx } from './zip'

const TITLE = `攻克硫化物固态电池界面阻抗 ${String(Date.now())}`

test('a firm posts a need, an officer publishes it, the firm ranks and exports', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInAs(page, 'firm')
  await page.goto('/workspace/demands/new')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('textbox', { name: '标题' }).fill(TITLE)
  await page
    .getByRole('textbox', { name: /描述/ })
    .fill(
      '我们生产车用动力电池，硫化物电解质与正极之间的界面阻抗在循环后迅速上升，希望找到熟悉固态电池界面与薄膜沉积的专家来厂指导两周，最好能用德语或英语交流。',
    )
  await page.getByRole('combobox', { name: /领域/ }).fill('固态电池')
  await page.getByRole('option').filter({ hasText: '固态电池' }).first().click()
  await page.getByRole('button', { name: '下一步' }).click()
  const language = page.getByRole('combobox', { name: '添加语言' })
  await language.click()
  await language.fill('德语')
  await page.getByRole('option', { name: '德语' }).click()
  await expect(page.locator('.aside')).toContainText(/\d+ (人|位)/)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.locator('[data-step=conditions]').getByRole('radio').first().check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '提交审核' }).click()
  await confirmIfAsked(page, '提交审核')
  await expect(page.getByText('等待主管部门审核').first()).toBeVisible()

  await forget(page)
  await signInAs(page, 'province')
  await page.goto('/workspace/demand-reviews')
  const waiting = page.getByRole('listitem').filter({ hasText: TITLE })
  await waiting.getByRole('button', { name: '审核通过并发布' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '审核通过并发布' }).click()
  await expect(waiting).toContainText('已发布')

  await forget(page)
  await signInAs(page, 'firm')
  await page.goto('/workspace/demands')
  await page.getByRole('link', { name: TITLE }).first().click()
  await page.getByRole('link', { name: '查看匹配的专家' }).click()
  const people = page.locator('main li:has(.fit)')
  await expect(people.first()).toBeVisible()
  await people.first().getByRole('button', { name: '查看依据' }).click()
  await expect(people.first().getByRole('region')).toContainText('固态电池')

  const scores = async () => await page.locator('main .fit').allInnerTexts()
  const before = await scores()
  const domain = page.getByRole('slider').first()
  await domain.fill('5')
  await expect.poll(scores).not.toEqual(before)

  const chosen: string[] = []
  for (const index of [0, 1]) {
    const add = people.nth(index).getByRole('button', { name: /列入候选/ })
    const label = (await add.getAttribute('aria-label')) ?? ''
    chosen.push(label.replace(/^将 (.*) 列入候选$/, '$1'))
    await add.click()
    await expect(people.nth(index).getByRole('button', { pressed: true })).toBeVisible()
  }
  await page.getByRole('link', { name: /候选名单/ }).click()
  await expect(page.locator('main ul.list > li')).toHaveCount(2)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  const text = textOfXlsx(await file.path())
  for (const name of chosen) expect(text).toContain(name)
})

async function confirmIfAsked(page: import('@playwright/test').Page, action: string) {
  const dialog = page.getByRole('dialog')
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: action }).click()
}
