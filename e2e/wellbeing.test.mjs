// The four 常 and well-being: a month on one page, on one sheet of paper and in files that anybody computes again; a ballot that is
// answered in three taps, at the screen in the hall and from paper, and used up by it; and one button for whoever found the door closed.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { CARE, DESK, KIOSK, PHONE, browser, demo, get, signInStaff, taps } from './demo.mjs'

const PROGRAM = process.env.YIZHAN ?? new URL('../target/debug/yizhan', import.meta.url).pathname
let town, chrome, manager, folder
before(async () => {
  town = await demo('2026-06-24T10:00')
  chrome = await browser()
  manager = await staff()
  folder = await mkdtemp(join(tmpdir(), 'yizhan-months-'))
})
after(async () => {
  await chrome?.close()
  await town?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const WAYS = Object.entries({ 'with the script': {}, 'without JavaScript': { javaScriptEnabled: false } })
const at = path => `${town.base}/s/sanhe${path}`
const text = page => page.locator('main').innerText()

async function visitor(options = {}, shape = PHONE) {
  return (await chrome.newContext({ ...shape, ...options })).newPage()
}

async function staff(who) {
  const page = await visitor({}, DESK)
  await signInStaff(page, town, who)
  return page
}

// How many sheets of paper a PDF fills.
const sheets = pdf => (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length

// Keeps a month's file as a browser would, and says where.
async function kept(month, revise = text => text) {
  const { status, body } = await get(at(`/months/${month}.json`))
  assert.equal(status, 200, month)
  const path = join(folder, `${month}.json`)
  await writeFile(path, revise(body.toString()))
  return path
}

// Computes a month again, without a station: what the program says, and whether it ended well.
function verify(file, before) {
  return new Promise(done => execFile(PROGRAM, ['wellbeing', 'verify', file, '--before', before],
    (error, out) => done({ ended: error?.code ?? 0, out })))
}

// Under each figure: what it says in plain words, and the head of its column or row in a table.
const FIGURES = {
  open: [/说好开门的 100 个钟头里，.*\d+ 个/, '大门开'],
  used: [/场地开放的 100 个钟头里，.*\d+ 个/, '场地用'],
  held: [/计划的 100 场活动里，.*\d+ 场/, '活动办成'],
  visits: [/镇上每 100 个人，一个星期来 .* 次/, '每 100 人来几次'],
  contact: [/窗口办事有 \d+ 次/, '窗口办事'],
  survey: [/大家平均选 \d\.\d\d。要是全镇都问到，平均多半在/, '7–8'],
}

for (const [name, options] of WAYS) {
  test(`the month says a sentence under each figure, and each picture is a table as well, ${name}`, async () => {
    const page = await visitor({ ...options, viewport: { width: 320, height: 640 } })
    await page.goto(at('/months'))
    await page.getByRole('link', { name: /^五月的驿站/ }).click()
    await page.waitForURL(/\/months\/2026-05$/)
    const heads = (await page.locator('main table th').allInnerTexts()).map(head => head.trim())
    for (const [figure, [sentence, head]] of Object.entries(FIGURES)) {
      const section = page.locator(`section[aria-labelledby="h-${figure}"]`)
      assert.match(await section.innerText(), sentence, figure)
      const pictures = section.locator('svg[role="img"]')
      assert.ok(await pictures.count(), `${figure} has a picture`)
      for (const picture of await pictures.all()) {
        assert.ok((await picture.locator('title').textContent()).trim(), `${figure}’s picture has a name`)
      }
      assert.ok(heads.includes(head), `${figure} stands in a table: ${heads}`)
    }
    const nameless = await page.locator('main svg:not([role="img"], [aria-hidden="true"])').count()
    assert.equal(nameless, 0, 'each picture says what it is, or is none')
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), 'no wider than 320 px')
    await page.context().close()
  })
}

test('in large letters no line of a table is taller than the phone', async () => {
  const page = await visitor()
  await page.context().addCookies([{ ...CARE, url: town.base }])
  await page.goto(at('/months/2026-05'))
  const tallest = await page.locator('main tr').evaluateAll(all => Math.max(...all.map(one => one.getBoundingClientRect().height)))
  assert.ok(tallest < PHONE.viewport.height / 2, `${tallest} px`)
  await page.context().close()
})

test('the month is there as files, from which anybody computes it again', async () => {
  const page = await visitor()
  await page.goto(at('/months/2026-05'))
  const file = async ending => {
    const path = await page.locator(`main a[href$="/2026-05${ending}"]`).getAttribute('href')
    const { status, headers, body } = await get(town.base + path)
    assert.equal(status, 200, path)
    assert.match(headers['content-disposition'], /^attachment/)
    return body.toString()
  }
  const sheet = JSON.parse(await file('.json'))
  assert.equal(sheet.month, '2026-05')
  assert.ok((await text(page)).includes(sheet.sum), 'the page shows the sum of its file')
  assert.equal((await file('.csv')).trim().split('\n').length, sheet.figures.length + 1, 'a line for each figure')
  assert.ok((await file('.counted.csv')).trim().split('\n').length > 20, 'what was counted')
  const april = await kept('2026-04')
  const { ended, out } = await verify(await kept('2026-05'), april)
  assert.equal(ended, 0, out)
  assert.match(out, /It agrees\. 一致/)
  const forged = await verify(await kept('2026-05', text => text.replace('"count":11860', '"count":1186')), april)
  assert.notEqual(forged.ended, 0, forged.out)
  assert.match(forged.out, /DIFFERS/)
  await page.context().close()
})

test('printed as A4, the month is on exactly one sheet, in both languages', async () => {
  for (const [locale, title] of [['zh-CN', '五月的驿站'], ['en', 'The station in May']]) {
    const page = await visitor({ locale }, DESK)
    await page.goto(at('/months/2026-05'))
    await page.locator('main a[href$="/2026-05/paper"]').click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.emulateMedia({ media: 'print' })
    assert.equal(sheets(await page.pdf({ format: 'A4' })), 1, locale)
    assert.ok(!(await page.locator('.screen-only').first().isVisible()), 'what is for the screen stays there')
    await page.context().close()
  }
})

// So many ballots, fresh from the printer, as the page that is printed.
async function ballots(n) {
  await manager.goto(at('/desk/survey'))
  await manager.getByRole('link', { name: '看这次调查' }).click()
  await manager.locator('input[name="n"]').fill(String(n))
  const opened = manager.context().waitForEvent('page')
  await manager.getByRole('button', { name: '出票' }).click()
  const paper = await opened
  await paper.locator('.ballot .code').first().waitFor()
  return paper
}

// Their codes, as they stand on the paper.
async function printed(n) {
  const paper = await ballots(n)
  const codes = await paper.locator('.ballot .code').allInnerTexts()
  assert.equal(codes.length, n)
  await paper.close()
  return codes
}

// So many have answered, in full tens, as the desk says.
async function answered() {
  await manager.goto(at('/desk/survey'))
  return Number((await text(manager)).match(/回答了\s+(\d+) 张票/)[1])
}

test('ballots are printed once, four to a sheet of A4, and each lies whole on its sheet', async () => {
  const paper = await ballots(5)
  assert.equal(await paper.locator('.ballot svg').count(), 5, 'each with its picture')
  await paper.emulateMedia({ media: 'print' })
  assert.equal(sheets(await paper.pdf({ format: 'A4' })), 2)
  // A4 without margins, at 96 points to the inch.
  await paper.setViewportSize({ width: 794, height: 1123 })
  const edges = await paper.locator('.ballot').evaluateAll(all => all.map(one => one.getBoundingClientRect()).map(at => [at.left, at.right]))
  assert.ok(edges.every(([left, right]) => left >= -1 && right <= 795), `cut off: ${JSON.stringify(edges)}`)
  await paper.reload()
  assert.equal(await paper.locator('.ballot').count(), 0, 'nobody prints them again')
  await paper.close()
})

for (const [name, options] of WAYS) {
  test(`a ballot's picture is opened on a phone, answered in three taps, and used up by it, ${name}`, async () => {
    const [code] = await printed(1)
    const address = at(`/survey?ballot=${code.replace(/\s/g, '')}`)
    const page = await visitor(options)
    const choose = async (score, tapped = taps()) => {
      await page.goto(address)
      await tapped.on(page.locator('#f-score label').filter({ hasText: new RegExp(`^${score}$`) }))
      await tapped.on(page.locator('#f-band label').filter({ hasText: '45–64 岁' }))
      await tapped.on(page.getByRole('button', { name: '交上去' }))
      return tapped.count
    }
    assert.equal(await choose(7), 3)
    await page.getByText('收到了，谢谢您').waitFor()
    assert.match(page.url(), /\/survey\/thanks$/, 'nothing of an answer is in an address')

    await page.locator('label').filter({ hasText: '村里的人' }).click()
    await page.getByRole('button', { name: '说一声' }).click()
    await page.getByText('记下了，谢谢您').waitFor()

    await choose(10)
    await page.locator('[role="alert"]').first().waitFor()
    assert.match(await text(page), /这张票用过了/)
    assert.deepEqual(await page.context().cookies(), [], 'nothing in the phone says that somebody answered')
    await page.context().close()
  })

  test(`at the screen in the hall a code is typed, answered, and the screen is back at its start, ${name}`, async () => {
    const [code] = await printed(1)
    const page = await visitor(options, DESK)
    await page.clock.install()
    await page.goto(town.base + KIOSK)
    const start = at('/kiosk')
    await page.getByRole('link', { name: '幸福指数调查' }).click()
    await page.locator('#f-code:focus').waitFor()
    await page.keyboard.type(code.toLowerCase())
    await page.keyboard.press('Enter')
    await page.locator('#f-score label').filter({ hasText: /^0$/ }).click()
    await page.locator('#f-band label').filter({ hasText: '65 岁以上' }).click()
    await page.getByRole('button', { name: '交上去' }).click()
    await page.getByText('收到了，谢谢您').waitFor()
    assert.doesNotMatch(page.url(), /ballot|code/)
    await page.getByRole('link', { name: '好了' }).click()
    await page.waitForURL(start)

    // Whoever walks away leaves the screen to the next.
    await page.getByRole('link', { name: '幸福指数调查' }).click()
    await page.locator('#f-code').waitFor()
    if (options.javaScriptEnabled === false) {
      assert.equal(await page.locator('meta[http-equiv="refresh"]').getAttribute('content'), '120;url=/s/sanhe/kiosk')
    } else {
      await page.keyboard.type('7')
      await page.clock.runFor(119_000)
      assert.match(page.url(), /\/kiosk\/survey$/)
      await page.clock.runFor(2_000)
      await page.waitForURL(start)
    }
    await page.context().close()
  })
}

test('eleven numbers stand in three rows, and none is left over', async () => {
  const page = await visitor()
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(at('/survey'))
    const tops = await page.locator('#f-score label').evaluateAll(all => all.map(one => one.getBoundingClientRect().top))
    const counted = [...new Set(tops)].map(top => tops.filter(other => other === top).length)
    assert.deepEqual(counted, [4, 4, 3], `${width} wide`)
  }
  await page.context().close()
})

