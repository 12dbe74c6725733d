import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LawReview } from '#cms/components/LawReview.tsx'
import { overdueReviews } from '#src/risk/reviews.ts'

const shown = (today: string) => {
  const element = LawReview({
    today,
    text: (key, values = {}) => key.id.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name])),
  })
  return element && renderToStaticMarkup(element)
}

test('the dashboard lists what must be read again, and nothing while no review day has passed', () => {
  expect(shown('2026-11-28')).toBeNull()
  const list = shown('2027-06-01')
  expect(list).toContain(`Hukum yang perlu ditinjau lagi: ${overdueReviews('2027-06-01').length}.`)
  expect(list).toContain('UU 18/2017 (2027-05-31)')
})
