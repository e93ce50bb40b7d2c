// node shoot.tmp.mjs BASE OUT who:path:lang:width[:full] ...
import { chromium } from '@playwright/test'
const [base, out, ...shots] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
let n = 0
for (const s of shots) {
  const [who, path, lang, width] = s.split('|')
  const c = await b.newContext({ locale: lang === 'en' ? 'en-GB' : 'zh-CN', viewport: { width: Number(width), height: 900 }, deviceScaleFactor: 1 })
  const p = await c.newPage()
  await p.goto(base + '/')
  if (who) {
    await p.goto(base + '/sign-in')
    const accounts = await (await p.request.get(base + '/api/demo/accounts')).json()
    const account = accounts.find(({ email }) => email.startsWith(who + '@'))
    await p.getByRole('button', { name: new RegExp(account.displayName) }).click()
    await p.waitForURL((u) => u.pathname !== '/sign-in')
  }
  await p.goto(base + path)
  await p.waitForLoadState('networkidle')
  await p.waitForTimeout(600)
  const f = `${out}/${String(++n).padStart(2, '0')}-${path.replace(/[^\w]+/g, '_').slice(0, 40)}-${lang}-${width}.png`
  await p.screenshot({ path: f, fullPage: true })
  const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  console.log(f, over > 0 ? 'OVERFLOW ' + over : '')
  await c.close()
}
await b.close()
