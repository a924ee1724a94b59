// A full table: one person waits for it, with and without JavaScript, gets it kept when it is given back, and takes it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { PHONE, browser, codeFrom, demo } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const TABLE = '/s/sanhe/venues/table-tennis'
const text = page => page.locator('main').innerText()

async function signedIn(phone, javaScriptEnabled) {
  const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(town.base + '/sign-in')
  await page.locator('input[name="phone"]').fill(phone)
  await page.locator('main form button').first().click()
  await page.locator('input[autocomplete="one-time-code"]').fill(await codeFrom(town.base))
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/me$/)
  return { context, page }
}

// Takes the last table at that time; it is a tap on the time, and a tap on the button.
async function takeLast(page, time) {
  await page.goto(`${town.base}${TABLE}?at=${encodeURIComponent(`2026-06-24T${time}:00+08:00`)}&all=1`)
  await page.locator('button:visible', { hasText: '订下' }).click()
  await page.waitForURL(/\/reservations\/[0-9a-f-]{36}$/)
}

for (const [javaScriptEnabled, holds, waits] of [[true, '13800000921', '13800000922'], [false, '13800000923', '13800000924']]) {
  test(`what is given back is kept for whoever waits, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const holder = await signedIn(holds, javaScriptEnabled)
    const waiter = await signedIn(waits, javaScriptEnabled)
    await takeLast(holder.page, '20:00')

    const { page } = waiter
    await page.goto(town.base + TABLE + '?on=2026-06-24')
    await page.locator('a.pill', { hasText: '排队等 20:00' }).click()
    await page.locator('main form button', { hasText: '排上' }).click()
    await page.waitForURL(/\/waits\/[0-9a-f-]{36}$/)
    assert.match(await text(page), /排在第一位/)

    await holder.page.locator('form[action$="/cancellation"] button').click()
    await page.goto(town.base + '/s/sanhe')
    await page.locator('main .tip a', { hasText: '去回复' }).click()
    await page.locator('form[action$="/acceptance"] button').click()
    await page.waitForURL(/\/reservations\/[0-9a-f-]{36}$/)
    assert.match(await text(page), /20:00/)
    // Given back, so that the next test finds the table.
    await page.locator('form[action$="/cancellation"] button').click()
    await holder.context.close()
    await waiter.context.close()
  })
}
