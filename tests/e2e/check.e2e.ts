import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { resources } from '#src/i18n/t.ts'
import { type Answers, assessAnswers } from '#src/risk/answers.ts'
import { type Question, questions } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { sources } from '#src/risk/sources.ts'
import { e2e } from '#tests/helpers/e2e.ts'

const { check, rules } = resources.id
const address = (path = '/periksa/') => `${e2e().site}${path}`
const result = (answers: string) => address(`/periksa/#v=${rulesetVersion}&${answers}&di=hasil`)

async function openCheck(page: Page, url = address()): Promise<string[]> {
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  await page.goto(url)
  await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
  return errors
}

async function answer(page: Page, option: string): Promise<void> {
  await page.locator(`.q.now input[value="${option}"]`).check()
  await page.locator('.walk button[type="submit"]').click()
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

test.describe('with script', () => {
  test('a walk by keyboard ends in a level with reasons, sources and numbers to call', async ({ page }) => {
    const errors = await openCheck(page)
    const path = ['belum', 'lain', 'jelas', 'wajar', 'p3mi', 'jelas', 'ada', 'visit-visa']
    for (const option of path) {
      const input = page.locator(`.q.now input[value="${option}"]`)
      await input.focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
    }
    for (const option of ['sudah-dibaca', 'tidak', 'tidak', 'dipegang-sendiri', 'benar', 'langsung', 'tidak'])
      await answer(page, option)
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
    await expect(page.locator('#hasil')).toBeFocused()
    await expect(page.locator('.reason')).toContainText([rules.signs['visit-visa'].label])
    await expect(page.locator('.reason a').first()).toHaveAttribute('href', sources.ppmi.url)
    await expect(page.locator('.result a[href="tel:110"]').first()).toBeVisible()
    await expect(page.locator('.ruleset')).toContainText(rulesetVersion)
    expect(errors).toEqual([])
  })

  test('each step moves the focus to its question and says where it is', async ({ page }) => {
    await openCheck(page)
    await answer(page, 'belum')
    await expect(page.locator('.q.now legend')).toBeFocused()
    await expect(page.locator('.q.now .progress')).toHaveText('Pertanyaan 2 dari 15')
  })

  test('going on without an answer says what is missing and stays', async ({ page }) => {
    await openCheck(page)
    await page.locator('.walk button[type="submit"]').click()
    await expect(page.getByRole('alert')).toHaveText(check.choose)
    await expect(page.locator('#q-posisi')).toBeVisible()
  })

  test('back keeps the answer, and the browser goes back a step too', async ({ page }) => {
    await openCheck(page)
    await answer(page, 'belum')
    await answer(page, 'lain')
    await page.getByRole('button', { name: check.back }).click()
    await expect(page.locator('#q-negara input[value="lain"]')).toBeChecked()
    await page.goBack()
    await expect(page.locator('#q-pekerjaan')).toBeVisible()
  })

  test('one earlier answer can be changed from the result', async ({ page }) => {
    await openCheck(page, result('posisi=belum&visa=visit-visa'))
    await page.locator('.answers summary').click()
    await page
      .getByRole('button', { name: `${check.change}: ${check.questions.visa.text}` })
      .last()
      .click()
    await page.locator('#q-visa input[value="kerja"]').check()
    await page.getByRole('button', { name: check.toResult }).click()
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'belum-terlihat')
  })

  test('starting again clears every answer', async ({ page }) => {
    await openCheck(page, result('posisi=belum&visa=visit-visa'))
    await page.locator('.answers summary').click()
    await page.getByRole('button', { name: check.restart }).click()
    await expect(page.locator('#q-posisi')).toBeVisible()
    expect(await page.locator('input:checked').count()).toBe(0)
  })

  test('someone abroad sees help before any further question', async ({ page }) => {
    await openCheck(page)
    await page.locator('.q.now input[value="di-luar-negeri"]').check()
    await expect(page.locator('.first.away a[href="tel:+622129244800"]')).toBeVisible()
    await page.locator('.walk button[type="submit"]').click()
    await expect(page.locator('.first.away')).toBeVisible()
    await expect(page.locator('.q.now .progress')).toHaveText('Pertanyaan 2 dari 9')
  })

  test.describe('a link', () => {
    const bad: [string, string][] = [
      ['#v=1.0.0&posisi=<script>alert(1)</script>', check.unreadable.malformed],
      ['#%00%ff%%%', check.unreadable.malformed],
      ['#v=0.1.0&posisi=belum&di=hasil', check.unreadable.version],
    ]
    for (const [fragment, note] of bad) {
      test(`"${fragment}" opens the start with a plain note`, async ({ page }) => {
        await openCheck(page, address(`/periksa/${fragment}`))
        await expect(page.locator('.notice-line')).toHaveText(note)
        await expect(page.locator('#q-posisi')).toBeVisible()
        await expect(page.locator('.result')).toHaveCount(0)
      })
    }

    test('with unknown ids says that they were dropped, and uses the rest', async ({ page }) => {
      await openCheck(page, result('posisi=belum&visa=visit-visa&negara=mars'))
      await expect(page.locator('.notice-line')).toContainText('1 jawaban')
      await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
    })
  })

  test('an answer given before the script arrived is kept', async ({ page }) => {
    let release: (() => void) | undefined
    const held = new Promise<void>(done => {
      release = done
    })
    await page.route('**/_a/*.js', async route => {
      await held
      await route.continue()
    })
    await page.goto(address(), { waitUntil: 'commit' })
    await page.locator('input[value="bersama-perekrut"]').check()
    release?.()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await expect(page.locator('#q-posisi input[value="bersama-perekrut"]')).toBeChecked()
  })

  test('answers never leave the phone', async ({ page }) => {
    const asked: string[] = []
    page.on('request', request =>
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    )
    await openCheck(page, result('posisi=belum&visa=visit-visa'))
    await expect(page.locator('.reason')).toHaveCount(1)
    const sent = asked.filter(
      line =>
        line.startsWith('GET') === false ||
        !line.includes(e2e().site) ||
        /visit-visa/.test(line.replace(/#\S*/, '')),
    )
    expect(sent).toEqual([])
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ])
  })

  test('the office finder names the office that serves a regency', async ({ page }) => {
    await openCheck(page, result('posisi=belum'))
    await page.getByRole('button', { name: check.officeOpen }).click()
    await page.getByLabel(check.province).selectOption({ label: 'Jawa Tengah' })
    await page.getByLabel(check.regency).selectOption({ label: 'Kabupaten Cilacap' })
    await expect(page.locator('.office')).toContainText('Cilacap')
    await expect(page.locator('.office')).toContainText(check.officeAnywhere)
  })

  test('the quick exit empties the page and leaves', async ({ page }) => {
    await page.route('https://www.bmkg.go.id/**', route => route.fulfill({ body: 'cuaca' }))
    await openCheck(page, result('posisi=belum&visa=visit-visa'))
    await page.getByRole('link', { name: check.exit }).click()
    await page.waitForURL('https://www.bmkg.go.id/')
    await page.goBack()
    expect(page.url()).not.toContain('visit-visa')
  })

  for (const [name, url] of [
    ['the first question', '/periksa/'],
    [
      'a later question',
      `/periksa/#v=${rulesetVersion}&posisi=di-luar-negeri&ln-paspor=papers-held-abroad&di=ln-paspor`,
    ],
    ['a result', `/periksa/#v=${rulesetVersion}&posisi=belum&visa=visit-visa&perekrut=p3mi&di=hasil`],
    ['the English page', '/en/periksa/'],
    ['the rules', '/periksa/aturan/'],
    ['the page that reads a message', '/periksa/pesan/'],
  ] as const) {
    test(`${name} has no accessibility violation at 360 px`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(address(url))
      await page.waitForLoadState('networkidle')
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    })
  }
})