test('the directory leads from an area to its months', async () => {
  const page = await visitor()
  await page.goto(`${town.base}/directory?in=630203`)
  await page.getByRole('link', { name: '这里各站每月怎么样' }).click()
  await page.waitForURL(/\/county\/630203$/)
  assert.match(await text(page), /平安区/)
  await page.context().close()
})

test('nobody uses the screen from elsewhere', async () => {
  const page = await visitor()
  assert.equal((await page.goto(at('/kiosk/survey'))).status(), 403)
  assert.match(await text(page), /用自己的手机，也能回答/)
  await page.context().close()
})

test('a clerk types ballots of paper in with the keyboard alone; a slip loses nothing, and the form comes back empty', async () => {
  const [first, second] = await printed(2)
  const clerk = await staff('maxuelan')
  const { keyboard } = clerk
  await clerk.goto(at('/desk/survey'))
  await clerk.getByRole('link', { name: '录入纸票' }).press('Enter')
  const code = clerk.locator('#f-code:focus')
  await code.waitFor()
  // Two letters the wrong way round; what else was typed stays.
  const letters = first.replace(/\s/g, ''), n = [...letters].findIndex((letter, n) => n && letter !== letters[n - 1])
  await keyboard.type(letters.slice(0, n - 1) + letters[n] + letters[n - 1] + letters.slice(n + 1))
  await keyboard.press('Tab')
  await keyboard.type('8')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await clerk.locator('[role="alert"]').first().waitFor()
  assert.match(await text(clerk), /编号抄错了一个字/)
  assert.equal(await clerk.locator('[name="score"]').inputValue(), '8')
  assert.equal(await clerk.locator('[name="band"]:checked').inputValue(), '1')
  await clerk.locator('#f-code').focus()
  await keyboard.press('Control+A')
  await keyboard.type(first)
  await keyboard.press('Enter')

  const empty = async () => {
    await clerk.getByText('收到了，录下一张').waitFor()
    await code.waitFor()
    assert.deepEqual([await code.inputValue(), await clerk.locator('[name="score"]').inputValue()], ['', ''])
    assert.equal(await clerk.locator('[name="band"]:checked').count(), 0)
  }
  await empty()
  await keyboard.type(second.toLowerCase())
  await keyboard.press('Tab')
  await keyboard.type('10')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await clerk.waitForLoadState()
  await empty()
  await clerk.context().close()
})

