// A power cut's paper: printed before, typed in afterwards with the keyboard alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, browser, demo, signInStaff } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

async function atDesk(options, work) {
  const context = await chrome.newContext({ ...DESK, ...options })
  const page = await context.newPage()
  await signInStaff(page, town, 'lijianguo')
  await work(page)
  await context.close()
}

const text = page => page.locator('main').innerText()

test('the list of today is one tap from the day, and a sheet of paper shows it whole', async () => {
  await atDesk({}, async page => {
    await page.goto(town.base + '/s/sanhe/desk/today')
    await page.locator('main a', { hasText: '打印这一天' }).click()
    await page.waitForURL(/\/paper\/list/)
    const seen = await text(page)
    assert.match(seen, /到第 \d+ 号改动为止/)
    assert.match(seen, /尾号 \d{4}/)
    assert.doesNotMatch(seen, /1[3-9]\d\*{4}|1[3-9]\d{9}/, 'no more than the end of a number')
    assert.equal(await page.locator('.qr svg').count(), 1)
    await page.emulateMedia({ media: 'print' })
    // A4 between its margins, at 96 points to the inch.
    await page.setViewportSize({ width: 673, height: 1000 })
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 673), 'as wide as the paper')
    const pdf = await page.pdf({ preferCSSPageSize: true })
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  })
})

// Types one line as hands do: the number of the place, then from field to field.
async function line(page, place, from, until, name, came = true) {
  const keys = page.keyboard
  await keys.type(place)
  for (const words of [from, until, name, '']) {
    await keys.press('Tab')
    await keys.type(words)
  }
  await keys.press('Tab')
  if (!came) await keys.press('Space')
  await keys.press('Tab')
}

for (const [name, options] of Object.entries({ 'with the script': {}, 'without JavaScript': { javaScriptEnabled: false } })) {
  test(`a sheet is typed in with the keyboard alone, and a clash loses nothing, ${name}`, async () => {
    await atDesk(options, async page => {
      // Each run has a day of its own, before the doors open.
      const on = options.javaScriptEnabled === false ? '2026-06-22' : '2026-06-23'
      await page.goto(`${town.base}/s/sanhe/desk/paper?on=${on}`)
      const first = page.locator('[name="place-1"]')
      assert.ok(await first.evaluate(field => field === document.activeElement), 'the hands begin in the first row')
      await line(page, '1.1', '0610', '0640', '罗大爷')
      await line(page, '1.1', '6点', '07:00', '马先生')
      await line(page, '2', '615', '0645', '')
      await line(page, '2', 'soon', '0645', '祁女士', false)
      // Back into the last row: Enter in a field keeps them all.
      for (let back = 0; back < 2; back++) await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Enter')
      await page.locator('main [role="alert"]').waitFor()
      const seen = await text(page)
      assert.match(seen, /记好了 2 行/)
      assert.match(seen, /有 2 行还没记下/)
      assert.match(seen, /罗大爷 · 06:10–06:40/, 'who is in the way')
      assert.equal(await page.locator('[name="name-1"]').inputValue(), '马先生')
      assert.equal(await page.locator('[name="from-2"]').inputValue(), 'soon')
      assert.equal(await page.locator('[name="came-2"]').isChecked(), false)

      // The first row again: the other never came. The keys find the choice.
      const other = page.locator('[name^="other-1-"]')
      await other.focus()
      for (let tries = 0; tries < 5 && await other.inputValue() !== 'not-come'; tries++) await page.keyboard.press('ArrowDown')
      assert.equal(await other.inputValue(), 'not-come')
      await page.locator('[name="from-2"]').focus()
      await page.keyboard.press('Control+A')
      await page.keyboard.type('0615')
      await page.keyboard.press('Enter')
      await page.locator('main [role="alert"]').waitFor({ state: 'detached' })
      assert.match(await text(page), /记好了 2 行/)

      await page.goto(`${town.base}/s/sanhe/desk/today?on=${on}`)
      await page.locator('main details summary').click()
      const day = await text(page)
      assert.match(day, /马先生/)
      assert.equal(day.match(/没来，让出去了/g).length, 2)
      assert.doesNotMatch(day, /罗大爷|祁女士/, 'who stayed away is nobody’s business at the desk once the day is over')
    })
  })
}
