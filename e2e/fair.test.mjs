// The day of the fair: a visitor without an account finds a bay in one tap, a marshal counts without a line, the first lot
// overflows to the next, and the sign at the gate says so.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, demo, get, line, signInStaff, taps } from './demo.mjs'

let town, chrome, desk
before(async () => {
  town = await demo('2026-06-27T10:00')
  chrome = await browser()
  desk = await (await chrome.newContext(DESK)).newPage()
  await signInStaff(desk, town)
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const api = async path => JSON.parse((await get(`${town.base}/api/v1${path}`)).body.toString())
const lot = async slug => (await api('/stations/sanhe/parking')).lots.find(l => l.slug === slug)
const cars = of => of.bays.find(b => b.class === 'car')
const moveClock = at => fetch(`${town.base}/api/v1/rehearsal/clock`, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ at }),
})

// A link for a marshal of the first lot, as a manager makes it.
async function link() {
  await desk.goto(`${town.base}/s/sanhe/desk/parking`)
  await desk.getByRole('link', { name: /镇政府院子/ }).click()
  await desk.getByLabel('站在哪儿').fill('东门')
  await desk.getByRole('button', { name: '发一个链接' }).click()
  const said = await desk.getByText('/parking/marshal/').first().textContent()
  return new URL(said.match(/\/s\/sanhe\/parking\/marshal\/\w+/)[0], town.base).href
}

test('a visitor without an account sees free bays in one tap', async () => {
  const page = await (await chrome.newContext(PHONE)).newPage()
  const tapped = taps()
  await page.goto(`${town.base}/s/sanhe`)
  assert.match(await page.locator('main').textContent(), /请停镇政府院子/)
  await tapped.on(page.getByRole('link', { name: '看空车位' }))
  await page.waitForURL(/\/s\/sanhe\/parking$/)
  assert.equal(tapped.count, 1)
  assert.match(await page.locator('main').textContent(), /空 11 个.*请停镇政府院子.*满了去学校操场.*18:30 前开走/s)
  await page.context().close()
})