for (const [name, options] of WAYS) {
  test(`whoever found the door closed says so in two taps, without a name, ${name}`, async () => {
    const page = await visitor(options), tapped = taps()
    await page.goto(at('/about'))
    await tapped.on(page.locator('main a[href$="/s/sanhe/door"]'))
    await page.getByText('今天说好开门：06:00–22:00').waitFor()
    await tapped.on(page.getByRole('button', { name: '我来时门没开' }))
    await page.getByText('记下了，谢谢您告诉我们').waitFor()
    assert.equal(tapped.count, 2)
    assert.equal(await page.getByRole('button', { name: '我来时门没开' }).count(), 0)
    assert.ok(await page.locator('main a[href^="tel:"]').count(), 'how to get in all the same')
    assert.deepEqual(await page.context().cookies(), [])
    await page.context().close()
  })
}

test('at the desk the door’s day is a line and a table, and a press says that it was opened or closed', async () => {
  const clerk = await staff('maxuelan')
  await clerk.goto(at('/desk/door'))
  // Whoever found it closed is told of in the month: at once, staff would see who has just left.
  assert.doesNotMatch(await text(clerk), /刻钟里/)
  assert.equal(await clerk.locator('main svg[role="img"]').count(), 1)
  const rows = clerk.locator('main table tbody tr')
  const signs = await rows.count()
  assert.ok(signs > 0, 'tickets called this morning say that the door was open')
  for (const [button, stands] of [['门开了', '开着'], ['门关了', '关着']]) {
    await clerk.getByRole('button', { name: button }).click()
    await clerk.getByText('记下了').first().waitFor()
    assert.match(await text(clerk), new RegExp(`^${stands}$`, 'm'))
    assert.match(await rows.last().innerText(), new RegExp(`${button}[^]*按的`))
  }
  assert.equal(await rows.count(), signs + 2)
  await clerk.context().close()
})

