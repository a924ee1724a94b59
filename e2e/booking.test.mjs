// A resident who never saw the station books tonight's table, with and without JavaScript, and gives it back.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { PHONE, RESERVATION, bookTonightsTable, browser, demo, leads, taps, typeCode } from './demo.mjs'

const CANCELLED = '这一次退掉了'

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
  test(`two taps and a phone number book tonight's table, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await bookTonightsTable(page, town, javaScriptEnabled ? '13800000901' : '13800000902')
    await typeCode(page, town)
    assert.match(await page.locator('main').innerText(), /号台/)

    // Returning, it is two taps, and nothing is typed.
    await page.goto(town.base + '/')
    const tapped = taps()
    await tapped.on(page.locator('a[href*="/venues/table-tennis"]').first())
    await page.waitForURL(/\/venues\/table-tennis/)
    assert.equal(await page.locator('main input:not([type="radio"], [type="hidden"])').count(), 0, 'fields')
    await tapped.on(page.locator('button:visible', { hasText: '订下' }))
    await page.waitForURL(RESERVATION)
    assert.equal(tapped.count, 2)

    await page.locator('form[action$="/cancellation"] button').click()
    await page.locator('main [role="status"]', { hasText: CANCELLED }).waitFor()
    await page.goto(town.base + '/me')
    assert.match(await page.locator('main').innerText(), /乒乓球/)
    await context.close()
  })
}

test('a table is booked with the keyboard alone', async () => {
  const context = await chrome.newContext({ ...PHONE, hasTouch: false, isMobile: false })
  const page = await context.newPage()
  await page.goto(town.base + '/s/sanhe/venues/table-tennis')
  const here = () => page.evaluate(() => {
    const e = document.activeElement, box = e.getBoundingClientRect()
    const seen = getComputedStyle(e.closest('label') ?? e).outlineStyle !== 'none'
    return { name: e.name ?? '', label: e.innerText ?? '', seen, inside: box.bottom > 0 && box.top < innerHeight }
  })
  const passed = []
  for (let at = { label: '' }; !/订下/.test(at.label); passed.push(at)) {
    assert.ok(passed.length < 40, `订下 is not reached: ${JSON.stringify(passed)}`)
    await page.keyboard.press('Tab')
    at = await here()
    assert.ok(at.seen && at.inside, `nobody sees where they are: ${JSON.stringify(at)}`)
    if (at.name === 'phone') await page.keyboard.type('13800000904')
  }
  // The days, the times, the lengths and the phone were passed in the order in which one reads them.
  const names = passed.map(at => at.name).filter(Boolean)
  assert.deepEqual(names, ['from', 'minutes', 'phone'])
  await page.keyboard.press('Enter')
  await page.locator('input[autocomplete="one-time-code"]').waitFor()
  await context.close()
})

test('large letters are one tap away and stay', async () => {
  const context = await chrome.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(town.base + '/')
  await page.locator('a', { hasText: '大字' }).first().click()
  await page.locator('html[data-care]').waitFor()
  await leads(page, () => page.locator('a[href*="/venues/table-tennis"]').first().click(), /table-tennis$/)
  assert.ok(await page.locator('html[data-care]').count(), 'and so is the next page')
  await context.close()
})

test('a double tap books once', async () => {
  const context = await chrome.newContext({ ...PHONE, javaScriptEnabled: false })
  const page = await context.newPage()
  await bookTonightsTable(page, town, '13800000903')
  await typeCode(page, town)
  await page.goto(town.base + '/s/sanhe/venues/table-tennis')
  // The same form, sent twice: the second is a retry of the first.
  const form = await page.locator('form[action$="/reservations"]').evaluate(f => Object.fromEntries(new FormData(f)))
  const send = () => context.request.post(town.base + '/s/sanhe/reservations', { form, maxRedirects: 0, headers: { origin: town.base } })
  const [first, second] = [await send(), await send()]
  assert.equal(first.status(), 303)
  assert.equal(second.headers().location, first.headers().location)
  await context.close()
})

describe('another site', () => {
  test('cannot book for somebody', async () => {
    const context = await chrome.newContext(PHONE)
    const answer = await context.request.post(town.base + '/s/sanhe/reservations', {
      form: { offering: 'table-tennis' },
      headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    })
    assert.equal(answer.status(), 403)
    await context.close()
  })
})

