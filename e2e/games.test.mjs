// Two strangers play chess tonight because of an open game, with and without JavaScript.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DESK, PHONE, prove, started, taps } from './demo.mjs'

const there = started()
const text = page => page.locator('main').innerText()
const GAME = /\/games\/[0-9a-f-]{36}$/

for (const [javaScriptEnabled, hour, one, other] of [[true, '20:00', '1', '2'], [false, '20:00', '3', '4']]) {
  test(`two strangers play chess tonight, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const first = await there.chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await first.newPage()
    await page.goto(there.town.base + '/s/sanhe/venues/chess')
    const tapped = taps()
    await tapped.on(page.locator('main a', { hasText: '找人一起' }))
    // The first time a phone is proved; then the way leads back to the game.
    await page.locator('main a', { hasText: '下一步' }).click()
    await prove(page, there.town, `1380000092${one}`)
    await page.waitForURL(url => url.pathname.endsWith('/games/new'))
    await page.locator('label.slot', { hasText: hour }).click()
    await page.locator('input[name="name"]').fill('马女士')
    await tapped.on(page.locator('button:visible', { hasText: '发出去' }))
    await page.waitForURL(GAME).catch(async () => assert.fail(await text(page)))
    assert.equal(tapped.count, 2)
    assert.match(await text(page), /缺 1 人/)
    const game = page.url()

    const second = await there.chrome.newContext({ ...PHONE, javaScriptEnabled })
    const theirs = await second.newPage()
    await theirs.goto(there.town.base + '/s/sanhe/games')
    await theirs.locator(`a[href$="${new URL(game).pathname}"]`).click()
    assert.match(await text(theirs), /马女士/)
    assert.doesNotMatch(await text(theirs), /138/)
    await theirs.locator('main a', { hasText: '加入' }).first().click()
    await prove(theirs, there.town, `1380000092${other}`)
    await theirs.waitForURL(GAME)
    await theirs.locator('main button', { hasText: '加入' }).click()
    await theirs.waitForURL(GAME)
    assert.match(await text(theirs), /约齐了/)

    await page.reload()
    assert.match(await text(page), /约齐了/)
    await page.goto(there.town.base + '/me')
    assert.match(await text(page), /约齐了/)
    const onlooker = await there.chrome.newContext({ ...PHONE, javaScriptEnabled })
    const late = await onlooker.newPage()
    await late.goto(game)
    assert.match(await text(late), /现在不能加入/)
    assert.doesNotMatch(await text(late), /马女士/)
    for (const context of [first, second, onlooker]) await context.close()
  })
}

test('the screen in the hall shows who is waited for, large and without a name', async () => {
  const context = await there.chrome.newContext(DESK)
  const page = await context.newPage()
  const answer = await page.goto(there.town.base + '/s/sanhe/games/hall')
  assert.equal(answer.headers().refresh, '30')
  const lines = page.locator('.halls li')
  assert.ok(await lines.count() >= 2)
  const size = await lines.first().evaluate(e => parseFloat(getComputedStyle(e).fontSize))
  assert.ok(size >= 48, `${size} px are too small for three metres`)
  assert.doesNotMatch(await page.locator('body').innerText(), /仲积德|喇秀英|138/)
  await context.close()
})
