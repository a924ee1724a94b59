// Opinions: left with a photo in three taps and one field, with and without JavaScript; followed with nothing but the receipt; a
// question, an answer, a dispute that does not start the clock again; and taken back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, SECRET, browser, demo, picture, signInStaff, taps } from './demo.mjs'

let town, chrome, desk
before(async () => {
  town = await demo('2026-06-25T09:00')
  chrome = await browser()
  desk = await chrome.newContext(DESK)
  await signInStaff(await desk.newPage(), town)
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const PHOTO = { name: 'IMG_2026.png', mimeType: 'image/png', buffer: picture(64, 48) }

const text = page => page.locator('main').innerText()
const api = path => `${town.base}/api/v1/stations/sanhe${path}`

// From the home page to the receipt; counts what a finger does.
async function leave(page, words, photo) {
  const tapped = taps()
  await page.goto(town.base + '/s/sanhe')
  await tapped.on(page.locator('a[href="/s/sanhe/opinions/new"]').first())
  await page.locator('textarea[name="text"]').fill(words)
  if (photo) {
    tapped.count++
    await page.locator('input[name="photo"]').setInputFiles(photo)
  }
  await tapped.on(page.getByRole('button', { name: '交上去' }))
  await page.locator('#receipt').waitFor()
  const receipt = (await page.locator('#receipt').innerText()).replace(/\D/g, '')
  assert.match(receipt, /^\d{16}$/)
  assert.ok(!page.url().includes(receipt), 'no address has the receipt')
  return { receipt, taps: tapped.count }
}

async function follow(page, receipt) {
  await page.goto(town.base + '/s/sanhe/opinions/follow')
  await page.locator('input[name="receipt"]').fill(receipt)
  await page.getByRole('button', { name: '看结果' }).click()
  await page.waitForLoadState()
  assert.ok(!page.url().includes(receipt), 'no address has the receipt')
}

// What staff do, as their desk offers it to programs.
async function atDesk(path, data) {
  const answer = data ? await desk.request.post(api(path), { data }) : await desk.request.get(api(path))
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`)
  return answer.status() === 204 ? null : answer.json()
}

// The only opinion in the inbox that begins with these words.
async function found(words) {
  const { opinions } = await atDesk('/desk/opinions?all=true')
  const one = opinions.filter(o => o.first_words.startsWith(words.slice(0, 8)))
  assert.equal(one.length, 1, `${words}: ${one.length}`)
  return one[0].id
}

for (const [name, options] of Object.entries({ 'with the script': {}, 'without JavaScript': { javaScriptEnabled: false } })) {
  test(`something is said with a photo in three taps and one field, ${name}`, async () => {
    const page = await (await chrome.newContext({ ...PHONE, ...options })).newPage()
    const words = `文化广场的路灯坏了三天，${name}`
    const { receipt, taps } = await leave(page, words, PHOTO)
    assert.equal(taps, 3)
    assert.match(await text(page), /拍下这一页/)
    assert.equal(await page.locator('.qr svg').count(), 1)
    assert.ok(!(await page.content()).includes('sanhe/opinions/follow?'), 'the code leads to the page, not to the opinion')

    await follow(page, receipt)
    const seen = await text(page)
    assert.ok(seen.includes(words))
    assert.match(seen, /\d+月\d+日前有人看/)
    assert.match(seen, /还没有人看过/)
    const shot = page.locator('.shots img')
    assert.equal(await shot.count(), 1)
    const sent = await page.request.get(new URL(await shot.getAttribute('src'), town.base).href)
    assert.equal(sent.headers()['content-type'], 'image/jpeg')
    assert.ok(!(await sent.body()).includes(SECRET), 'what was inside the file is gone')
    await page.context().close()
  })
}

test('a wrong receipt opens nothing, and says what to look for', async () => {
  const page = await (await chrome.newContext({ ...PHONE, javaScriptEnabled: false })).newPage()
  await follow(page, '1234 5678 9012 3456')
  assert.match(await page.locator('[role="alert"]').innerText(), /回执号/)
  assert.equal(await page.locator('input[name="receipt"]').inputValue(), '1234 5678 9012 3456')
  const { receipt } = await leave(page, '垃圾箱太少了，想多放两个')
  // Two neighbours swapped: the check digit finds it.
  const at = [...receipt].findIndex((d, n) => n < 14 && d !== receipt[n + 1])
  const swapped = receipt.slice(0, at) + receipt[at + 1] + receipt[at] + receipt.slice(at + 2)
  await follow(page, swapped)
  assert.doesNotMatch(await text(page), /垃圾箱/)
  await page.context().close()
})

test('a question is answered, the answer disputed, and the first day still counts', async () => {
  const page = await (await chrome.newContext({ ...PHONE, javaScriptEnabled: false })).newPage()
  const words = '办低保跑了三趟，每次都说缺材料'
  const { receipt } = await leave(page, words)
  const id = await found(words)
  const { categories } = await (await page.request.get(api('/opinions/categories'))).json()
  const { assignable } = await atDesk(`/desk/opinions/${id}`)
  await atDesk(`/desk/opinions/${id}/screening`, { category: categories[0].id, to: assignable[0].id })
  await atDesk(`/desk/opinions/${id}/questions`, { text: '是哪几天来的？' })

  await follow(page, receipt)
  assert.match(await text(page), /驿站问您一句/)
  assert.match(await text(page), /是哪几天来的？/)
  await page.locator('textarea[name="text"]').fill('上周一、周三和这周二')
  await page.getByRole('button', { name: '回话' }).click()
  await page.getByText('回话交上去了').waitFor()
  assert.match(await text(page), /看过 \d+ 次/)

  await atDesk(`/desk/opinions/${id}/answers`, { text: '材料清单已经贴在窗口，您的这件当天就办。' })
  // Four days later.
  await page.request.post(`${town.base}/api/v1/rehearsal/clock`, { data: { at: '2026-06-29T10:00:00+08:00' } })
  await follow(page, receipt)
  assert.match(await text(page), /答复了，解决了吗/)
  assert.match(await text(page), /材料清单已经贴在窗口/)
  await page.getByText('没解决', { exact: true }).click()
  await page.locator('textarea[name="text"]').fill('今天去还是没有办')
  await page.getByRole('button', { name: '没解决，接着办' }).click()
  await page.getByText('记下了，接着办').waitFor()
  assert.match(await text(page), /还从6月25日您交上来那天算起/)
  await page.context().close()
})

test('a person takes an opinion back, and nothing of it is left to read', async () => {
  const page = await (await chrome.newContext({ ...PHONE, javaScriptEnabled: false })).newPage()
  const words = '院子里的车停得太满，轮椅过不去'
  const { receipt } = await leave(page, words, PHOTO)
  await follow(page, receipt)
  await page.locator('summary', { hasText: '撤回并抹掉' }).click()
  await page.getByRole('button', { name: '撤回并抹掉' }).click()
  await page.getByText('都抹掉了').first().waitFor()
  await follow(page, receipt)
  assert.doesNotMatch(await text(page), /轮椅/)
  // Weeks have gone by in the tests above: nobody of staff is signed in any more.
  await signInStaff(await desk.newPage(), town)
  const { opinions } = await atDesk('/desk/opinions?all=true')
  assert.ok(!JSON.stringify(opinions).includes('轮椅'))
  await page.context().close()
})