test('a manager looks at a correction before everybody reads it: nothing to correct, then what another number of residents changes', async () => {
  const correction = at('/desk/months/2026-05/correction')
  await manager.goto(correction)
  assert.match(await text(manager), /和公布的一样，不用更正/)
  assert.equal(await manager.locator('textarea').count(), 0)
  const api = `${town.base}/api/v1/stations/sanhe/desk/months/2026-05/correction`
  const { seen } = await (await manager.request.get(api)).json()
  const refused = await manager.request.post(api, { data: { why: '没有什么变了', seen } })
  assert.equal(refused.status(), 409)
  assert.match(await refused.text(), /不用更正/)

  await manager.goto(at('/desk/months'))
  const set = async people => {
    await manager.locator('[name="people"]').fill(people)
    await manager.locator('[name="source"]').fill('2026 年一季度统计（虚构）')
    await manager.locator('[name="as_of"]').fill('2026-03-31')
    await manager.getByRole('button', { name: '记下来' }).click()
  }
  await set('5930')
  await manager.getByText('人数记下来了').waitFor()

  const published = async () => {
    const page = await visitor({ javaScriptEnabled: false })
    await page.goto(at('/months/2026-05'))
    const said = await text(page)
    await page.context().close()
    return said
  }
  await manager.goto(correction)
  await manager.getByRole('heading', { name: '哪些数会变' }).waitFor()
  const differs = await manager.locator('main table tbody tr').allInnerTexts()
  assert.ok(differs.length && differs.every(row => row.startsWith('群众常来')), `only what is told per hundred: ${differs}`)
  assert.match(await published(), /第 1 版/)
  await manager.locator('[name="why"]').fill('人口换成今年的统计')
  await manager.getByRole('button', { name: '公布更正' }).click()
  await manager.getByText('更正公布了').waitFor()
  const now = await published()
  assert.match(now, /第 2 版/)
  assert.match(now, new RegExp(`这个月有 ${differs.length} 个数更正过`))
  assert.match(now, /人口换成今年的统计/)
  assert.equal(JSON.parse((await get(at('/months/2026-05.json?revision=1'))).body).revision, 1, 'what was published stays')
})

