// What the manager and the clerk do on an ordinary evening.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, demo, signInStaff } from './demo.mjs'

let town, chrome, page
before(async () => {
  town = await demo()
  chrome = await browser()
  page = await (await chrome.newContext(DESK)).newPage()
  await signInStaff(page, town)
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

test('the clerk lets somebody in who has no phone', async () => {
  await page.goto(town.base + '/s/sanhe/desk/walk-ins')
  await page.locator('main form button[type="submit"]:enabled').first().click()
  await page.goto(town.base + '/s/sanhe/desk/today')
  assert.match(await page.locator('main').innerText(), /在用|使用中|正在/)
})

test('a manager closes the hall for a morning and sees who is hit', async () => {
  // Somebody has the hall on Friday morning: a name at the desk is enough.
  await page.goto(town.base + '/s/sanhe/desk/reservations/new')
  await page.locator('[name="offering"]').first().waitFor()
  const answer = await page.request.post(town.base + '/api/v1/stations/sanhe/desk/reservations', {
    data: { offering: 'whole-hall', from: '2026-06-26T09:00:00+08:00', minutes: 120, group: 20, name: '排练的人' },
    headers: { origin: town.base },
  })
  assert.equal(answer.status(), 201, await answer.text())
  await page.goto(town.base + '/s/sanhe/desk/openings')
  const form = page.locator('form', { has: page.locator('[name="reason_zh"]') }).first()
  const venue = form.locator('[name="venue"]').first()
  if ((await venue.evaluate(e => e.tagName)) === 'SELECT') await venue.selectOption({ label: /大厅|礼堂|多功能厅/ }).catch(() => venue.selectOption({ index: 1 }))
  await form.locator('[name="from_on"]').fill('2026-06-26')
  await form.locator('[name="from_at"]').fill('08:00')
  await form.locator('[name="until_on"]').fill('2026-06-26')
  await form.locator('[name="until_at"]').fill('12:00')
  await form.locator('[name="reason_zh"]').fill('布置交流会')
  await form.locator('button[type="submit"], button').last().click()
  assert.match(await page.locator('main').innerText(), /排练的人/)
})

test('what the clerk entered is in the list of changes', async () => {
  await page.goto(town.base + '/s/sanhe/desk/changes')
  assert.ok((await page.locator('main li, main tr').count()) > 0)
})

test('a resident sees nothing of the desk', async () => {
  const context = await chrome.newContext(PHONE)
  const theirs = await context.newPage()
  await theirs.goto(town.base + '/s/sanhe/desk/today')
  assert.match(theirs.url(), /staff\/sign-in/)
  await context.close()

})
