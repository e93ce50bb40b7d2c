import { expect, test, type Page } from '@playwright/test'
import { forget, signInAs } from '../people'

const TITLE = `车载显示盖板玻璃强化工艺 ${String(Date.now())}`
const PERSON = '林若溪'

test('a firm invites an expert, both agree and record how it goes, and officers see the figures', async ({
  page,
}, info) => {
  test.setTimeout(240_000)

  async function look(name: string): Promise<void> {
    for (const width of [1440, 390]) {
      await page.evaluate(() => scrollTo(0, 0))
      await page.setViewportSize({ width, height: 900 })
      await page.screenshot({ path: info.outputPath(`${name}-${width}.png`), fullPage: true })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  }

  // A published need of the firm's.
  await signInAs(page, 'firm')
  const need = await send<{ id: number; version: number }>(page, '/api/demands', {
    kind: 'technical-problem',
    title: TITLE,
    description:
      '我们研制车载显示屏，盖板玻璃在化学强化后弯曲强度不稳定，希望找到熟悉特种玻璃的专家指导工艺。',
    language: 'zh',
    industries: ['new-materials'],
    domains: [{ code: 'display-glass', must: true, weight: 3 }],
    countries: [],
    languages: [],
    competences: [],
    confidentiality: 'public',
  })
  await send(page, `/api/demands/${need.id}/submit`)
  await forget(page)
  await signInAs(page, 'hefei')
  const before = await done(page)
  await send(page, `/api/demands/${need.id}/publish`)

  // The firm invites from the ranking.
  await forget(page)
  await signInAs(page, 'firm')
  await page.goto(`/demands/${need.id}/matches`)
  const person = page.locator('main li:has(.fit)').filter({ hasText: PERSON })
  await person.getByRole('button', { name: `邀请 ${PERSON} 对接` }).click()
  const invitation = person.getByRole('form', { name: `邀请 ${PERSON} 对接` })
  await expect(invitation.getByRole('textbox', { name: '姓名' })).toHaveValue('方志远')
  await invitation
    .getByRole('textbox', { name: /^留言/ })
    .fill('想请您到合肥指导两周，时间由您定。')
  await invitation.getByRole('textbox', { name: /电话/ }).fill('0551-6000 0000')
  await look('invite-zh')
  await invitation.getByRole('button', { name: '发送邀请' }).click()
  await expect(person).toContainText('等待答复')

  // The expert reads English, asks, and accepts with a contact.
  await forget(page)
  await signInAs(page, 'expert')
  await page.goto('/workspace/engagements?lang=en')
  await page.getByRole('link', { name: TITLE }).click()
  await expect(page.getByText('You are invited.')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('0551-6000 0000')
  await page.getByRole('textbox', { name: 'Ask or answer' }).fill('Would October suit you?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'October' })).toBeVisible()
  await page.getByRole('button', { name: 'Accept the invitation' }).click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('Prof. Lin Ruoxi')
  await page.getByRole('textbox', { name: /^E-mail/ }).fill('lin@uni.example')
  await look('accept-en')
  await page
    .getByRole('form', { name: 'Accept the invitation' })
    .getByRole('button', { name: 'Accept the invitation' })
    .click()
  await expect(page.locator('main')).toContainText('0551-6000 0000')
  await look('contact-en')
  await page.evaluate(() => localStorage.clear())

  // The firm sees the contact too, and records how it went on.
  await forget(page)
  await signInAs(page, 'firm')
  await page.goto(`/demands/${need.id}?lang=zh-CN`)
  await page.getByRole('link', { name: PERSON }).click()
  await expect(page.locator('main')).toContainText('lin@uni.example')
  for (const stage of ['达成合作意向', '已签约', '已完成']) {
    await page.getByRole('button', { name: '登记进展' }).click()
    const form = page.getByRole('form', { name: '登记进展' })
    await form.getByRole('radio', { name: stage }).check()
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.locator('.head')).toContainText(stage)
  }
  await mark(page, { 沟通顺畅: 5, 守约可靠: 5, 成果满意: 4 })
  await page.getByRole('textbox', { name: /想说的话/ }).fill('非常专业')
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByText('对方尚未评价')).toBeVisible()
  await look('done-zh')

  // The expert does not see the marks before giving their own.
  await forget(page)
  await signInAs(page, 'expert')
  await page.goto('/workspace/engagements?lang=en')
  await page.getByRole('link', { name: TITLE }).click()
  await expect(page.locator('main')).not.toContainText('非常专业')
  await mark(page, { Communication: 5, Reliability: 4, Result: 5 })
  await page.getByRole('button', { name: 'Give feedback' }).click()
  await expect(page.locator('main')).toContainText('非常专业')
  await look('feedback-en')

  // The firm closes the need as solved.
  await forget(page)
  await signInAs(page, 'firm')
  await page.goto(`/demands/${need.id}?lang=zh-CN`)
  await page.getByRole('button', { name: '结束需求' }).click()
  await page.getByRole('radio').first().check()
  await page.locator('form.close').getByRole('button', { name: '结束需求' }).click()
  await expect(page.getByText('已结束').first()).toBeVisible()
  await look('closed-zh')

  // The officers of the city see one more that is done, but not what was said.
  await forget(page)
  await signInAs(page, 'hefei')
  expect(await done(page)).toBe(before + 1)
  await page.goto('/workspace/engagement-figures?lang=zh-CN')
  await expect(page.getByRole('row').filter({ hasText: '合肥' })).toBeVisible()
  await look('figures-zh')
  await page.goto(`/demands/${need.id}`)
  await page.getByRole('link', { name: PERSON }).click()
  await expect(page.getByText('工作人员只能看到状态和日期').first()).toBeVisible()
  await expect(page.locator('main')).not.toContainText('lin@uni.example')
  await expect(page.locator('main')).not.toContainText('October')
})

async function mark(page: Page, marks: Record<string, number>): Promise<void> {
  for (const [criterion, value] of Object.entries(marks)) {
    await page.getByRole('radio', { name: `${criterion} ${value}` }).check()
  }
}

/** How many engagements of the officer's city are done. */
async function done(page: Page): Promise<number> {
  const answer = await page.request.get('/api/engagements/figures')
  return ((await answer.json()) as { sum: { done: number } }).sum.done
}

async function send<T>(page: Page, address: string, data: object = {}): Promise<T> {
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')
  const answer = await page.request.post(address, {
    headers: { 'X-XSRF-TOKEN': token?.value ?? '' },
    data,
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as T
}