test('a marshal counts without a line for ten minutes, nothing is lost or doubled, and the lot overflows to the next', async () => {
  const before = cars(await lot('compound')).free
  const context = await chrome.newContext(PHONE), page = await context.newPage()
  await page.goto(await link())
  const waiting = page.locator('#waiting')
  await waiting.getByText('都送到了').waitFor()

  // The line is cut: what is tapped is kept on the phone and is shown at once.
  await context.setOffline(true)
  const parked = Number(await page.locator('#parked').textContent())
  for (let n = 0; n < 8; n++) await page.getByRole('button', { name: '＋1 进' }).click()
  await page.getByRole('button', { name: '−1 出' }).click()
  assert.equal(Number(await page.locator('#parked').textContent()), parked + 7)
  await waiting.getByText('还有 9 下').waitFor()
  assert.equal(cars(await lot('compound')).free, before, 'nothing came through')
  await moveClock('2026-06-27T10:10')

  // The line is back, but the first answer is lost on the way: all of it is sent again.
  let lost = 0
  await context.route('**/parking/taps', async route => {
    if (lost++) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await context.setOffline(false)
  await waiting.getByText('都送到了').waitFor()
  assert.ok(lost > 1, 'it was sent again')
  assert.equal(cars(await lot('compound')).free, before - 7)
  assert.equal(Number(await page.locator('#parked').textContent()), parked + 7)

  // 70 of 74 are above nine tenths: whoever comes now is sent to the school, if somebody looks after it.
  const now = await api('/stations/sanhe/parking')
  assert.deepEqual([now.here, now.then], ['school', 'river'])
  await context.close()
})

test('the sign shows where the overflow goes, and follows by itself', async () => {
  const page = await (await chrome.newContext(DESK)).newPage()
  await page.goto(`${town.base}/s/sanhe/parking/sign`)
  await page.getByRole('heading', { name: '学校操场' }).waitFor()
  assert.equal(Number(await page.locator('.fig b').textContent()), cars(await lot('school')).free)
  // Somebody at the desk counts again; the sign hears of it.
  await desk.goto(`${town.base}/s/sanhe/desk/parking`)
  await desk.getByRole('link', { name: /镇政府院子/ }).click()
  await desk.getByLabel('现在停着几辆').fill('40')
  await desk.getByLabel('为什么改').fill('数了一遍')
  await desk.getByRole('button', { name: '记下' }).click()
  await desk.getByText(/改为 40：数了一遍/).waitFor()
  await page.getByRole('heading', { name: '镇政府院子' }).waitFor()
  assert.equal(await page.locator('.fig b').textContent(), '34')
  await page.context().close()
})

test('half an hour without a tap nobody knows, and it is said so with the last figure', async () => {
  await moveClock('2026-06-27T10:45')
  const page = await (await chrome.newContext(PHONE)).newPage()
  await page.goto(`${town.base}/s/sanhe/parking`)
  assert.match(await page.locator('main').textContent(), /未知（10:1\d 空 34 个）.*先去镇政府院子看看/s)
  const city = await api('/parkapi/sanhe')
  const first = city.lots.find(l => l.id === 'sanhe-compound')
  assert.deepEqual([first.state, first.free, first.total], ['unknown', 34, 74])
  await page.context().close()
})

test('without a script the two buttons are a plain form', async () => {
  const context = await chrome.newContext({ ...PHONE, javaScriptEnabled: false }), page = await context.newPage()
  await page.goto(await link())
  await page.getByRole('button', { name: '＋1 进' }).click()
  assert.equal(await page.locator('#parked').textContent(), '41')
  await context.close()
})

test('the fair says what is on, where what is sold, and which month it is in 2028', async () => {
  const page = await (await chrome.newContext(PHONE)).newPage()
  await page.goto(`${town.base}/s/sanhe/fair`)
  const said = await page.locator('main').textContent()
  assert.match(said, /就在今天.*秦腔.*正在演/s)
  assert.match(said, /C1 酿皮（阿琴酿皮）/)
  assert.doesNotMatch(said, /张师傅|冶师傅/, 'who holds a stall is nobody else’s business')
  assert.match(said, /2027年6月17日.*2028年6月5日.*闰.*7月5日/s)
  assert.ok(await page.locator('.plan rect').count() > 40)
  await page.context().close()
})

test('the page of a marshal opens again without a line, with what is still to be sent', async () => {
  const before = cars(await lot('compound')).free
  const context = await chrome.newContext(PHONE), page = await context.newPage()
  const wire = await line(town.base)
  const cut = () => { wire.cut(); return context.setOffline(true) }
  const mend = () => { wire.mend(); return context.setOffline(false) }
  const address = (await link()).replace(town.base, wire.base)
  await page.goto(address)
  const kept = () => page.evaluate(async () => {
    const names = await caches.keys(), cache = await caches.open(names[0])
    return { names, urls: (await cache.keys()).map(k => k.url) }
  })
  await page.waitForFunction(async url => (await caches.match(url))?.ok, address)
  const parked = Number(await page.locator('#parked').textContent())
  const plus = page.getByRole('button', { name: '＋1 进' }), waiting = page.locator('#waiting')
  const count = async () => Number(await page.locator('#parked').textContent())
  await plus.click()
  await waiting.getByText('都送到了').waitFor()

  // The line is cut, and somebody closes the page: what the station answered last and what is not sent yet are both there.
  await cut()
  for (let n = 0; n < 3; n++) await plus.click()
  await waiting.getByText('还有 3 下').waitFor()
  await page.reload()
  await waiting.getByText('还有 3 下').waitFor()
  assert.equal(await count(), parked + 4)
  await plus.click()
  await page.goto('about:blank')
  await page.goto(address)
  await waiting.getByText('还有 4 下').waitFor()
  assert.equal(await count(), parked + 5)
  assert.equal(cars(await lot('compound')).free, before - 1, 'nothing came through')

  // The line is back: all of it counts once, and the page is that of the station again.
  await mend()
  await waiting.getByText('都送到了').waitFor()
  assert.equal(cars(await lot('compound')).free, before - 5)
  await page.reload()
  assert.equal(await count(), parked + 5)

  // The page, its style sheets, scripts and icon: nothing else is kept, and nothing of another page of the station.
  await page.goto(`${wire.base}/s/sanhe`)
  await page.goto(address)
  const { names, urls } = await kept()
  assert.equal(names.length, 1)
  assert.deepEqual(urls.filter(url => !new URL(url).pathname.startsWith('/assets/')), [address])
  const named = (await get(address)).body.toString()
  assert.ok(urls.every(url => url === address || named.includes(new URL(url).pathname)), urls.join(' '))
  await context.close()
  wire.stop()
})
