import { expect, test } from '@playwright/test'
import { expectAccessible } from '../accessible'
import { officer, panel } from '../officers'

test('an organiser chooses a panel directly and the supervisor decides', async ({
  browser,
}, info) => {
  test.setTimeout(120_000)
  const organiser = await officer(browser, 'hefei')
  const id = await panel(organiser, `特殊工艺评审 ${Date.now()}`)
  await organiser.goto(`/workspace/panels/${id}`)
  await organiser.getByRole('button', { name: '求最优组合' }).click()
  await organiser.getByRole('link', { name: '直接选定此组合' }).first().click()
  await expect(organiser.getByText('没有更好的组合')).toBeVisible()
  await expectAccessible(organiser)

  // One member is replaced by hand, and the order of those who follow is changed.
  await organiser
    .getByRole('button', { name: /^更换./ })
    .first()
    .click()
  await organiser.locator('.choices button').first().click()
  await expect(organiser.getByText(/比已证明的最优组合少|没有更好的组合/)).toBeVisible()
  await organiser.getByRole('button', { name: /^下移/ }).first().click()
  await organiser.getByRole('button', { name: '提交监督人批准' }).click()
  // What is missing is named, and leads to its field.
  await expect(organiser.getByRole('button', { name: '不采用抽取的理由' })).toBeVisible()
  await organiser
    .getByRole('textbox', { name: /不采用抽取的理由/ })
    .fill('工艺特殊，须由掌握干法电极的专家评审')
  await organiser.getByRole('button', { name: '提交监督人批准' }).click()
  await expect(organiser.getByRole('heading', { level: 1 })).toHaveText('第 1 次：直接选定')
  await expectAccessible(organiser)
  const address = organiser.url()

  // While it waits the panel can neither be drawn nor changed.
  await organiser.goto(`/workspace/panels/${id}`)
  await expect(organiser.getByRole('link', { name: '第 1 次：直接选定' })).toBeVisible()
  await expect(organiser.getByRole('button', { name: '开始抽取' })).toHaveCount(0)
  await expect(organiser.getByRole('link', { name: '修改', exact: true })).toHaveCount(0)

  const supervisor = await officer(browser, 'auditor')
  await supervisor.goto(address)
  await expect(supervisor.getByText('干法电极')).toBeVisible()
  await supervisor.getByRole('textbox', { name: '裁定意见' }).fill('理由成立')
  await supervisor.screenshot({ path: info.outputPath('to-decide.png'), fullPage: true })
  await expectAccessible(supervisor)
  await supervisor.getByRole('button', { name: '批准，成员就位' }).click()
  await expect(supervisor.getByText('理由成立')).toBeVisible()
  await expect(supervisor.getByText('已直接选定').first()).toBeVisible()

  // Its members are invited as those of a draw are.
  await organiser.goto(`/workspace/panels/${id}`)
  await organiser.getByRole('button', { name: '发送邀请' }).click()
  await expect(organiser.getByText('等待答复')).toHaveCount(5)
})
