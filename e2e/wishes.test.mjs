// Wishes: taken up in two taps without a field; written down by one, looked at by two others, brought to the station, and handed over
// for six digits; and nothing that everybody reads says whose it is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DESK, PHONE, browser, demo, prove, signInStaff, taps } from './demo.mjs'

let town, chrome
before(async () => {
  town = await demo('2026-06-24T10:00')
  chrome = await browser()
})
after(async () => {
  await chrome?.close()
  await town?.stop()
})

const text = page => page.locator('main').innerText()
const list = (query = '') => `${town.base}/s/sanhe/wishes${query}`

async function residentAt(path, phone, options = {}) {
  const page = await (await chrome.newContext({ ...PHONE, ...options })).newPage()
  await page.goto(`${town.base}/sign-in?then=${encodeURIComponent(path)}`)
  await prove(page, town, phone)
  await page.waitForURL(town.base + path)
  return page
}

async function staff(who) {
  const context = await chrome.newContext({ ...DESK, javaScriptEnabled: false })
  const page = await context.newPage()
  await signInStaff(page, town, who)
  return page
}

for (const [name, options, phone] of [['with the script', {}, '13800000931'], ['without JavaScript', { javaScriptEnabled: false }, '13800000932']]) {
  test(`a wish is taken up in two taps and no field, and given back, ${name}`, async () => {
    const page = await residentAt('/s/sanhe', phone, options)
    const tapped = taps()
    await tapped.on(page.locator('a[href$="/s/sanhe/wishes"]').first())
    await page.waitForURL(/\/wishes$/)
    await tapped.on(page.getByRole('button', { name: /^我来帮/ }).first())
    await page.getByText('您认领了').first().waitFor()
    assert.equal(tapped.count, 2)
    assert.match(await text(page), /前交到驿站/)
    assert.match(await text(page), /双方不见面/)
    await page.goto(town.base + '/me')
    assert.match(await text(page), /我认领的心愿/)
    await page.locator('a[href*="/wishes/"]').first().click()
    await page.getByRole('button', { name: '办不到了，还回去' }).click()
    await page.getByText('还回去了').first().waitFor()
    await page.context().close()
  })
}

test('written down by one, looked at by two others, taken up, brought, and handed over for six digits', async () => {
  const item = '象棋，棋盘要大的', whose = '测试杨奶奶', number = '13800000940'
  const coordinator = await staff('lijianguo')
  await coordinator.goto(town.base + '/s/sanhe/desk/wishes/new')
  await coordinator.locator('input[name="kind"][value="hobby"]').check({ force: true })
  await coordinator.locator('[name="item"]').fill('给78岁的杨奶奶买棋')
  await coordinator.locator('[name="band"][value="to-50"]').check({ force: true })
  await coordinator.locator('[name="name"]').fill(whose)
  await coordinator.locator('[name="phone"]').fill(number)
  await coordinator.locator('[name="consent"]').first().check({ force: true })
  await coordinator.locator('[name="consented"]').check({ force: true })
  const save = () => coordinator.getByRole('button', { name: '登记好' }).click()
  await save()
  await coordinator.locator('[role="alert"]').first().waitFor()
  assert.equal(await coordinator.locator('[name="name"]').inputValue(), whose, 'what was typed is still there')
  await coordinator.locator('[name="item"]').fill(item)
  await save()
  await coordinator.getByText('来取东西时报这六位数字').waitFor()
  const code = (await text(coordinator)).match(/\b\d{3} ?\d{3}\b/)[0].replace(' ', '')
  await coordinator.getByRole('link', { name: '好了，看这个心愿' }).click()
  await coordinator.getByRole('heading', { name: '请两位同事看' }).waitFor()
  const wish = new URL(coordinator.url()).pathname
  await coordinator.locator('form[action$="/second-look"] button').click()
  await coordinator.getByText('等别的同事看').first().waitFor()
  assert.equal(await coordinator.getByRole('button', { name: '可以公开' }).count(), 0, 'whoever wrote it does not look at it')

  const outsider = await (await chrome.newContext(PHONE)).newPage()
  const isPublic = async () => {
    await outsider.goto(list())
    return (await text(outsider)).includes(item)
  }
  for (const [who, then] of [['zhaxicuo', false], ['maxuelan', true]]) {
    const page = await staff(who)
    await page.goto(town.base + wish)
    assert.ok(!(await text(page)).includes(number), 'whoever looks at it does not read whose it is')
    await page.getByRole('button', { name: '可以公开' }).click()
    await page.waitForLoadState()
    assert.equal(await isPublic(), then)
    await page.context().close()
  }
  const everywhere = await outsider.content()
  assert.ok(!everywhere.includes(whose) && !everywhere.includes(number))

  const id = wish.split('/').pop()
  const helper = await residentAt(`/s/sanhe/wishes/${id}`, '13800000941')
  await helper.getByRole('button', { name: '我来帮' }).click()
  await helper.getByText('您认领了').first().waitFor()
  await outsider.goto(list(`/${id}`))
  assert.match(await text(outsider), /已经有人帮了/)

  await coordinator.goto(town.base + wish)
  await coordinator.locator('form[action$="/contact"] button').click()
  await coordinator.waitForLoadState()
  await coordinator.locator('[name="place"]').fill('储物间二层')
  await coordinator.locator('form[action$="/delivery"] button').click()
  await coordinator.waitForLoadState()
  const wrong = code === '000000' ? '000001' : '000000'
  await coordinator.locator('[name="code"]').fill(wrong)
  await coordinator.locator('form[action$="/handover"] button').click()
  await coordinator.locator('[role="alert"]').first().waitFor()
  await coordinator.goto(town.base + wish)
  await coordinator.locator('[name="code"]').fill(code)
  await coordinator.locator('form[action$="/handover"] button').click()
  await coordinator.waitForLoadState()
  assert.match(await text(coordinator), /圆梦了/)
  await outsider.goto(list(`/${id}`))
  assert.match(await text(outsider), /圆梦了/)
})

test('whoever has a wish leaves a name and a number, and nothing about the wish', async () => {
  const page = await (await chrome.newContext({ ...PHONE, javaScriptEnabled: false })).newPage()
  await page.goto(list('/ask'))
  await page.locator('[name="name"]').fill('测试韩婶')
  await page.locator('[name="phone"]').fill('13800000950')
  await page.getByRole('button', { name: '请给我打电话' }).click()
  await page.locator('[role="alert"]').first().waitFor()
  await page.getByText('为自己，已满 18 岁').click()
  await page.getByRole('button', { name: '请给我打电话' }).click()
  await page.getByText('记下了').first().waitFor()
  const desk = await staff()
  await desk.goto(town.base + '/s/sanhe/desk/wishes')
  assert.match(await text(desk), /测试韩婶/)
})
