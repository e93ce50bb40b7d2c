import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { letters, officer, panel } from '../officers'

test('candidates are asked for their ties before anybody is chosen', async ({ browser }, info) => {
  test.setTimeout(120_000)
  const organiser = await officer(browser, 'hefei')
  const id = await panel(organiser, `利益关系申报 ${Date.now()}`, [{ code: 'declared', on: true }])
  await organiser.goto(`/workspace/panels/${id}`)
  const section = organiser.locator('section').filter({
    has: organiser.getByRole('heading', { name: '利益关系申报', exact: true }),
  })
  await expect(section).toContainText('本评审组只从已作申报的人员中选')
  await section.getByRole('button', { name: '征集申报' }).click()
  await section.getByRole('textbox', { name: /最多人数/ }).fill('7')
  await expect(section.getByText('将征集 7 人')).toBeVisible()
  await section.getByRole('textbox', { name: /附言/ }).fill('请尽快答复')
  await expectAccessible(organiser)
  await section.getByRole('button', { name: '发送' }).click()
  await expect(section).toContainText('已征集 7 人')
  await expect(section).toContainText('尚未答复 7 人')

  // The mail tells nobody what is reviewed; its page does. Chance may ask the expert who has an account.
  const candidate = await officer(browser, 'expert')
  const asked = await letters(candidate, /\/declarations\/[\w-]+$/)
  const [tied, unwilling, ...free] = asked.slice(0, 7)
  if (!tied || !unwilling) throw new Error('Nobody was asked')
  await candidate.goto(tied)
  await expect(candidate.getByText('硫化物固态电池电解质')).toBeVisible()
  await expect(candidate.getByText('请尽快答复')).toBeVisible()
  await candidate.getByRole('button', { name: '提交申报' }).click()
  await expect(candidate.getByText('请选择一项').first()).toBeVisible()
  await candidate.getByRole('radio', { name: '我与其中一些有利益关系' }).check()
  await candidate.getByRole('combobox', { name: /某公司/ }).selectOption('经济往来或持股')
  await candidate.getByRole('textbox', { name: /某公司/ }).fill('持有少量股份')
  await expectAccessible(candidate)
  await candidate.getByRole('button', { name: '提交申报' }).click()
  await expect(candidate.getByText('已申报利益关系')).toBeVisible()
  await expect(candidate.getByRole('button', { name: '更正申报' })).toBeVisible()
  await candidate.screenshot({ path: info.outputPath('declared.png'), fullPage: true })
  await candidate.goto(unwilling)
  await candidate.getByRole('radio', { name: '我不愿参加本次评审' }).check()
  await candidate.getByRole('button', { name: '提交申报' }).click()
  await expect(candidate.getByText('不愿参加', { exact: true })).toBeVisible()
  for (const letter of free) {
    await candidate.goto(letter)
    await candidate.getByRole('radio', { name: '我与以上项目和单位都没有利益关系' }).check()
    await candidate.getByRole('button', { name: '提交申报' }).click()
    await expect(candidate.getByText('已申报无利益关系')).toBeVisible()
  }

  // Only the five who have none can be chosen, and the tie is told where people are excluded.
  await organiser.reload()
  await expect(section).toContainText('无利益关系 5 人，有利益关系 1 人，不愿参加 1 人')
  await organiser.goto(`/workspace/panels/${id}/pool?obstacle=conflict`)
  await expect(organiser.getByText('持有少量股份')).toBeVisible()
  await expectAccessible(organiser)
})
