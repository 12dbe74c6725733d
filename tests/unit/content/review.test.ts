import { describe, expect, test } from 'vitest'
import { reviewText } from '#site/review-text.ts'
import { laws, lawsChecked } from '#src/content/laws.ts'
import { ministryRules } from '#src/content/ministry-rules.ts'
import { jakartaDay } from '#src/calendar.ts'
import { isOverdue, reviewDay } from '#src/content/review.ts'

describe('a review day', () => {
  test('is the last day of the month, six or twelve months after the reading', () => {
    expect(reviewDay('2026-11', 'moving')).toBe('2027-05-31')
    expect(reviewDay('2026-11', 'settled')).toBe('2027-11-30')
    expect(reviewDay('2027-08', 'moving')).toBe('2028-02-29')
  })

  test('has passed on the day after it, not on the day itself', () => {
    expect(isOverdue('2027-05-31', '2027-05-31')).toBe(false)
    expect(isOverdue('2027-05-31', '2027-06-01')).toBe(true)
    expect(isOverdue(null, '2099-01-01')).toBe(false)
  })

  test('is told to readers before and after it', () => {
    expect(reviewText('2027-05-31', '2027-05-31')).toEqual({
      text: 'Ditinjau lagi paling lambat 31 Mei 2027.',
      isLate: false,
    })
    expect(reviewText('2027-05-31', '2027-06-01')).toEqual({
      text: 'Tinjauan terakhir berlaku sampai 31 Mei 2027 dan sudah lewat; hukum bisa berubah.',
      isLate: true,
    })
  })

  test('begins with the day in Jakarta, seven hours before Greenwich', () => {
    expect(jakartaDay(new Date('2027-05-31T17:00:00Z'))).toBe('2027-06-01')
    expect(jakartaDay(new Date('2027-05-31T16:59:59Z'))).toBe('2027-05-31')
  })
})

test('every law and every regulation has a review day at most a year after it was read', () => {
  const days = [...Object.values(laws), ...ministryRules].map(entry => entry.reviewBy)
  expect(days.filter(day => day <= `${lawsChecked}-31` || day > reviewDay(lawsChecked, 'settled'))).toEqual(
    [],
  )
})

test('a law that was not read says so', () => {
  const unread = Object.values(laws).filter(law => law.checked === null)
  expect(unread.map(law => law.note?.includes('belum kami baca') ?? false)).toEqual(unread.map(() => true))
})
