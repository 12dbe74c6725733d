import { expect, type Page, test } from '@playwright/test'
import { fill } from '#src/i18n/fill.ts'
import { resources } from '#src/i18n/t.ts'
import { offerQuestions } from '#src/risk/questions.ts'
import { rulesetVersion } from '#src/risk/ruleset.ts'
import { sources } from '#src/risk/sources.ts'
import { expectAccessible } from '#tests/helpers/axe.ts'
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

  test('the browser’s way back and a reload keep every answer, also those given later', async ({ page }) => {
    await openCheck(page)
    for (const option of ['belum', 'lain', 'jelas']) await answer(page, option)
    await page.locator('.q.now input[value="guaranteed"]').check()
    await page.goBack()
    await page.goBack()
    await expect(page.locator('#q-negara input[value="lain"]')).toBeChecked()
    await page.locator('.walk button[type="submit"]').click()
    await expect(page.locator('#q-pekerjaan input[value="jelas"]')).toBeChecked()
    await page.locator('.walk button[type="submit"]').click()
    // A reload in the same moment would still be one of the entry before.
    await expect(page).toHaveURL(/di=janji/)
    await page.reload()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await expect(page.locator('#q-janji input[value="guaranteed"]')).toBeChecked()
  })

  test('the browser’s way back forgets no danger that was found later, also over a reload', async ({
    page,
  }) => {
    await openCheck(page)
    for (const option of ['belum', 'lain', 'jelas']) await answer(page, option)
    await page.locator('.q.now input[value="guaranteed"]').check()
    await page.locator('.walk button[type="submit"]').click()
    await page.locator('.q.now input[value="travel-cover"]').check()
    await page.goBack()
    await page.goBack()
    await expect(page.locator('#q-pekerjaan')).toBeVisible()
    await page.reload()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: check.enough }).click()
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
  })

  test('page and address say the same after the way back from a changed situation', async ({ page }) => {
    await openCheck(page)
    await answer(page, 'di-luar-negeri')
    await page.getByRole('button', { name: check.back }).click()
    await answer(page, 'belum')
    await page.goBack()
    await page.goBack()
    await expect(page.locator('#q-posisi input[value="belum"]')).toBeChecked()
    expect(page.url()).toContain('posisi=belum&di=posisi')
  })

  test('a reload while one answer is changed still leads back to the result', async ({ page }) => {
    await openCheck(page, result('posisi=belum&visa=visit-visa'))
    await page.locator('.answers summary').click()
    await page
      .getByRole('button', { name: `${check.change}: ${check.questions.visa.text}` })
      .last()
      .click()
    await page.reload()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: check.toResult }).click()
    await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
  })

  test('the country that was told is in no address, and a reload keeps it', async ({ page }) => {
    await openCheck(page)
    await page.locator('.q.now input[value="di-luar-negeri"]').check()
    const country = page.locator('.first select')
    await country.selectOption('kh')
    await page.locator('.walk button[type="submit"]').click()
    expect(page.url()).not.toContain('kh')
    await page.reload()
    await page.locator('form[data-hydrated]').waitFor({ state: 'attached' })
    await page.getByRole('button', { name: check.back }).click()
    await expect(country).toHaveValue('kh')
    await page.locator('.q.now input[value="belum"]').check()
    await page.locator('.q.now input[value="di-luar-negeri"]').check()
    await expect(country).toHaveValue('')
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
    await page.getByRole('button', { name: check.restart }).click()
    await expect(page.locator('#q-posisi')).toBeVisible()
    expect(await page.locator('input:checked').count()).toBe(0)
    expect(page.url()).not.toContain('visa')
  })

  test('someone abroad sees help before any further question', async ({ page }) => {
    await openCheck(page)
    await page.locator('.q.now input[value="di-luar-negeri"]').check()
    await expect(page.locator('.first.away a[href="tel:+622129244800"]')).toBeVisible()
    await page.locator('.walk button[type="submit"]').click()
    await expect(page.locator('.near a[href="tel:+622129244800"]')).toBeVisible()
    await expect(page.locator('.near a[href="tel:110"]')).toHaveCount(0)
    await expect(page.locator('.q.now .progress')).toHaveText('Pertanyaan 2 dari 9')
  })

  test.describe('a link', () => {
    const bad: [string, string][] = [
      [
        `#v=${rulesetVersion}&posisi=<script>alert(1)</script>`,
        fill(check.lost, { list: `“${check.questions.posisi.text}”` }),
      ],
      ['#%00%ff%%%', check.unreadable],
    ]
    for (const [fragment, note] of bad) {
      test(`"${fragment}" opens the start with a plain note`, async ({ page }) => {
        await openCheck(page, address(`/periksa/${fragment}`))
        await expect(page.locator('.notice-line')).toHaveText(note)
        await expect(page.locator('#q-posisi')).toBeVisible()
        await expect(page.locator('.result')).toHaveCount(0)
      })
    }

    for (const version of ['1.0.0', '0.1.0', '99.0.0'])
      test(`of rules ${version} keeps its answers, and says which rules it was made with`, async ({
        page,
      }) => {
        await openCheck(page, address(`/periksa/#v=${version}&posisi=belum&visa=visit-visa&di=hasil`))
        await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
        await expect(page.locator('.notice-line')).toHaveText(
          fill(check.otherRules, { version, now: rulesetVersion }),
        )
      })

    test('with unknown ids names the questions that they answered, and uses the rest', async ({ page }) => {
      await openCheck(page, result('posisi=belum&visa=visit-visa&negara=mars&planet=mars'))
      const list = `“${check.questions.negara.text}”, ${fill(check.lostOthers, { count: 1 })}`
      await expect(page.locator('.notice-line')).toHaveText(fill(check.lost, { list }))
      await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
    })

    for (const [answers, asked, named] of [
      ['posisi=belum&visa=visit', 'negara', `“${check.questions.visa.text}”`],
      ['posisi=belum&tanda=visit', 'negara', fill(check.lostOthers, { count: 1 })],
      ['bukan=pertanyaan', 'posisi', fill(check.lostOthers, { count: 1 })],
    ] as const)
      test(`that lost what may have been a sign (${answers}) asks what is open, and shows no mild result`, async ({
        page,
      }) => {
        await openCheck(page, result(answers))
        await expect(page.locator('.notice-line')).toContainText(fill(check.lost, { list: named }))
        await expect(page.locator(`#q-${asked}`)).toBeVisible()
        await expect(page.locator('.result')).toHaveCount(0)
      })

    test('with a mild result says that somebody else may have given its answers, also after a reload', async ({
      page,
    }) => {
      await openCheck(page, result('posisi=belum&visa=kerja'))
      const told = fill(check.fromLink, { count: 2 })
      await expect(page.locator('.notice-line')).toHaveText(told)
      await expect(page.locator('.level')).toContainText(check.noProof)
      await page.reload()
      await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'belum-terlihat')
      await expect(page.locator('.notice-line')).toHaveText(told)
    })

    const mild = offerQuestions
      .slice(0, -1)
      .map(
        ({ id, options }) => `${id}=${options.find(item => !('sign' in item) && !('unknown' in item))?.id}`,
      )
      .join('&')
    for (const [name, tail, count] of [
      ['at its last question', 'disuruh=tidak&di=disuruh', 14],
      ['as if from a message', 'dari=pesan&di=terbuka', 14],
      ['with a sign that there is not', 'tanda=foo&di=hasil', 14],
    ] as const)
      test(`that opens ${name} says one step later whose answers the result has`, async ({ page }) => {
        await openCheck(page, address(`/periksa/#v=${rulesetVersion}&posisi=belum&${mild}&${tail}`))
        await answer(page, 'tidak')
        await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'belum-terlihat')
        await expect(page.locator('.notice-line')).toContainText(fill(check.fromLink, { count }))
        if (tail.startsWith('tanda'))
          await expect(page.locator('.notice-line')).toContainText(fill(check.lostOthers, { count: 1 }))
        await expect(page.locator('.notice-line')).toBeInViewport()
        await page.reload()
        await expect(page.locator('.notice-line')).toContainText(fill(check.fromLink, { count }))
      })

    test('of whose answers none is left says nothing of it', async ({ page }) => {
      await openCheck(page, address(`/periksa/#v=${rulesetVersion}&posisi=belum&${mild}&disuruh=tidak`))
      await expect(page.locator('.notice-line')).toHaveText(fill(check.filled, { count: 14 }))
      for (const _ of [1, ...offerQuestions]) await page.locator('.walk button[type="submit"]').click()
      await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'belum-terlihat')
      await expect(page.locator('.notice-line')).toHaveCount(0)
    })

    test('is carried into the other language', async ({ page }) => {
      await openCheck(page, result('posisi=belum&visa=visit-visa'))
      await page.locator('a.language').click()
      await page.waitForURL(/\/en\/periksa\//)
      await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
      await expect(page.locator('.reason h4')).toHaveCount(1)
    })

    test('with what chats append opens the same result', async ({ page }) => {
      await openCheck(page, `${result('posisi=belum&visa=visit-visa')}).&utm_source=wa&fbclid=Iw_1`)
      await expect(page.locator('.result [data-level]')).toHaveAttribute('data-level', 'berhenti')
      await expect(page.locator('.notice-line')).toHaveCount(0)
    })

    test('without any answer opens the start, not a result', async ({ page }) => {
      await openCheck(page, address(`/periksa/#v=${rulesetVersion}&di=hasil`))
      await expect(page.locator('#q-posisi')).toBeVisible()
    })

    test('to a question that is not on the reader’s path opens the start', async ({ page }) => {
      await openCheck(page, address(`/periksa/#v=${rulesetVersion}&posisi=belum&di=ln-paspor`))
      await expect(page.locator('#q-posisi')).toBeVisible()
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

  test('the office finder names the offices near a regency, with their source', async ({ page }) => {
    await openCheck(page, result('posisi=belum'))
    await page.getByRole('button', { name: check.officeOpen }).click()
    await page.getByLabel(check.province).selectOption({ label: 'Jawa Tengah' })
    await page.getByLabel(check.regency).selectOption({ label: 'Kabupaten Cilacap' })
    const finder = page.locator('.office')
    await expect(finder).toContainText('Cilacap')
    await expect(finder).toContainText('BP3MI Jawa Tengah, Semarang')
    await expect(finder.locator('a[href^="https://jateng.tribunnews.com/"]')).toBeVisible()
    await expect(finder).toContainText('Keterangan lama, dari')
    await expect(finder).toContainText('dinas tenaga kerja di Kabupaten Cilacap belum ada di daftar kami')
    await expect(finder).toContainText(check.officeAnywhere)
  })

  test('the office finder says what it does not know, and marks what nobody has checked', async ({
    page,
  }) => {
    await openCheck(page, result('posisi=belum'))
    await page.getByRole('button', { name: check.officeOpen }).click()
    await page.getByLabel(check.province).selectOption({ label: 'Kalimantan Timur' })
    await page.getByLabel(check.regency).selectOption({ label: 'Kota Samarinda' })
    await expect(page.locator('.office')).toContainText('BP3MI untuk Kota Samarinda belum ada di daftar kami')
    await page.getByLabel(check.regency).selectOption({ label: 'Kota Bontang' })
    await expect(page.locator('.office')).toContainText('Kantor Imigrasi Samarinda')
    await expect(page.locator('.office')).toContainText(check.officeNamesake)
    await expect(page.locator('.office')).toContainText('Kantor Imigrasi Bontang')
    await page.getByLabel(check.province).selectOption({ label: 'Jawa Tengah' })
    await page.getByLabel(check.regency).selectOption({ label: 'Kabupaten Wonosobo' })
    const unchecked = page.locator('.office li', { hasText: 'Kantor Imigrasi Wonosobo' })
    await expect(unchecked).toContainText(`(0286) 321628 (${check.officeUnchecked})`)
  })

  test('the quick exit leaves, and no way back leads to an answer', async ({ page }) => {
    await page.route('https://www.bmkg.go.id/**', route => route.fulfill({ body: 'cuaca' }))
    await page.goto(address('/bantuan/'))
    await openCheck(page)
    for (const option of ['di-luar-negeri', 'locked-abroad']) await answer(page, option)
    await page.getByRole('link', { name: check.exit }).click()
    await page.waitForURL('https://www.bmkg.go.id/')
    await page.goBack()
    await expect(page.locator('#q-posisi')).toBeVisible()
    expect(page.url()).toBe(address())
    expect(await page.locator('input:checked').count()).toBe(0)
    await page.goBack()
    expect(page.url()).toBe(address('/bantuan/'))
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
