// What is free around somebody: from the directory to a bookable hour, with and without JavaScript; where the phone says
// that somebody is, only when they tap for it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PHONE, browser, demo } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

for (const javaScriptEnabled of [true, false]) {
  test(`near: a free hour is found from the directory, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(town.base + '/directory')
    await page.locator('main a[href="/near"]').click()
    // The demo has one station: there is nothing to choose.
    await page.waitForURL(/\/near$/)
    assert.match(await page.locator('main').innerText(), /从平安区 三合镇找/)

    // Something else, tomorrow.
    await page.locator('select[name="activity"]').selectOption('chess')
    await page.locator('label', { has: page.locator('input[name="on"]') }).nth(1).click()
    await page.locator('main form button').click()
    await page.waitForURL(/activity=chess/)
    const main = await page.locator('main').innerText()
    assert.match(main, /下棋/)
    assert.match(main, /不到 1 公里/)
    await page.locator('main a.row').first().click()
    await page.waitForURL(/\/s\/sanhe\/venues\//)
    await context.close()
  })
}

test('near: a place is found by a part of its name', async () => {
  const context = await chrome.newContext({ ...PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(town.base + '/near?q=平安&activity=table-tennis')
  assert.ok(await page.locator('[data-here]').isHidden(), 'without a script the phone cannot be asked')
  await page.locator('input[name="q"]').fill('三合')
  await page.locator('main form button').click()
  await page.locator('main a.row', { hasText: '三合镇' }).first().click()
  await page.waitForURL(/division=630203102/)
  assert.match(await page.locator('main').innerText(), /乒乓球/)
  await context.close()
})

test('near: the phone is asked when somebody taps, and the address holds a hundredth of a degree', async () => {
  const geolocation = { latitude: 36.397_654, longitude: 102.041_234 }
  const context = await chrome.newContext({ ...PHONE, geolocation, permissions: ['geolocation'] })
  const page = await context.newPage()
  await page.goto(town.base + '/near?q=平安&activity=table-tennis')
  await page.locator('[data-here] button').click()
  await page.waitForURL(/lat=/)
  assert.equal(new URL(page.url()).search, '?within_km=20&activity=table-tennis&part=evening&lat=36.40&lon=102.04')
  assert.match(await page.locator('main').innerText(), /从您现在的位置找/)
  await context.close()
})

test('near: whoever says no is told to write a name', async () => {
  const context = await chrome.newContext({ ...PHONE, permissions: [] })
  const page = await context.newPage()
  await page.goto(town.base + '/near?q=平安')
  await page.locator('[data-here] button').click()
  await page.getByText('手机没有给出位置').waitFor()
  await context.close()
})
