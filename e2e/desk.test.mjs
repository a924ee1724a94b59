// What the clerk and the manager do on an ordinary evening, through the desk's own pages.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, bookHere, browser, demo, signInStaff, taps, typeCode } from './demo.mjs'
import { watchShifts } from './still.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

// A page at the desk, signed in; closed when `work` is done.
async function atDesk(work, login) {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town, login)
  await page.goto(town.base + '/s/sanhe/desk/today')
  await work(page)
  await context.close()
}

const text = page => page.locator('main').innerText()
const CLERK = 'lijianguo'

test('the clerk lets somebody in who has no phone: two taps, nothing typed', async () => {
  await atDesk(async page => {
    const inUse = () => page.locator('section[aria-labelledby="venues-desk-here"] .row').count()
    const before = await inUse()
    const tapped = taps()
    await tapped.on(page.locator('.tabs a[href$="/desk/walk-ins"]'))
    await tapped.on(page.locator('main form button', { hasText: '请进' }))
    assert.equal(tapped.count, 2)
    await page.waitForURL(/\/desk\/today/)
    assert.match(await page.locator('main [role="status"]').first().innerText(), /进去了/)
    assert.equal(await inUse(), before + 1)
  }, CLERK)
})

test('it is in the list of changes, without a name', async () => {
  await atDesk(async page => {
    await page.goto(town.base + '/s/sanhe/desk/changes')
    // The program notes by itself what time has decided: the clerk's newest change need not be the newest of all.
    const newest = await page.locator('main .row', { hasText: '李建国' }).first().innerText()
    assert.match(newest, /直接来/, newest)
    assert.doesNotMatch(await text(page), /138/)
  })
})

test('a manager closes the hall for a morning and sees who is hit', async () => {
  await atDesk(async page => {
    // Somebody has the whole hall on Friday morning: a name at the desk is enough.
    await page.goto(town.base + '/s/sanhe/desk/reservations/new')
    await page.locator('main a', { hasText: '整个厅' }).click()
    await page.waitForURL(/offering=/)
    await page.locator('main .days a', { hasText: '26日' }).click()
    await page.waitForURL(/on=2026-06-26/)
    await page.locator('label.slot', { hasText: '09:00' }).click()
    await page.locator('input[name="name"]').fill('排练的人')
    await page.locator('form#book button').last().click()
    await page.waitForURL(/did=book/)

    await page.goto(town.base + '/s/sanhe/desk/openings')
    const form = page.locator('form[action$="/openings/hit"]')
    await form.locator('select[name="venue"]').selectOption({ label: '多功能厅' })
    const typed = { from_on: '2026-06-26', from_at: '08:00', until_on: '2026-06-26', until_at: '12:00', reason_zh: '布置交流会' }
    for (const [name, value] of Object.entries(typed)) await form.locator(`[name="${name}"]`).fill(value)
    await form.locator('button').click()
    await page.waitForURL(/\/openings\/hit/)
    assert.match(await text(page), /会影响 1 个预订/)
    assert.match(await text(page), /排练的人/)
    // Nothing is closed before the manager has said what becomes of them.
    await page.locator('button[name="hit"][value="cancel"]').click()
    // Who was hit, and what becomes of them; the closure itself is in the list.
    await page.waitForURL(/\/openings\/[0-9a-f-]{36}\/displaced/)
    assert.match(await text(page), /排练的人/)
    await page.goto(town.base + '/s/sanhe/desk/openings')
    assert.match(await text(page), /布置交流会/)
  })
  const guest = await chrome.newContext(PHONE)
  const page = await guest.newPage()
  await page.goto(town.base + '/s/sanhe/venues/whole-hall?on=2026-06-26')
  assert.match(await text(page), /布置交流会/, 'and everybody can read why')
  await guest.close()
})

test('a clerk closes nothing', async () => {
  await atDesk(async page => {
    assert.equal(await page.locator('.tabs a[href$="/desk/openings"]').count(), 0)
    const answer = await page.goto(town.base + '/s/sanhe/desk/openings')
    assert.ok([403, 404].includes(answer.status()), `${answer.status()}`)
  }, CLERK)
})

