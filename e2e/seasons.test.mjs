// A hall's Tuesday evenings: opened by the manager, asked for on a phone with and without JavaScript, allocated, done again.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { DESK, PHONE, bookTonightsTable, browser, demo, get, signInStaff, typeCode } from './demo.mjs'

let town, chrome, round
before(async () => {
  town = await demo()
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const text = page => page.locator('main').innerText()

async function moveClock(at) {
  const answer = await fetch(town.base + '/api/v1/rehearsal/clock',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ at }) })
  assert.equal(answer.status, 200)
}

test('the manager opens a round', async () => {
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town)
  await page.goto(town.base + '/s/sanhe/desk/series')
  await page.locator('main a', { hasText: '场地季' }).click()
  await page.locator('main a', { hasText: '新开一季' }).click()
  await page.locator('input[name="title"]').fill('暑期的小礼堂')
  await page.locator('input[name="starts_on"]').fill('2026-07-14')
  await page.locator('input[name="ends_on"]').fill('2026-08-25')
  await page.locator('input[name="apply_until"]').fill('2026-07-01')
  await page.locator('select[name="offering1"]').selectOption('whole-hall')
  await page.locator('label.seg', { hasText: '周二' }).first().click()
  await page.locator('input[name="times1"]').fill('18:00 20:00')
  await page.locator('main form button', { hasText: '开始报名' }).click()
  await page.waitForURL(/\/desk\/seasons\/[0-9a-f-]{36}$/)
  round = page.url().split('/').pop()
  assert.match(await text(page), /正在报名/)
  await context.close()
})

for (const [javaScriptEnabled, name, phone] of [[true, '三合锅庄队', '13800000911'], [false, '河湟少年舞团', '13800000912']]) {
  test(`a leader applies for a group, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
    const context = await chrome.newContext({ ...PHONE, javaScriptEnabled })
    const page = await context.newPage()
    await bookTonightsTable(page, town, phone)
    await typeCode(page, town)
    await page.goto(`${town.base}/s/sanhe/seasons/${round}`)
    await page.locator('main a', { hasText: '给我们队报名' }).click()
    await page.locator('input[name="name"]').fill(name)
    await page.locator('label.rc', { hasText: javaScriptEnabled ? '老年人' : '青少年' }).click()
    await page.locator('input[name="size"]').fill(javaScriptEnabled ? '60' : '30')
    await page.locator('select[name="w1"]').selectOption('2')
    await page.locator('select[name="w2"]').selectOption('1')
    await page.locator('main form button', { hasText: '交上' }).click()
    await page.waitForURL(/sent=1/)
    const said = await text(page)
    assert.match(said, /交上了/)
    assert.match(said, new RegExp(name))
    await context.close()
  })
}

test('the rule decides, everybody reads why, and the downloaded file agrees until a byte is changed', async () => {
  await moveClock('2026-07-01T18:00')
  const context = await chrome.newContext(DESK)
  const page = await context.newPage()
  await signInStaff(page, town)
  await page.goto(`${town.base}/s/sanhe/desk/seasons/${round}`)
  await page.locator('main form button', { hasText: '按规则分' }).click()
  await page.locator('main form button', { hasText: '定下来' }).click()
  await page.locator('main .st', { hasText: '已经定下' }).first().waitFor()
  assert.match(await text(page), /订好 7 次/)
  await context.close()

  const public_ = await chrome.newContext({ ...PHONE, javaScriptEnabled: false, acceptDownloads: true })
  const phone = await public_.newPage()
  await phone.goto(`${town.base}/s/sanhe/seasons/${round}`)
  assert.match(await text(phone), /三合锅庄队分数更高/)
  const [download] = await Promise.all([phone.waitForEvent('download'), phone.locator('main a', { hasText: '下载文件' }).click()])
  const folder = await mkdtemp(join(tmpdir(), 'yizhan-season-'))
  const file = join(folder, 'round.json')
  await download.saveAs(file)
  const program = process.env.YIZHAN ?? new URL('../target/debug/yizhan', import.meta.url).pathname
  const verify = () => spawnSync(program, ['season', 'verify', file], { encoding: 'utf8' })
  const agrees = verify()
  assert.equal(agrees.status, 0, agrees.stdout + agrees.stderr)
  const sheet = (await get(`${town.base}/s/sanhe/seasons/${round}/round.json`)).body.toString()
  await writeFile(file, sheet.replace('"size":60', '"size":61'))
  const differs = verify()
  assert.equal(differs.status, 1)
  assert.match(differs.stdout, /DIFFERS/)
  await rm(folder, { recursive: true })
  await public_.close()
})
