// What the station tells: read ten at a time and found by two characters, without a script too; how people feel about it, changed
// and taken back; written at the desk with a photo and published by somebody else; corrected, and taken down by two.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, SECRET, browser, demo, get, picture, signInStaff, taps } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo('2026-06-27T10:00')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const CLERK = 'lijianguo'
const NOTICE = /\/s\/sanhe\/notices\/[0-9a-f-]{36}$/
const DRAFT = /\/s\/sanhe\/desk\/notices\/[0-9a-f-]{36}/

async function onPhone(work, options = {}) {
  const context = await chrome.newContext({ ...PHONE, ...options })
  await work(await context.newPage(), context)
  await context.close()
}

// A page at the desk, signed in; closed when `work` is done.
async function atDesk(work, login, options = {}) {
  const context = await chrome.newContext({ ...DESK, ...options })
  const page = await context.newPage()
  await signInStaff(page, town, login)
  await page.goto(town.base + '/s/sanhe/desk/notices')
  await work(page)
  await context.close()
}

const text = page => page.locator('main').innerText()
const titles = page => page.locator('main .rows a.row b').allInnerTexts()
const list = (query = '') => `${town.base}/s/sanhe/notices${query}`

// Opens the newest notice of the list.
async function newest(page) {
  await page.goto(list())
  await page.locator('main .rows a.row').first().click()
  await page.waitForURL(NOTICE)
}

test('from the home page to a notice is one tap, and it says where it comes from', async () => {
  await onPhone(async page => {
    await page.goto(town.base + '/s/sanhe')
    const home = page.locator('section[aria-labelledby="bulletin"]')
    assert.equal(await home.locator('a.row').count(), 2)
    const tapped = taps()
    await tapped.on(home.locator('a.row').first())
    await page.waitForURL(NOTICE)
    assert.equal(tapped.count, 1)
    assert.ok((await page.locator('#text').innerText()).length > 20)
    assert.match(await text(page), /编辑：/)
    for (const name of ['og:title', 'og:description', 'og:image', 'og:url']) {
      const said = await page.locator(`meta[property="${name}"]`).getAttribute('content')
      assert.ok(said.length > 3, name)
    }
  })
})

test('ten more is a link, without a script and without a gap', async () => {
  await onPhone(async page => {
    await page.goto(list())
    const first = await titles(page)
    assert.equal(first.length, 10)
    await page.getByRole('link', { name: '再看十条' }).click()
    await page.waitForURL(/before=/)
    const second = await titles(page)
    assert.ok(second.length >= 1)
    assert.equal(new Set([...first, ...second]).size, first.length + second.length, 'none twice')
    const all = JSON.parse((await get(`${town.base}/api/v1/stations/sanhe/notices?most=50`)).body)
    assert.deepEqual([...first, ...second], all.notices.slice(0, first.length + second.length).map(n => n.title))
  }, { javaScriptEnabled: false })
})

test('a section has its own, and two characters find what was told', async () => {
  await onPhone(async page => {
    await page.goto(list())
    await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '办事提醒' }).click()
    await page.waitForURL(/section=reminders/)
    assert.ok((await titles(page)).some(title => title.includes('高龄津贴')))
    await page.goto(list())
    for (const typed of ['津贴', 'gljt']) {
      await page.locator('input[name="q"]').fill(typed)
      await page.getByRole('button', { name: '找' }).click()
      await page.waitForURL(/q=/)
      assert.ok((await titles(page)).some(title => title.includes('高龄津贴')), typed)
    }
    await page.locator('input[name="q"]').fill('潜水艇')
    await page.getByRole('button', { name: '找' }).click()
    await page.getByText('没找到“潜水艇”').waitFor()
  }, { javaScriptEnabled: false })
})

test('feeds say the same, and whoever has them is not sent them again', async () => {
  const feed = await get(list('/feed.atom'))
  assert.equal(feed.status, 200)
  assert.match(feed.body.toString(), /<title>三合镇.*动态<\/title>/)
  assert.equal((await get(list('/feed.atom'), { 'if-none-match': feed.headers.etag })).status, 304)
  const json = JSON.parse((await get(list('/feed.json'))).body)
  assert.equal(json.version, 'https://jsonfeed.org/version/1.1')
  for (const item of json.items) assert.ok(item.url.startsWith('http') && item.id.startsWith('urn:uuid:'))
  await onPhone(async page => {
    await page.goto(list())
    assert.equal(await page.locator('link[rel="alternate"][type="application/atom+xml"]').count(), 1)
  })
})

const mood = (page, name) => page.locator('#mood-board button', { hasText: name })
const chosen = page => page.locator('#mood-board button.go')

test('a mood is one tap, changed by another, and taken back; the page is not loaded again', async () => {
  await onPhone(async (page, context) => {
    await newest(page)
    const since = await page.evaluate(() => performance.timeOrigin)
    await mood(page, '开心').click()
    await chosen(page).filter({ hasText: '开心' }).waitFor()
    await mood(page, '点赞').click()
    await chosen(page).filter({ hasText: '点赞' }).waitFor()
    assert.equal(await chosen(page).count(), 1)
    assert.equal(await page.evaluate(() => performance.timeOrigin), since, 'the page was not loaded again')
    const path = new URL(page.url()).pathname
    const cookie = (await context.cookies(page.url())).find(one => one.path === path)
    assert.ok(cookie?.httpOnly, 'the cookie goes to this notice only')
    assert.equal((await context.cookies(list())).filter(one => one.name === cookie.name).length, 0)
    await page.reload()
    await chosen(page).filter({ hasText: '点赞' }).waitFor()
    await page.getByRole('button', { name: '收回我点的' }).click()
    await chosen(page).waitFor({ state: 'detached' })
    await page.reload()
    assert.equal(await chosen(page).count(), 0)
  })
})