// A resident books a place in the gym on a phone: it has room for many.
async function books(phone) {
  const context = await chrome.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(town.base + '/s/sanhe/venues/gym')
  await bookHere(page, phone)
  await typeCode(page, town)
  await context.close()
}

const opened = page => page.evaluate(() => performance.timeOrigin)

test('a booking is on the open page of the clerk, without a reload, and nothing else has changed', async () => {
  await atDesk(async page => {
    const [shifts, since] = [await watchShifts(page), await opened(page)]
    const tomorrow = page.locator('main .days a', { hasText: '明天' })
    await tomorrow.focus()
    await books('13800000921')
    await page.locator('main .row', { hasText: '138****0921' }).waitFor()
    assert.equal(await opened(page), since, 'the page was not loaded again')
    assert.ok(await tomorrow.evaluate(link => link === document.activeElement), 'the focus is where it was')
    assert.deepEqual(await shifts(), [])
    assert.equal(await page.locator('html[data-net]').count(), 0)
    // It comes from the page itself, so it can be pressed.
    await page.locator('main .row', { hasText: '138****0921' }).locator('button').first().click()
    await page.locator('main [role="status"]').waitFor()
  }, CLERK)
})

test('a page in which somebody types waits until they are done', async () => {
  await atDesk(async page => {
    await page.evaluate(() => document.querySelector('main').append(document.createElement('input')))
    const field = page.locator('main > input')
    await field.fill('记一下')
    await books('13800000922')
    await page.waitForFunction(async url => +await (await fetch(url)).text() > +document.querySelector('main').dataset.seen,
      '/s/sanhe/desk/live?once')
    // Longer than the page waits for idle hands.
    await page.waitForTimeout(4000)
    assert.equal(await field.inputValue(), '记一下')
    assert.equal(await page.locator('main .row', { hasText: '138****0922' }).count(), 0)
    await field.fill('')
    await field.blur()
    await page.locator('main .row', { hasText: '138****0922' }).waitFor()
  }, CLERK)
})

test('a page that hears nothing for 15 seconds says so until it hears again', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town, CLERK)
  await page.clock.install()
  await page.goto(town.base + '/s/sanhe/desk/today')
  const stale = page.locator('.net', { hasText: '可能不是最新' })
  assert.equal(await stale.isVisible(), false)
  const shifts = await watchShifts(page)
  await page.route('**/desk/live', route => route.fulfill({ status: 503 }))
  await page.clock.fastForward(16_000)
  await stale.waitFor()
  // Refused, a browser never asks again by itself; the page does.
  await page.unroute('**/desk/live')
  await page.clock.fastForward(16_000)
  await stale.waitFor({ state: 'hidden' })
  assert.deepEqual(await shifts(), [])
  await context.close()
})

test('a browser without streams asks now and then', async () => {
  const context = await chrome.newContext(DESK)
  await context.addInitScript(() => { delete self.EventSource })
  const page = await context.newPage()
  await signInStaff(page, town, CLERK)
  await page.goto(town.base + '/s/sanhe/desk/today')
  await books('13800000923')
  await page.locator('main .row', { hasText: '138****0923' }).waitFor()
  await context.close()
})

test('the program stops at once while pages listen', async () => {
  const other = await demo()
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, other)
  const listening = page.waitForResponse(answer => answer.url().endsWith('/desk/live'))
  await page.goto(other.base + '/s/sanhe/desk/today')
  await listening
  const began = performance.now()
  await other.stop()
  // Requests that run get ten seconds to end; a stream is not waited for.
  assert.ok(performance.now() - began < 8000, `${performance.now() - began} ms`)
  await context.close()
})

test('a resident sees nothing of the desk', async () => {
  const context = await chrome.newContext(PHONE)
  const theirs = await context.newPage()
  await theirs.goto(town.base + '/s/sanhe/desk/today')
  assert.match(theirs.url(), /staff\/sign-in/)
  assert.doesNotMatch(await text(theirs), /在用|138/)
  await context.close()
})
