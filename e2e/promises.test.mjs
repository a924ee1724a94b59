// A time that was told is kept or moved in the open: a resident at home, the official on her phone in the village, a clerk at
// the desk, all at once. The official is longer away than she said; whoever waits hears of it, by page, message or voice.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, demo, signInStaff } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo('2026-06-24T11:20')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const open = async (options, who) => {
  const page = await (await chrome.newContext(options)).newPage()
  if (who) await signInStaff(page, town, who)
  return page
}

test('promises: a delay is told to whoever waits, and seen at home as it is said', async () => {
  const home = await open(PHONE)
  await home.goto(town.base + '/s/sanhe/matters/old-age-allowance')
  await home.locator('main button', { hasText: '要等祁海燕' }).click()
  await home.waitForURL(/\/tickets\//)
  assert.match(await home.locator('main').innerText(), /祁海燕 15:00 回来/)

  // Two taps say the delay; a third one settles everybody.
  const official = await open(PHONE, 'qihaiyan')
  await official.goto(town.base + '/s/sanhe/desk/presence')
  await official.locator('main a[href*="is=field"]').click()
  await official.locator('input[name="at"]').fill('16:00')
  await official.locator('button[name="back"][value="typed"]').click()
  await official.locator('main', { hasText: '祁海燕走之前' }).waitFor()
  assert.match(await official.locator('main').innerText(), /说好 15:00 回来/)
  await official.locator('main button', { hasText: '公布，并告诉他们' }).click()
  await official.locator('main', { hasText: '已经安排好了' }).waitFor()

  await home.locator('main', { hasText: '改到 16:00' }).waitFor()
})

test('promises: whom no message reaches a clerk tells, with the keyboard alone', async () => {
  const clerk = await open(DESK, 'maxuelan')
  await clerk.goto(town.base + '/s/sanhe/desk/told')
  const row = clerk.locator('.tell li', { hasText: '冶奶奶' })
  assert.match(await row.innerText(), /14:30/)
  await row.locator('button[value="told"]').focus()
  await Promise.all([clerk.waitForNavigation(), clerk.keyboard.press('Enter')])
  assert.equal(await clerk.locator('.tell li', { hasText: '冶奶奶' }).count(), 0)
})

test('promises: without JavaScript somebody chooses not to wait', async () => {
  const page = await open({ ...PHONE, javaScriptEnabled: false })
  await page.goto(town.base + '/s/sanhe/matters/old-age-allowance')
  await page.locator('main button', { hasText: '要等祁海燕' }).click()
  await page.locator('main button', { hasText: '不等了，找马学兰办' }).click()
  const text = await page.locator('main').innerText()
  assert.match(text, /马学兰/)
  assert.match(text, /不用了/)
})