test('the same without a script', async () => {
  await onPhone(async page => {
    await newest(page)
    await mood(page, '难过').click()
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}#moods$/)
    assert.match(await chosen(page).innerText(), /难过/)
    await mood(page, '飘过').click()
    await page.waitForLoadState()
    assert.match(await chosen(page).innerText(), /飘过/)
    await page.getByRole('button', { name: '收回我点的' }).click()
    await page.waitForLoadState()
    assert.equal(await chosen(page).count(), 0)
  }, { javaScriptEnabled: false })
})

test('a clerk writes with a photo, the manager looks and publishes, everybody reads', async () => {
  let address
  await atDesk(async page => {
    await page.getByRole('link', { name: '写一条' }).click()
    await page.getByLabel('栏目').selectOption({ label: '活动回顾' })
    await page.getByLabel('标题', { exact: true }).fill('交流会上午来了好多人')
    await page.getByLabel('内容', { exact: true }).fill('戏台前站满了。\n\n- 馓子卖得最快\n\n<b>不是标签</b>')
    await page.getByRole('button', { name: '先存着' }).click()
    await page.waitForURL(DRAFT)
    address = page.url().split('?')[0]
    await page.locator('input[name="photo"]').setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: picture(640, 480) })
    await page.getByLabel('照片里有什么').fill('戏台前站满了人')
    await page.getByRole('button', { name: '加这张照片' }).click()
    await page.locator('.shots img[alt="戏台前站满了人"]').waitFor()
    await page.getByRole('button', { name: '请别人看一遍' }).click()
    await page.getByText('等别人看一遍').first().waitFor()
    assert.equal(await page.getByRole('button', { name: '看过了，发布' }).count(), 0, 'not by whoever wrote it')
  }, CLERK)
  const id = address.split('/').pop()
  assert.equal((await get(list(`/${id}`))).status, 404, 'not before somebody else has looked')
  await atDesk(async page => {
    await page.locator('main a.row', { hasText: '交流会上午来了好多人' }).click()
    await page.waitForURL(DRAFT)
    await page.getByRole('button', { name: '看过了，发布' }).click()
    await page.getByText('大家读得到').waitFor()
  })
  await onPhone(async page => {
    await page.goto(list(`/${id}`))
    assert.match(await page.locator('#text').innerText(), /<b>不是标签<\/b>/)
    const shot = page.locator('.shots img')
    await shot.scrollIntoViewIfNeeded()
    await page.waitForFunction(() => document.querySelector('.shots img').naturalWidth === 640)
    const file = await get(town.base + await shot.getAttribute('src'))
    assert.equal(file.headers['content-type'], 'image/jpeg')
    assert.ok(!file.body.includes(SECRET), 'nothing of the file but the picture')
    await page.goto(list('?q=%E9%A6%93%E5%AD%90'))
    assert.deepEqual(await titles(page), ['交流会上午来了好多人'])
  })
})

test('without a script a correction says what, and is read once somebody else has looked', async () => {
  let address
  await atDesk(async page => {
    await page.locator('section[aria-labelledby="h-public"] a.row').first().click()
    await page.waitForURL(DRAFT)
    address = page.url().split('?')[0]
    await page.getByRole('link', { name: '写更正' }).click()
    await page.getByLabel('更正了什么').fill('人数写少了')
    await page.getByLabel('标题', { exact: true }).fill('交流会上午来了三千多人')
    await page.getByRole('button', { name: '存好，请别人看一遍' }).click()
    await page.waitForURL(/done=1/)
  }, CLERK, { javaScriptEnabled: false })
  const id = address.split('/').pop()
  assert.doesNotMatch((await get(list(`/${id}`))).body.toString(), /三千多人/)
  await atDesk(async page => {
    await page.goto(address)
    await page.getByRole('button', { name: '看过了，发布' }).click()
    await page.waitForURL(/done=1/)
  }, undefined, { javaScriptEnabled: false })
  const page = (await get(list(`/${id}`))).body.toString()
  assert.match(page, /三千多人/)
  assert.match(page, /更正于.*人数写少了/s)
})

test('two take it down, and what remains says why', async () => {
  let address
  await atDesk(async page => {
    await page.locator('section[aria-labelledby="h-public"] a.row').first().click()
    await page.waitForURL(DRAFT)
    address = page.url().split('?')[0]
    await page.getByText('撤下这条动态').click()
    await page.getByLabel('为什么撤下').fill('照片里的人不愿意公开')
    await page.getByRole('button', { name: '申请撤下' }).click()
    await page.getByText('要由另一个人决定').waitFor()
    assert.equal(await page.getByRole('button', { name: '同意撤下' }).count(), 0)
  }, CLERK)
  await atDesk(async page => {
    await page.goto(address)
    await page.getByRole('button', { name: '同意撤下' }).click()
    await page.getByText('已撤下').first().waitFor()
  })
  const gone = await get(list(`/${address.split('/').pop()}`))
  assert.equal(gone.status, 410)
  assert.match(gone.body.toString(), /照片里的人不愿意公开/)
  assert.doesNotMatch(gone.body.toString(), /三千多人/)
})

test('paper has the code that leads to a notice', async () => {
  await onPhone(async page => {
    await newest(page)
    await page.getByRole('link', { name: '打印海报' }).click()
    await page.waitForURL(/\/poster$/)
    assert.equal(await page.locator('.qr svg').count(), 1)
  })
})