const moveClock = async day => {
  const answer = await manager.request.post(`${town.base}/api/v1/rehearsal/clock`, { data: { at: day } })
  assert.ok(answer.ok(), `${day}: ${await answer.text()}`)
}

test('on the first of July the page of June is there by itself', async () => {
  assert.equal((await get(at('/months/2026-06'))).status, 404)
  await moveClock('2026-07-01T06:40')
  const page = await visitor()
  await page.goto(at('/months'))
  await page.locator('main .rows a').first().click()
  await page.getByRole('heading', { name: '六月的驿站' }).waitFor()
  for (const figure of ['open', 'used', 'held', 'visits']) {
    assert.match(await page.locator(`section[aria-labelledby="h-${figure}"]`).innerText(), FIGURES[figure][0], figure)
  }
  const { ended, out } = await verify(await kept('2026-06'), await kept('2026-05'))
  assert.equal(ended, 0, out)
  await page.goto(at('/months/2026-06/paper'))
  await page.emulateMedia({ media: 'print' })
  assert.equal(sheets(await page.pdf({ format: 'A4' })), 1)
  await page.context().close()
})

test('after its last day the survey says what came of it, and that somebody was told what to answer', async () => {
  // A week later staff sign in again.
  manager = await staff()
  const atLeast = await answered()
  await moveClock('2026-07-16T04:00')
  const page = await visitor()
  await page.goto(at('/survey'))
  const said = await text(page)
  const [, all] = said.match(/7月15日结束的调查[^]*?问了 118 户，(\d+) 户回答了/)
  assert.ok(atLeast % 10 === 0 && all >= atLeast && all < atLeast + 10, 'while it ran, full tens were told')
  assert.match(said, /平均 \d\.\d\d，有九成五的把握在/)
  manager = await staff()
  await manager.goto(at('/desk/survey'))
  await manager.getByRole('link', { name: '看结果' }).first().click()
  await manager.getByText(/答案是别人教的/).first().waitFor()
  await page.context().close()
})
