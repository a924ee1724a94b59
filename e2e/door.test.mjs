// At the door: a code on the wall, four digits, one tap; hours that are some people's first; the code that opens the gym.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, bookHere, browser, demo, signInStaff, taps, typeCode } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const text = page => page.locator('main').innerText()

for (const [javaScriptEnabled, phone] of [[true, '13800000951'], [false, '13800000952']]) {
  test(`whoever has a place in the gym sees the door code once and checks in, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(town.base + '/s/sanhe/venues/gym')
    await bookHere(page, phone)
    await typeCode(page, town)
    await page.locator('main button', { hasText: '看门码' }).click()
    const shown = page.locator('.slip .no')
    assert.match(await shown.innerText(), /^\d{3} \d{3}$/)
    const first = await shown.innerText()
    await page.locator('main a', { hasText: '记下了' }).click()
    assert.doesNotMatch(await text(page), new RegExp(first))

    // The same phone at the door: one tap.
    await page.goto(town.base + '/s/sanhe/doors/gym')
    const tapped = taps()
    await tapped.on(page.locator('main button', { hasText: '我到了' }))
    await page.getByText('签到好了').waitFor()
    assert.equal(tapped.count, 1)
    await context.close()

    // Another phone, signed in as nobody: four digits find it, and no name is shown.
    const stranger = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const theirs = await stranger.newPage()
    await theirs.goto(town.base + '/s/sanhe/doors/gym')
    await theirs.locator('input[name="digits"]').fill(phone.slice(-4))
    await theirs.locator('main button', { hasText: '我到了' }).click()
    await theirs.getByText('签到好了').waitFor()
    assert.doesNotMatch(await text(theirs), /138/)
    await theirs.goto(town.base + '/s/sanhe/doors/gym')
    await theirs.locator('input[name="digits"]').fill('9999')
    await theirs.locator('main button', { hasText: '我到了' }).click()
    await theirs.getByText('没有找到您订的').waitFor()
    assert.match(await text(theirs), /现在这里/)
    await stranger.close()
  })
}

test('the morning is the elders’ first: the page says so, the refusal says when and what works, a tick is enough', async () => {
  const context = await chrome.newContext(PHONE)
  const page = await context.newPage()
  await page.goto(town.base + '/s/sanhe/venues/calligraphy?at=2026-06-25T09%3A00%3A00%2B08%3A00')
  assert.match(await text(page), /先给.*满 60 岁的邻居.*老年书法早课/s)
  assert.match(await text(page), /老人/)
  await bookHere(page, '13800000953')
  await page.getByText('大家都能订').first().waitFor()
  assert.match(await text(page), /11:00/)
  await page.locator('label.chk', { hasText: '我满 60 岁' }).click()
  await bookHere(page, '13800000953')
  await typeCode(page, town)
  assert.match(await text(page), /订好了/)
  await context.close()
})

test('a manager sees what hours mean while typing them, prints the sheet and makes a key that is shown once', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town)
  await page.goto(town.base + '/s/sanhe/desk/offerings/1')
  await page.locator('input[name="window1_hours"]').fill('Tu 08:00-10:00')
  await page.locator('#window1-preview dl').waitFor()
  assert.match(await page.locator('#window1-preview').innerText(), /08?:00–10:00/)
  await page.locator('input[name="window1_hours"]').fill('8-10')
  await page.locator('#window1-preview .st').waitFor()
  await page.goto(town.base + '/s/sanhe/desk/venues/2/door')
  await page.locator('main button', { hasText: '生成密钥' }).click()
  const key = await page.locator('main code').first().innerText()
  assert.match(key, /^[0-9a-f]{40}$/)
  await page.goto(town.base + '/s/sanhe/desk/venues/2/door')
  assert.doesNotMatch(await text(page), new RegExp(key))
  await page.goto(town.base + '/s/sanhe/doors/gym/poster')
  assert.equal(await page.locator('.qr svg').count(), 1)
  const sheet = await page.pdf({ preferCSSPageSize: true })
  assert.equal((sheet.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length, 1, 'one sheet of paper')
  await context.close()
})
