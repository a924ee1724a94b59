// The reading room: found by two characters and by the first letters of its name, borrowed at the shelf by a scan and a press, at the
// machine with a scanner alone, and at the counter, where an hour without a line loses and doubles nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, KIOSK, PHONE, browser, demo, prove, signInStaff, taps } from './demo.mjs'

const BOOK = '长安的荔枝'
let town, chrome, desk, staff
before(async () => {
  town = await demo('2026-06-24T15:00')
  chrome = await browser()
  staff = await chrome.newContext(DESK)
  desk = await staff.newPage()
  await signInStaff(desk, town)
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const api = path => `${town.base}/api/v1/stations/sanhe${path}`
const text = page => page.locator('main').innerText()

async function ask(path, data) {
  const answer = data ? await staff.request.post(api(path), { data }) : await staff.request.get(api(path))
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`)
  return answer.status() === 204 ? null : answer.json()
}

// Free pieces, each of another title: nobody else in this file has them.
const taken = new Set()
async function freePieces(n, words) {
  const { titles } = await ask(`/library/titles?most=50${words ? `&q=${encodeURIComponent(words)}` : '&kind=book'}`)
  const found = []
  for (const title of titles.filter(one => one.free > 0)) {
    if (found.length === n) break
    const { copies } = await ask(`/library/titles/${title.id}`)
    const piece = copies.find(copy => copy.state === 'free' && !taken.has(copy.barcode))
    if (piece) {
      taken.add(piece.barcode)
      found.push({ title: title.title, barcode: piece.barcode })
    }
  }
  assert.equal(found.length, n, `${n} pieces are free`)
  return found
}

// What a scanner types that reads a new household's card.
async function newCard(name) {
  const { address } = await ask('/cards', { name, agrees: true })
  return address
}

const stateOf = async barcode => (await ask(`/library/copies/${barcode}`)).copy.state

for (const [name, options] of Object.entries({ 'with the script': {}, 'without JavaScript': { javaScriptEnabled: false } })) {
  test(`a book is found by two characters and by first letters, and borrowed by a scan and a press, ${name}`, async () => {
    const context = await chrome.newContext({ ...PHONE, ...options })
    const page = await context.newPage()
    for (const typed of ['荔枝', 'cadl', '978-7-5726-0858-2']) {
      await page.goto(town.base + '/s/sanhe/library')
      await page.locator('input[name="q"]').fill(typed)
      await page.getByRole('button', { name: '找书' }).click()
      await page.waitForURL(/q=/)
      assert.equal(await page.locator('main .rows a.row b').first().innerText(), BOOK, typed)
    }
    const [piece] = await freePieces(1, '荔枝')
    // What the camera opens; a person who has been here before is signed in.
    const copy = `${town.base}/s/sanhe/library/copies/${piece.barcode}`
    await page.goto(`${town.base}/sign-in?then=${encodeURIComponent(`/s/sanhe/library/copies/${piece.barcode}`)}`)
    await prove(page, town, options.javaScriptEnabled === false ? '13800000922' : '13800000921')
    await page.waitForURL(copy)
    const tapped = taps()
    await tapped.on(page.getByRole('button', { name: '借这本' }))
    await page.getByText('借好了').first().waitFor()
    assert.equal(tapped.count, 1)
    assert.equal(await stateOf(piece.barcode), 'lent')
    await page.goto(town.base + '/me')
    assert.ok((await text(page)).includes(BOOK))
    await page.getByRole('button', { name: '续借' }).click()
    await page.waitForLoadState()
    // On the day on which it was lent it would gain nothing.
    assert.match(await text(page), /过几天再来续借/)
    await ask('/desk/library/returns', { barcode: piece.barcode })
    await page.goto(town.base + '/me')
    assert.ok(!(await text(page)).includes(BOOK), 'what was given back is forgotten')
    await context.close()
  })
}

test('at the machine a scanner alone lends and gives back', async () => {
  const context = await chrome.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(town.base + KIOSK)
  await page.getByRole('link', { name: '借书还书' }).click()
  const [one, two] = await freePieces(2)
  const card = await newCard('机器前的人家')
  const scan = async (typed, ...said) => {
    await page.locator('#f-code:focus').waitFor()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    for (const words of said) await page.getByText(words).first().waitFor()
  }
  await scan(one.barcode, '要借这本，请扫一下家庭卡')
  await scan(card, '借好了，请在这天前还', one.title)
  await scan(two.barcode, '借好了，请在这天前还', two.title)
  assert.deepEqual([await stateOf(one.barcode), await stateOf(two.barcode)], ['lent', 'lent'])
  await page.getByRole('link', { name: '办完了' }).click()
  await page.getByRole('link', { name: '返回' }).waitFor()
  await scan(one.barcode, '还好了')
  assert.equal(await stateOf(one.barcode), 'free')
  assert.ok(!page.url().includes(card), 'no address has the card')
  await context.close()
})

test('nobody uses the machine from elsewhere', async () => {
  const context = await chrome.newContext(PHONE)
  const page = await context.newPage()
  const answer = await page.goto(town.base + '/s/sanhe/kiosk/library')
  assert.equal(answer.status(), 403)
  assert.match(await text(page), /在手机上借书，请扫书上的码/)
  await context.close()
})

test('a clerk finds a book and lends it to a household by a scan and a press', async () => {
  const card = await newCard('柜台前的人家')
  await desk.goto(town.base + '/s/sanhe/desk/library')
  await desk.locator('input[name="barcode"]').fill('cadl')
  await desk.keyboard.press('Enter')
  await desk.getByRole('heading', { name: BOOK }).waitFor()
  await desk.getByRole('button', { name: /^借这本/ }).first().click()
  await desk.getByText(`《${BOOK}》借给谁？`).waitFor()
  await desk.keyboard.type(card)
  await desk.keyboard.press('Enter')
  await desk.getByText('借出去了').waitFor()
  assert.match(await text(desk), /前还/)
  assert.ok(!desk.url().includes(card), 'no address has the card')
})

test('an hour without a line: what is scanned is kept, sent once, and nothing is lost or doubled', async () => {
  const card = await newCard('断网时来的人家')
  const [back, first, second, third] = await freePieces(4)
  await ask('/desk/library/loans', { barcode: back.barcode, reader: { card } })
  await desk.goto(town.base + '/s/sanhe/desk/library')
  await desk.evaluate(() => navigator.serviceWorker.ready)
  // The worker has kept the page when it opens without a line.
  await desk.waitForFunction(async () => (await caches.keys()).some(name => name.startsWith('counter-')))
  await staff.setOffline(true)
  await desk.reload()
  const scan = async typed => {
    const field = desk.locator('#counter input[name="barcode"]')
    await field.fill(typed)
    await field.press('Enter')
  }
  const waits = n => desk.waitForFunction(n => document.getElementById('waiting').textContent.includes(n), String(n))
  await scan(back.barcode)
  await waits(1)
  await scan(card)
  await desk.waitForFunction(() => document.querySelector('#counter input[name="barcode"]').value === '')
  await scan(first.barcode)
  await waits(2)
  await scan(second.barcode)
  await waits(3)
  // The page opens again, and what was kept is still there.
  await desk.reload()
  await waits(3)
  assert.equal(await stateOf(first.barcode), 'free', 'the station knows nothing of it yet')
  await scan(card)
  await desk.waitForFunction(() => document.querySelector('#counter input[name="barcode"]').value === '')
  await staff.setOffline(false)
  await desk.evaluate(() => dispatchEvent(new Event('online')))
  await desk.waitForFunction(() => !Object.keys(localStorage).some(key => key.startsWith('counter ') && localStorage[key] !== '[]'))
  assert.deepEqual([await stateOf(back.barcode), await stateOf(first.barcode), await stateOf(second.barcode)], ['free', 'lent', 'lent'])
  // The card that was noted is whose the next book is, although the line is back.
  await scan(third.barcode)
  await desk.getByText('借出去了').waitFor()
  const { loans } = await ask('/desk/library/reader', { card })
  assert.deepEqual(loans.map(loan => loan.barcode).sort(), [first, second, third].map(one => one.barcode).sort(), 'each once')
  const { tasks } = await ask('/desk/library/tasks')
  assert.ok(!tasks.some(task => [back, first, second, third].some(one => one.barcode === task.barcode)), 'nothing is left to look at')
})

test('three thousand titles are looked at before they are taken in, and taken in once', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `山村夜读第${n + 1}册,编者${n % 7},河湟书社,2020,,I267,图书,,文学,1,`)
  const file = { name: 'books.csv', mimeType: 'text/csv', buffer: Buffer.from(['书名,作者,出版社,出版年,ISBN,分类号,类型,童书,书架,册数,来源', ...rows].join('\n')) }
  const context = await chrome.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  await signInStaff(page, town)
  await page.goto(town.base + '/s/sanhe/desk/library/import')
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByRole('button', { name: '先看一遍' }).click()
  await page.getByText('看过了，还没有存').waitFor()
  assert.match(await text(page), /新书目\s*3,?000/)
  await page.getByRole('button', { name: '登记这些' }).click()
  // A bar says how far it is; without a script a press looks again.
  await page.getByRole('progressbar', { name: '正在登记' }).waitFor()
  for (let looked = 0; looked < 600 && await page.getByRole('progressbar').count(); looked++) {
    await page.getByRole('link', { name: '看看到哪里了' }).click()
  }
  await page.getByText('登记好了').waitFor()
  const { titles } = await ask(`/library/titles?most=50&q=${encodeURIComponent('山村夜读第2999册')}`)
  assert.ok(titles.some(one => one.title === '山村夜读第2999册'))
  await context.close()
})