test.describe('a pasted message', () => {
  test('is marked, explained, and pre-fills the check without leaving the phone', async ({ page }) => {
    const asked: string[] = []
    page.on('request', request =>
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    )
    await page.goto(address('/periksa/pesan/'))
    await page.locator('#pesan[data-hydrated]').waitFor()
    await page.getByLabel(check.message.label).fill('Pake visa turis aja, di imigrasi bilang mau liburan')
    await page.getByRole('button', { name: check.message.read }).click()
    await expect(page.locator('.reading [data-level]')).toHaveAttribute('data-level', 'berhenti')
    await expect(page.locator('mark')).toContainText(['visa turis', 'bilang mau liburan'])
    await page.getByRole('link', { name: check.message.continue }).click()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await expect(page.locator('input[value="visit-visa"]')).toBeChecked()
    await expect(page.locator('input[value="told-to-lie"]')).toBeChecked()
    expect(asked.filter(line => !line.startsWith('GET ') || /liburan|turis/.test(line))).toEqual([])
  })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  /** The level that the style sheet shows for each set of answers. */
  function shownLevels(page: Page, sets: readonly Answers[]): Promise<string[]> {
    return page.evaluate(list => {
      const form = document.querySelector<HTMLFormElement>('#periksa')
      const boxes = [...document.querySelectorAll<HTMLElement>('.out [data-level]')]
      return list.map(answers => {
        form?.reset()
        for (const [name, value] of Object.entries(answers)) {
          const input = form?.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)
          if (input) input.checked = true
        }
        return boxes
          .filter(box => getComputedStyle(box).display !== 'none')
          .map(box => box.dataset.level)
          .join()
      })
    }, sets)
  }
  /** Names the sets whose shown level is not the engine's. */
  async function expectSame(page: Page, sets: readonly Answers[]): Promise<void> {
    const shown = await shownLevels(page, sets)
    const wrong = sets.map((answers, at) => ({
      answers,
      shown: shown[at],
      level: assessAnswers(answers).level,
    }))
    expect(wrong.filter(entry => entry.shown !== entry.level)).toEqual([])
  }

  const listed: readonly Question[] = questions
  const options = listed.flatMap(question =>
    question.options.map(option => ({ [question.id]: option.id, sign: option.sign })),
  )
  const signs = options
    .filter(option => option.sign)
    .map(({ sign: _, ...entry }) => entry as Record<string, string>)
  const keyOf = (entry: object) => Object.keys(entry)[0]

  test('every single answer shows the level of the engine', async ({ page }) => {
    await page.goto(address())
    const sets = options.map(({ sign: _, ...entry }) => entry as Record<string, string>)
    await expectSame(page, sets)
  })

  test('every pair of signs shows the level of the engine', async ({ page }) => {
    await page.goto(address())
    const pairs = signs.flatMap((first, at) =>
      signs
        .slice(at + 1)
        .filter(second => keyOf(second) !== keyOf(first))
        .map(second => ({ ...first, ...second })),
    )
    expect(pairs.length).toBeGreaterThan(2000)
    await expectSame(page, pairs)
  })

  test('three signs that are not enough alone show the level of the engine', async ({ page }) => {
    await page.goto(address())
    const mild = signs.filter(entry => assessAnswers(entry).level !== 'berhenti')
    const triples = mild
      .flatMap((first, i) =>
        mild
          .slice(i + 1)
          .flatMap((second, j) => mild.slice(i + j + 2).map(third => ({ ...first, ...second, ...third }))),
      )
      .filter((_, at) => at % 23 === 0)
    await expectSame(page, triples)
  })

  test('Enter in the form sends nothing anywhere', async ({ page }) => {
    await page.goto(address())
    await page.locator('input[value="visit-visa"]').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect(page.locator('.out .stop')).toBeVisible()
    expect(page.url()).toBe(address())
  })

  test('help comes with the answer that someone is abroad', async ({ page }) => {
    await page.goto(address())
    await page.locator('input[value="di-luar-negeri"]').check()
    await expect(page.locator('.first.away')).toBeVisible()
  })
})
